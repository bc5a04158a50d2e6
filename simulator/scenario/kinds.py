"""Which kind of file one is, told from its outermost keys."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from simulator.garbage import uncollected
from simulator.scenario.clients import ParsedClient, parse_client
from simulator.scenario.codes import shape as codes
from simulator.scenario.drills import ParsedDrills, parse_drills
from simulator.scenario.files import open_file
from simulator.scenario.packs import ParsedPack, parse_pack
from simulator.scenario.parsing import Parsed, parse
from simulator.scenario.plays import (
    ParsedAnswers,
    ParsedPlaythroughs,
    parse_answers,
    parse_playthroughs,
)
from simulator.scenario.rubrics import ParsedRubric, parse_rubric
from simulator.scenario.rulebooks import ParsedRulebook, parse_rulebook


class Kind(StrEnum):
    """A kind of file that this program reads."""

    SCENARIO = "scenario"
    RULEBOOK = "rulebook"
    RUBRIC = "rubric"
    PLAYTHROUGHS = "play-throughs"
    DRILLS = "drills"
    PACK = "pack"
    CLIENT = "client"
    ANSWERS = "answers"
    UNKNOWN = "unknown"


_SIGNS: Final = (
    (Kind.SCENARIO, {"scenes", "cast", "endings", "start", "brief"}),
    (Kind.PLAYTHROUGHS, {"plays"}),
    (Kind.DRILLS, {"drills"}),
    (Kind.CLIENT, {"facts"}),
    (Kind.RULEBOOK, {"criteria", "stops", "thresholds"}),
    (Kind.RUBRIC, {"rows", "principles"}),
    (Kind.PACK, {"licence", "author"}),
)
"""Kind → keys of which any tells it; the first kind that fits is the one."""
_KEY: Final = re.compile(rb"^\{?[\"']?([a-z_]+)[\"']?[ \t]*:", re.MULTILINE)
_LIST: Final = re.compile(r"\s*(?:#[^\n]*\n\s*|---\s+)*(?:- |-\n|\[)")


def kind_of(data: bytes) -> Kind:
    """Tell which kind of file this is, even when it is broken."""
    start = data[: 4 * 1024 * 1024].removeprefix(BOM_UTF8).replace(b"\r", b"\n")
    keys: set[str] = set()
    first, telling = _SIGNS[0]
    for found in _KEY.finditer(start):
        keys.add(found[1].decode())
        if not keys.isdisjoint(telling):
            return first
    for kind, signs in _SIGNS[1:]:
        if keys & signs:
            return kind
    text = start.decode(errors="replace")
    return Kind.ANSWERS if _LIST.match(text) else Kind.UNKNOWN


ParsedAny = (
    Parsed
    | ParsedRulebook
    | ParsedRubric
    | ParsedPlaythroughs
    | ParsedDrills
    | ParsedPack
    | ParsedAnswers
    | ParsedClient
)

_PARSE: Final[Mapping[Kind, Callable[[bytes, str], ParsedAny]]] = {
    Kind.SCENARIO: parse,
    Kind.RULEBOOK: parse_rulebook,
    Kind.RUBRIC: parse_rubric,
    Kind.PLAYTHROUGHS: parse_playthroughs,
    Kind.DRILLS: parse_drills,
    Kind.PACK: parse_pack,
    Kind.CLIENT: parse_client,
    Kind.ANSWERS: parse_answers,
}


@uncollected()
def parse_any(data: bytes, name: str) -> ParsedAny:
    """Read and check a file of whichever kind; never raises, whatever the bytes.

    One whose kind cannot be told is returned as a scenario without a model, with a
    finding that says so.
    """
    kind = kind_of(data)
    if kind is not Kind.UNKNOWN:
        return _PARSE[kind](data, name)
    file = open_file(data, name)
    if file.document.root is not None:
        file.report.add(codes.UNKNOWN_KIND, None)
    return Parsed(None, file.findings(), None)
