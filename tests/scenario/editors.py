"""What an editor's YAML reader makes of a file, and what the schemas say to that."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

import jsonschema

from simulator.authoring.schemas import path_of
from simulator.scenario.clients import parse_client
from simulator.scenario.drills import parse_drills
from simulator.scenario.findings import Finding, Report
from simulator.scenario.kinds import Kind
from simulator.scenario.nodes import PLAIN, Mapping, Node, Scalar
from simulator.scenario.packs import parse_pack
from simulator.scenario.parsing import parse
from simulator.scenario.plays import parse_answers, parse_playthroughs
from simulator.scenario.reader import read
from simulator.scenario.rubrics import parse_rubric
from simulator.scenario.rulebooks import parse_rulebook

PARSERS: Final[dict[Kind, Callable[[bytes], Any]]] = {
    Kind.SCENARIO: parse,
    Kind.RULEBOOK: parse_rulebook,
    Kind.RUBRIC: parse_rubric,
    Kind.PLAYTHROUGHS: parse_playthroughs,
    Kind.DRILLS: parse_drills,
    Kind.PACK: parse_pack,
    Kind.CLIENT: parse_client,
    Kind.ANSWERS: parse_answers,
}
_WHOLE: Final = re.compile(r"[-+]?[0-9]+")
_DECIMAL: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)
_FIXED: Final = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def seen(node: Node | None) -> Any:
    """Return a file as the core schema of YAML 1.2 has it, which editors go by."""
    if isinstance(node, Mapping):
        return {name: seen(child) for name, child in node.values.items()}
    if isinstance(node, Scalar):
        return _scalar(node)
    return [seen(item) for item in node.items] if node is not None else None


def _scalar(node: Scalar) -> Any:
    words = node.value
    if node.style != PLAIN:
        return words
    if words in _FIXED:
        return _FIXED[words]
    if _WHOLE.fullmatch(words):
        return int(words)
    if re.fullmatch("0o[0-7]+|0x[0-9a-fA-F]+", words):
        return int(words, 0)
    return float(words) if _DECIMAL.fullmatch(words) else words


def document(data: bytes) -> Any:
    """Read a file as an editor does."""
    return seen(read(data, Report("f")).root)


@cache
def validator(kind: Kind, language: str = "ru") -> jsonschema.Draft7Validator:
    """Return the shipped schema of a kind, ready to hold a document against."""
    schema = json.loads(path_of(kind, language).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def complaints(kind: Kind, data: bytes) -> Iterator[str]:
    """Yield what an editor would say of a file."""
    for error in validator(kind).iter_errors(document(data)):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"


def errors(kind: Kind, data: bytes) -> list[Finding]:
    """Return what the parser refuses in a file."""
    findings: tuple[Finding, ...] = PARSERS[kind](data).findings
    return [one for one in findings if one.severity == "error"]
