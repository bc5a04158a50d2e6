"""A condition as its author could have written it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Condition,
    Not,
    Number,
    NumberName,
)


def condition_text(condition: Condition | None) -> str:
    """Return a condition in the words of `if:`; empty where there is none.

    Meters are written in their long form, `oleg.resistance`; parentheses stand only
    where they are needed. Parsed again it is the same condition.
    """
    if condition is None:
        return ""
    if isinstance(condition, bool):
        return "true" if condition else "false"
    return _TEXT[type(condition)](condition)


def _compare(condition: Compare) -> str:
    left, right = _number(condition.left), _number(condition.right)
    return f"{left} {condition.how} {right}"


def _number(number: Number | int) -> str:
    if isinstance(number, int):
        return str(number)
    if number.name is NumberName.METER:
        return number.about
    return f"{number.name}({number.about})" if number.about else str(number.name)


def _ask(condition: Ask) -> str:
    return f"{condition.name}({condition.about})"


def _not(condition: Not) -> str:
    return f"not {_inside(condition.inner, All, AnyOf, Compare)}"


def _all(condition: All) -> str:
    return " and ".join(_inside(part, AnyOf, All) for part in condition.parts)


def _any(condition: AnyOf) -> str:
    return " or ".join(_inside(part, AnyOf) for part in condition.parts)


def _inside(part: Condition, *weaker: type) -> str:
    """Return a part, in parentheses when it would fall apart without them."""
    text = condition_text(part)
    return f"({text})" if isinstance(part, weaker) else text


_TEXT: Final[Mapping[type, Callable[[Any], str]]] = {
    Compare: _compare,
    Ask: _ask,
    Not: _not,
    All: _all,
    AnyOf: _any,
}
