"""New keys and rows as YAML, in the indentation that the file has."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from simulator.authoring.sheets.page import Page
from simulator.authoring.sheets.quoting import Place, written
from simulator.authoring.sheets.tree import Fields, Items, Leaf, Node

_STEP: Final = 2


class Words(Struct, frozen=True):
    """A single value."""

    words: str
    spoken: bool = True
    """True for what a person reads: see `written`."""
    raw: bool = False
    """True for what is YAML already: a number, `[low, high]`, a code with topics."""


class Block(Struct, frozen=True):
    """An item of a list as it stands elsewhere: its lines, with their comments."""

    lines: str
    column: int
    """The column that its dash stands in there."""


class NoPlaceError(Exception):
    """What is to be changed is not written in a way that can be changed here."""


Data = Words | Block | Sequence["Data"] | Mapping[str, "Data"]
"""A list is written an item a line, a tuple in brackets.

A mapping is written in braces, unless it is a row of its own.
"""


class Style(Struct, frozen=True):
    """How a file is laid out."""

    eol: str
    dash: int
    """How far dashes stand to the right of the key above them."""
    step: int
    """How far keys stand to the right of the key above them."""


def style_of(page: Page, root: Node) -> Style:
    """Look at how a file is laid out."""
    dashes = _offsets(page, root, Items)
    steps = _offsets(page, root, Fields)
    return Style(page.eol, next(dashes, _STEP), next(steps, _STEP))


def _offsets(page: Page, root: Node, kind: type[Items] | type[Fields]) -> Iterator[int]:
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            continue
        if isinstance(node, Fields) and not node.flow:
            for key, value in zip(node.keys, node.items, strict=True):
                if isinstance(value, kind) and not value.flow:
                    yield page.indent(value) - page.column(key.start)
        waiting += reversed(node.items)


def inline(data: Data, style: Style) -> str:
    """Write a value on one line, so that it can stand inside brackets.

    Raises:
        NoPlaceError: It holds lines from elsewhere.
    """
    if isinstance(data, Block):
        raise NoPlaceError
    if isinstance(data, Words):
        place = Place(0, flow=True, eol=style.eol)
        return (
            data.words if data.raw else written(data.words, place, spoken=data.spoken)
        )
    if isinstance(data, Mapping):
        pairs = (f"{named(key)}: {inline(one, style)}" for key, one in data.items())
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(inline(one, style) for one in data)}]"


def fields(data: Mapping[str, Data], indent: int, style: Style) -> str:
    """Write keys with their values, a key a line or more, each line with its end."""
    return "".join(entry(key, one, indent, style) for key, one in data.items())


def entry(key: str, data: Data, indent: int, style: Style) -> str:
    """Write one key with its value."""
    return f"{' ' * indent}{named(key)}:{value(data, indent, style)}{style.eol}"


def named(key: str) -> str:
    """Write a key, which may be anything: what is no id is told by the parser."""
    return written(key, Place(0, flow=True), spoken=False)


def value(data: Data, indent: int, style: Style) -> str:
    """Write what follows the colon of a key that stands in a column."""
    if isinstance(data, Words):
        place = Place(indent, eol=style.eol)
        words = written(data.words, place, spoken=data.spoken)
        return f" {data.words if data.raw else words}"
    if not isinstance(data, list):
        return f" {inline(data, style)}"
    items = "".join(item(one, indent + style.dash, style) for one in data)
    return style.eol + items.removesuffix(style.eol)


def item(data: Data, indent: int, style: Style) -> str:
    """Write one item of a list, its dash in a column."""
    if isinstance(data, Block):
        lines = shifted(data.lines, indent - data.column)
        return lines if lines.endswith("\n") else lines + style.eol
    if isinstance(data, Mapping):
        inner = fields(data, indent + _STEP, style)
        return f"{' ' * indent}- {inner[indent + _STEP :]}"
    if isinstance(data, Words) and not data.raw:
        place = Place(indent, eol=style.eol)
        words = written(data.words, place, spoken=data.spoken)
        return f"{' ' * indent}- {words}{style.eol}"
    return f"{' ' * indent}- {inline(data, style)}{style.eol}"


def shifted(lines: str, by: int) -> str:
    """Return lines that stand further right, or left, by some columns."""
    parts = lines.splitlines(keepends=True)
    if by >= 0:
        return "".join(" " * by + one if one.strip() else one for one in parts)
    return "".join(one[min(-by, len(one) - len(one.lstrip(" "))) :] for one in parts)
