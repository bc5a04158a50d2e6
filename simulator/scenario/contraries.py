"""Conditions that exclude each other, as far as it shows in how they are written."""

from collections.abc import Iterator, Mapping
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


def contrary(condition: Condition) -> Condition:
    """Return the condition that holds just where another does not."""
    match condition:
        case Not(inner):
            return _settled(inner)
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


def complete_each_other(one: Condition | None, other: Condition | None) -> bool:
    """Tell whether one of two conditions always holds: each is the other's contrary."""
    if one is None or other is None:
        return False
    return contrary(one) == _settled(other)


def never_together(one: Condition | None, other: Condition | None) -> bool:
    """Tell whether two conditions plainly exclude each other.

    One asks, alone or joined by `and`, for the contrary of what the other asks for.
    A no does not mean that they can hold together.
    """
    if one is None or other is None:
        return False
    refused = {contrary(part) for part in _required(_settled(one))}
    return not refused.isdisjoint(_required(_settled(other))) or (
        contrary(one) == _settled(other)
    )


def _settled(condition: Condition) -> Condition:
    """Carry every `not` down to where it stands before a question, or vanishes."""
    match condition:
        case Not(inner):
            return contrary(inner)
        case All(parts):
            return All(tuple(_settled(part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_settled(part) for part in parts))
        case _:
            return condition


def _required(condition: Condition) -> Iterator[Condition]:
    """Yield what must hold for a condition to hold."""
    yield condition
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _required(part)
