"""How the value of a fact is read: numbers, words, yes or no, levels."""

from collections.abc import Mapping as Lookup
from fractions import Fraction
from typing import Final

from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from simulator.scenario.checker import Checker, Reader
from simulator.scenario.codes import shape as codes
from simulator.scenario.nodes import PLAIN, Node, Scalar, Sequence
from simulator.scenario.scalars import NUMBER, amount, amount_range, text, whole
from simulator.scenario.shapes import Amount, Cell, FactValue, LevelRange, Text, Whole
from simulator.scenario.spelling import as_number

_AMOUNT: Final = Amount()
_LEVEL: Final = Whole(LOWEST_LEVEL, HIGHEST_LEVEL)
_WORDS: Final = Text()
NO_DATA: Final = "no-data"
"""What stands in a fact or a worksheet where nothing is known."""


def _fact_value(
    check: Checker, node: Node, shape: FactValue, key: Scalar
) -> tuple[Fraction, Fraction] | str | bool | None:
    """Read what a fact is: quotes make words of anything."""
    if isinstance(node, Sequence):
        return amount_range(check, node, key)
    value = text(check, node, _WORDS, key)
    if not isinstance(node, Scalar) or node.style != PLAIN or not value:
        return value
    if value == NO_DATA:
        return None
    if value in ("true", "false"):
        return value == "true"
    if NUMBER.fullmatch(value) or as_number(value):
        point = amount(check, node, _AMOUNT, key)
        return None if point is None else (point, point)
    return value


def _level_range(
    check: Checker, node: Node, shape: LevelRange, key: Scalar
) -> tuple[int, int] | None:
    if not isinstance(node, Sequence):
        level = whole(check, node, _LEVEL, key)
        return None if level is None else (level, level)
    if len(node.items) != 2:
        check.report.add(codes.NOT_A_RANGE, node, key=key.value)
        return None
    low, high = (whole(check, item, _LEVEL, key) for item in node.items)
    if low is None or high is None:
        return None
    if low > high:
        check.report.add(codes.REVERSED, node, key=key.value, low=low, high=high)
    return low, high


def _cell(
    check: Checker, node: Node, shape: Cell, key: Scalar
) -> tuple[int, int] | None:
    """Read a level of a worksheet; no data is None."""
    if isinstance(node, Scalar) and node.value == NO_DATA:
        return None
    return _level_range(check, node, LevelRange(), key)


FACT_READERS: Final[Lookup[type, Reader]] = {
    FactValue: _fact_value,
    LevelRange: _level_range,
    Cell: _cell,
}
