"""The texts of a new scenario's files, pure: wishes → YAML with notes that teach."""

from importlib.resources import files

from msgspec.structs import asdict

from simulator.authoring.new.quoting import fill
from simulator.authoring.new.wishes import Wishes
from simulator.authoring.schemas import path_of
from simulator.scenario.kinds import Kind

SCHEMA = "scenario.schema.json"
_TEMPLATES = files("simulator.authoring") / "templates"


def schema_line() -> str:
    """Return the first line of a scenario: where an editor finds the keys."""
    return f"# yaml-language-server: $schema={SCHEMA}"


def schema_text(wishes: Wishes) -> str:
    """Return what the first line names: the schema, in the scenario's language."""
    return path_of(Kind.SCENARIO, wishes.language).read_text("utf-8")


def scenario_text(wishes: Wishes, name: str) -> str:
    """Return the scenario."""
    return f"{schema_line()}\n{_filled('scenario', wishes, name)}"


def playthroughs_text(wishes: Wishes, name: str) -> str:
    """Return its play-throughs: one for each ending, and one in own words."""
    return _filled("playthroughs", wishes, name)


def pack_text(wishes: Wishes, name: str) -> str:
    """Return the `pack.yaml` of a folder that has none."""
    return _filled("pack", wishes, name)


def _filled(kind: str, wishes: Wishes, name: str) -> str:
    path = _TEMPLATES / f"{wishes.language}.{kind}.yaml"
    return fill(path.read_text("utf-8"), asdict(wishes) | {"id": name})
