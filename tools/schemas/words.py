"""What the schemas say, read from the tables beside this file."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from simulator.scenario.jsonschema import Hover, Words

HERE: Final = Path(__file__).parent
LANGUAGES: Final = ("ru", "en")

Table = Mapping[str, Any]


def words(language: str) -> Words:
    """Return all that a schema says in one language."""
    keys = {name: _hover(said, language) for name, said in table("keys").items()}
    return Words(
        keys, _groups(table("values"), language), _groups(table("phrases"), language)
    )


def table(name: str) -> Table:
    """Read one of the tables."""
    with (HERE / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _hover(said: Table, language: str) -> Hover:
    examples = said["example"]
    example: str = examples.get("all") or examples[language]
    return Hover(said[language], example.strip("\n"))


def _groups(groups: Table, language: str) -> dict[str, dict[str, str]]:
    return {
        group: {name: said[language] for name, said in names.items()}
        for group, names in groups.items()
    }
