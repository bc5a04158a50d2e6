"""How a fact of a client is read: numbers, no data, with or without a source."""

from collections.abc import Mapping as Lookup
from fractions import Fraction
from typing import Final

from msgspec import Struct

from simulator.scenario.checker import Checker, Reader, Values
from simulator.scenario.factvalues import NO_DATA
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence
from simulator.scenario.scalars import amount
from simulator.scenario.shapes import (
    Amount,
    GivenFact,
    LevelRange,
    Text,
    may,
    record,
)

LONG: Final = record(
    "fact of a client",
    is_=may(GivenFact(), "A number, [low, high], a list over time, or no-data."),
    level=may(LevelRange(), "The level of a judged criterion."),
    source=may(Text(), "Where it comes from."),
    date=may(Text(), "When it was found out: 2026-03-01."),
)
"""The long form, where a source or a date is given."""


class Given(Struct, frozen=True):
    """What was written of one fact."""

    numbers: tuple[Fraction, ...] = ()
    """One value, several, or none for no data."""
    level: tuple[int, int] | None = None
    source: str = ""
    date: str = ""
    """`2026-03-01`; empty when none was written."""


def _given(check: Checker, node: Node, shape: GivenFact, key: Scalar) -> Given | None:
    """Read a fact: a number, a list of numbers, no-data, or all that in long form."""
    if isinstance(node, Mapping):
        return _in_long(check, node, key)
    if isinstance(node, Sequence):
        found = [amount(check, item, Amount(), key) for item in node.items]
        return Given(tuple(one for one in found if one is not None))
    if isinstance(node, Scalar) and node.value == NO_DATA:
        return Given()
    point = amount(check, node, Amount(), key)
    return None if point is None else Given((point,))


def _in_long(check: Checker, node: Mapping, key: Scalar) -> Given | None:
    values: Values | None = check.readers[type(LONG)](check, node, LONG, key)
    if values is None:
        return None
    inner: Given = values.get("is") or Given()
    return Given(
        inner.numbers,
        values.get("level"),
        values.get("source", ""),
        values.get("date", ""),
    )


GIVEN_READERS: Final[Lookup[type, Reader]] = {GivenFact: _given}
