"""What a pack says of itself in its `pack.yaml`."""

from collections.abc import Mapping as Lookup
from typing import Final

from msgspec import Struct

from simulator.scenario.checker import Values
from simulator.scenario.files import open_file
from simulator.scenario.findings import Finding
from simulator.scenario.schema import LANGUAGES
from simulator.scenario.shapes import (
    Id,
    ListOf,
    OneOf,
    Path,
    Text,
    Worded,
    may,
    must,
    record,
)

PACK: Final = record(
    "pack",
    id=must(Id(), "The name of the pack."),
    title=must(Worded(LANGUAGES, one_will_do=True), "What the pack is called."),
    language=must(ListOf(OneOf(LANGUAGES), least=1, single=True), "Its languages."),
    version=must(Text(), "The version of the pack, such as 1.0."),
    author=must(Text(), "Who wrote it."),
    licence=must(Text(), "Under which licence."),
    scenarios=may(ListOf(Path()), "Its scenarios; by default every one in the folder."),
    rulebooks=may(ListOf(Path()), "Its rulebooks; by default all in rulebooks/."),
    rubrics=may(ListOf(Path()), "Its rubrics; by default all in rubrics/."),
)


class Pack(Struct, frozen=True):
    """A folder of scenarios with what they need."""

    id: str
    title: Lookup[str, str]
    """Language → title; the empty language when only one title is given."""
    languages: tuple[str, ...]
    version: str
    author: str
    licence: str
    scenarios: tuple[str, ...] | None
    """Paths inside the pack, with `/`; None: whatever the folder holds."""
    rulebooks: tuple[str, ...] | None
    rubrics: tuple[str, ...] | None


class ParsedPack(Struct, frozen=True):
    """What a `pack.yaml` turned out to be."""

    pack: Pack | None
    """None when any finding is an error."""
    findings: tuple[Finding, ...]


def parse_pack(data: bytes, name: str = "pack.yaml") -> ParsedPack:
    """Read and check a `pack.yaml`; never raises, whatever the bytes."""
    file = open_file(data, name)
    root = file.mapping()
    values = file.values(root, PACK) if root is not None else None
    findings = file.findings()
    if values is None or not file.report.clean():
        return ParsedPack(None, findings)
    return ParsedPack(_pack(values), findings)


def _pack(values: Values) -> Pack:
    return Pack(
        id=values["id"],
        title=values["title"],
        languages=values["language"],
        version=values["version"],
        author=values["author"],
        licence=values["licence"],
        scenarios=values.get("scenarios"),
        rulebooks=values.get("rulebooks"),
        rubrics=values.get("rubrics"),
    )
