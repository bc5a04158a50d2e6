"""What an editor shows of a key: what it is for, what it may hold, an example."""

import re
from collections.abc import Callable, Mapping
from textwrap import indent
from typing import Any, Final

from simulator.scenario.jsonschema.builder import Fragment
from simulator.scenario.jsonschema.words import Words
from simulator.scenario.model import HIGHEST_METER
from simulator.scenario.shapes import (
    Amount,
    AmountRange,
    Cell,
    CodePatterns,
    CodeUses,
    FactValue,
    GivenFact,
    Id,
    If,
    LevelRange,
    Levels,
    Lines,
    ListOf,
    MapOf,
    Moods,
    OneCode,
    OneOf,
    Path,
    Record,
    Ref,
    Shape,
    Text,
    Version,
    Whole,
    Worded,
    YesNo,
)

_BLOCK: Final = re.compile(r"- |[\w-]+:(?: |\n)")
"""How a value begins that is a list or a mapping without brackets."""


def hovering(
    words: Words, name: str, shape: Shape, *, required: bool = False
) -> Fragment:
    """Return the hover text of a key, as the keywords that editors read.

    Args:
        words: Of the language to show it in.
        name: `record.key`.
        shape: What the key holds.
        required: Whether it must be there.
    """
    hover = words.keys[name]
    key = name.partition(".")[2]
    parts = [words.phrase("formats", "required")] if required else []
    if not isinstance(shape, OneOf):  # an editor lists the values itself
        parts.append(holds(words, shape))
    facts = " ".join(part for part in parts if part)
    example = f"```yaml\n{as_yaml(key, hover.example)}\n```"
    shown = "\n\n".join(part for part in (hover.doc, facts, example) if part)
    return {"description": hover.doc, "markdownDescription": shown}


def explained(found: Fragment, hover: Fragment) -> Fragment:
    """Return what a key holds with its hover text, which its own names share."""
    inner = found.get("additionalProperties")
    if isinstance(inner, dict):
        own = {"description": hover["description"]}
        found = found | {"additionalProperties": inner | own}
    return found | hover


def as_yaml(key: str, value: str) -> str:
    """Write a key with its value as in a file; a block goes on lines of its own."""
    if _BLOCK.match(value):
        return f"{key}:\n{indent(value, '  ')}"
    return f"{key}: {value}"


def holds(words: Words, shape: Shape) -> str:
    """Say what a value must be; empty for a mapping, whose keys say it themselves."""
    return _HOLDS[type(shape)](words, shape)


def _fixed(name: str) -> Callable[[Words, Any], str]:
    return lambda words, shape: words.phrase("formats", name)


def _nothing(words: Words, shape: Record) -> str:
    return ""


def _version(words: Words, shape: Version) -> str:
    return words.phrase("formats", "version", known=shape.known)


def _whole(words: Words, shape: Whole) -> str:
    return words.phrase("formats", "whole", low=shape.low, high=shape.high)


def _range(words: Words, shape: AmountRange) -> str:
    return words.phrase("formats", "amount-range", low=shape.low, high=shape.high)


def _one_of(words: Words, shape: OneOf) -> str:
    known = ", ".join(f"`{one}`" for one in shape.values)
    return words.phrase("formats", "one-of", known=known)


def _ref(words: Words, shape: Ref) -> str:
    return words.phrase("formats", shape.names.name.lower())


def _moods(words: Words, shape: Moods) -> str:
    return words.phrase("formats", "moods", most=HIGHEST_METER)


def _list(words: Words, shape: ListOf) -> str:
    parts = [_counted(words, shape), holds(words, shape.item)]
    if shape.different:
        parts.append(words.phrase("formats", "different"))
    return " ".join(part for part in parts if part)


def _counted(words: Words, shape: ListOf) -> str:
    if shape.most is None:
        return words.phrase("formats", "one-or-list" if shape.single else "list")
    if shape.most == shape.least:
        return words.phrase("formats", "list-of", wanted=shape.most)
    return words.phrase("formats", "list-between", low=shape.least, high=shape.most)


def _map(words: Words, shape: MapOf) -> str:
    kind = words.phrase("formats", "map")
    return f"{kind} {holds(words, shape.item)}".strip()


_HOLDS: Final[Mapping[type, Callable[[Words, Any], str]]] = {
    Text: _fixed("words"),
    Id: _fixed("id"),
    Version: _version,
    Whole: _whole,
    Amount: _fixed("amount"),
    YesNo: _fixed("yes-no"),
    OneOf: _one_of,
    Ref: _ref,
    ListOf: _list,
    MapOf: _map,
    Lines: _fixed("lines"),
    If: _fixed("condition"),
    CodeUses: _fixed("codes"),
    OneCode: _fixed("code"),
    CodePatterns: _fixed("code-patterns"),
    Moods: _moods,
    Levels: _fixed("levels"),
    FactValue: _fixed("fact-value"),
    LevelRange: _fixed("level-range"),
    Cell: _fixed("cell"),
    GivenFact: _fixed("given-fact"),
    AmountRange: _range,
    Path: _fixed("path"),
    Worded: _fixed("worded"),
    Record: _nothing,
}
