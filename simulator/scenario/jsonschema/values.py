"""Fragments of single values: words, ids, numbers, closed sets, references."""

from collections.abc import Mapping
from typing import Final

from scoring.forms.model import FormKind, Role
from scoring.keyclient import Status, StopEffect
from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.scenario.decisions import DECISIONS
from simulator.scenario.jsonschema import patterns
from simulator.scenario.jsonschema.builder import Builder, Fragment, Maker
from simulator.scenario.model import STAY, Difficulty
from simulator.scenario.schema import LANGUAGES, STATUSES
from simulator.scenario.shapes import (
    Amount,
    Id,
    If,
    Names,
    OneOf,
    Path,
    Ref,
    Text,
    Version,
    Whole,
    YesNo,
)

SETS: Final[Mapping[tuple[str, ...], str]] = {
    LANGUAGES: "languages",
    STATUSES: "statuses",
    tuple(Status): "statuses",
    tuple(StopEffect): "effects",
    tuple(Principle): "principles",
    tuple(Difficulty): "difficulties",
    tuple(FormKind): "forms",
    tuple(Role): "roles",
    tuple(Outcome): "outcomes",
    DECISIONS: "outcomes",
}
"""Closed set → what its values are called among the words."""
_JSON: Final[Mapping[str, bool]] = {"true": True, "false": False}
"""Words that YAML reads as something else."""
_MOST: Final = 10**18
"""The parser reads numbers of at most eighteen digits."""


def _text(build: Builder, shape: Text) -> Fragment:
    return build.plain_words()


def _condition(build: Builder, shape: If) -> Fragment:
    """`true` is a condition; a number is none."""
    return build.scalar(patterns.NOT_BLANK, build.fault("empty"), "boolean")


def identifier(build: Builder, pattern: str | None = None) -> Fragment:
    """Return an id; `true` is one, though YAML takes it for a truth value."""
    return build.scalar(pattern or patterns.name(), build.fault("id"), "boolean")


def _id(build: Builder, shape: Id) -> Fragment:
    if shape.any_word:
        return identifier(build, patterns.name(()))
    return identifier(build, patterns.name_or_you() if shape.you else None)


def _ref(build: Builder, shape: Ref) -> Fragment:
    """Return a name; whether there is such a thing, only `check` can tell."""
    found = identifier(build)
    if shape.names is Names.TARGET:
        meaning = build.words.phrase("formats", "stay")
        stay = {"type": "string", "enum": [STAY], "enumDescriptions": [meaning]}
        return {"anyOf": [*found["anyOf"], stay]}
    return found


def _version(build: Builder, shape: Version) -> Fragment:
    written = {"type": "string", "pattern": f"^{shape.known}$"}
    return {"default": shape.known, "anyOf": [{"const": shape.known}, written]}


def _whole(build: Builder, shape: Whole) -> Fragment:
    fault = build.fault("whole", low=shape.low, high=shape.high)
    number = {"type": "integer", "minimum": shape.low, "maximum": shape.high}
    return {
        "anyOf": [
            number,
            build.string(patterns.whole(shape.low, shape.high), fault),
        ]
    }


def _amount(build: Builder, shape: Amount) -> Fragment:
    return number(build, patterns.AMOUNT, minimum=-_MOST, maximum=_MOST)


def number(build: Builder, pattern: str, **bounds: int) -> Fragment:
    """Return a number, with decimals or without, in quotes or without.

    Args:
        build: Gives the words.
        pattern: Describes it in quotes.
        bounds: Keywords of JSON Schema that hold it within its range.
    """
    bare = {"type": "number", "maximum": _MOST, **bounds}
    return {"anyOf": [bare, build.string(pattern, build.fault("amount"))]}


def _yes_no(build: Builder, shape: YesNo) -> Fragment:
    written = build.string(patterns.YES_OR_NO, build.fault("yes-no"))
    return {"anyOf": [{"type": "boolean"}, written]}


def _one_of(build: Builder, shape: OneOf) -> Fragment:
    group = SETS.get(shape.values)
    if group is not None:
        return build.enum(shape.values, group)
    words: Fragment = {"type": "string", "enum": list(shape.values)}
    values = [_JSON[one] for one in shape.values if one in _JSON]
    return {"anyOf": [{"enum": values}, words]} if values else words


def _path(build: Builder, shape: Path) -> Fragment:
    return build.scalar(patterns.PATH, build.fault("path"), "number", "boolean")


VALUE_MAKERS: Final[Mapping[type, Maker]] = {
    Text: _text,
    If: _condition,
    Id: _id,
    Ref: _ref,
    Version: _version,
    Whole: _whole,
    Amount: _amount,
    YesNo: _yes_no,
    OneOf: _one_of,
    Path: _path,
}
