"""In which column a wrongly indented line was meant to start."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from simulator.scenario.homes import homes, in_items
from simulator.scenario.source import Fitting, Source

_LINE: Final = re.compile(
    r" *(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*):(?= |$))?"
)
_FARTHEST: Final = 500
"""Lines above that are looked at."""


class _Start(Struct, frozen=True):
    """How a line above starts that others may start like."""

    dashes: tuple[int, ...]
    """The columns of its dashes, from 0."""
    column: int
    """Where its key or its words start."""
    key: str


def indentation(source: Source, number: int) -> int:
    """Return the indentation nearest to that of a line which would fit it.

    Fitting are the columns in which the keys above start that are still open; for
    a list item, those of the dashes. Of these a key that a scenario has fits only
    where it is at home. The deeper one wins a tie.
    """
    above = list(_open(source, number))
    if source.begins_item(number):
        fitting = fitting_of(source, number).dashes
    else:
        fitting = _holding(source, number, fitting_of(source, number).keys)
        fitting = _at_home(key_of(source, number), above) & fitting or fitting
    return _nearest(fitting or {0}, source.indent(number))


def fitting_of(source: Source, number: int) -> Fitting:
    """Return where the lines above start that are still open."""
    above = list(_open(source, number))
    keys = {one.column for one in above}
    return Fitting(keys, {dash for one in above for dash in one.dashes})


def dashed(source: Source, number: int) -> int | None:
    """Return the indentation of the list items above nearest to that of a line.

    None where no list is open.
    """
    fitting = fitting_of(source, number).dashes
    return _nearest(fitting, source.indent(number)) if fitting else None


def slipped(source: Source, number: int) -> int | None:
    """Return the column for a line that stands where the dashes of a list do.

    Returns:
        None where it is an item that lacks its dash: its key begins items above, or
        is at home nowhere else.
    """
    key = key_of(source, number)
    above = list(_open(source, number))
    own = source.indent(number)
    if any(own in one.dashes and one.key == key for one in above):
        return None
    fitting = _at_home(key, above) & {one.column for one in above}
    return _nearest(fitting, own) if fitting else None


def key_of(source: Source, number: int) -> str:
    """Return the key of a line, after any dashes; empty where it has none."""
    found = _LINE.match(source.line(number))
    return (found and found["key"]) or ""


def _holding(source: Source, number: int, columns: set[int]) -> set[int]:
    """Leave out the columns in which a key could not hold what is under it."""
    below = source.indent(number + 1)
    holds = source.line(number).endswith(":") and below > source.indent(number)
    return {one for one in columns if one < below} if holds else columns


def _nearest(columns: set[int], own: int) -> int:
    return min(columns, key=lambda column: (abs(column - own), -column))


def _at_home(key: str, above: list[_Start]) -> set[int]:
    """Return the columns in which a key may stand, by those above."""
    item, start, told = _move(above)
    items = {one.column for one in above if one.dashes}
    outer = next((o.column for o in above[start:] if o.column not in items), None)
    return homes(key, None if key in told else item, outer)


def _move(above: list[_Start]) -> tuple[int | None, int, set[str]]:
    """Find the reply or reaction that is still open; what is said stands in others.

    Returns:
        Where its keys start, which of the lines is its first, and its keys; where
        there is none: None, the nearest line, no keys.
    """
    for start, one in enumerate(above):
        keys = {line.key for line in above[: start + 1] if line.column == one.column}
        if one.dashes and all(map(in_items, keys)):
            return one.column, start, keys
    return None, 0, set()


def _open(source: Source, number: int) -> Iterator[_Start]:
    """Yield how the lines above start that are still open, going up and outwards."""
    outermost = 10_000
    for other in range(number - 1, max(0, number - _FARTHEST), -1):
        if source.blank(other) or source.indent(other) > outermost:
            continue
        outermost = source.indent(other)
        found = _LINE.match(source.line(other))
        if found is not None:
            begin = found.start("dashes")
            signs = enumerate(found["dashes"])
            dashes = tuple(begin + at for at, sign in signs if sign == "-")
            yield _Start(dashes, found.end("dashes"), found["key"] or "")
        if outermost == 0:
            break
