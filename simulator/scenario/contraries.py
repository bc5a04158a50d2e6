"""The contraries of conditions, and comparisons the other way round."""

from collections.abc import Mapping
from typing import Final

from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Comparison,
    Condition,
    Not,
)

_CONTRARY: Final[Mapping[Comparison, Comparison]] = {
    Comparison.LESS: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.LESS,
    Comparison.MORE: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.MORE,
    Comparison.EQUAL: Comparison.UNEQUAL,
    Comparison.UNEQUAL: Comparison.EQUAL,
}

TURNED: Final[Mapping[Comparison, Comparison]] = {
    Comparison.LESS: Comparison.MORE,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.EQUAL: Comparison.EQUAL,
    Comparison.UNEQUAL: Comparison.UNEQUAL,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.MORE: Comparison.LESS,
}
"""The same comparison with its sides exchanged."""


def contrary(condition: Condition) -> Condition:
    """Return the condition that holds just where another does not."""
    match condition:
        case Not(inner):
            return settled(inner)
        case Compare(left, how, right):
            return Compare(left, _CONTRARY[how], right)
        case All(parts):
            return AnyOf(tuple(contrary(part) for part in parts))
        case AnyOf(parts):
            return All(tuple(contrary(part) for part in parts))
        case bool():
            return not condition
        case Ask():
            return Not(condition)


def settled(condition: Condition) -> Condition:
    """Return the same with every `not` before a question, or vanished."""
    match condition:
        case Not(inner):
            return contrary(inner)
        case All(parts):
            return All(tuple(settled(part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(settled(part) for part in parts))
        case _:
            return condition
