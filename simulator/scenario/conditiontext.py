"""A condition as its author could have written it."""

from collections.abc import Callable

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

Named = Callable[[str], str]
"""`person.meter` → what it is called."""


def condition_text(condition: Condition | None, name: Named = str) -> str:
    """Return a condition in the words of `if:`; empty where there is none.

    Parentheses stand only where they are needed. Parsed again it is the same.

    Args:
        condition: A checked one.
        name: What to call a meter; usually its long form, `oleg.resistance`.
    """
    match condition:
        case None:
            return ""
        case bool():
            return "true" if condition else "false"
        case Ask():
            return f"{condition.name}({condition.about})"
        case Compare():
            left, right = (_number(n, name) for n in (condition.left, condition.right))
            return f"{left} {condition.how} {right}"
        case Not():
            return f"not {_inside(condition.inner, name, All, AnyOf)}"
        case All():
            return " and ".join(_inside(p, name, All, AnyOf) for p in condition.parts)
        case AnyOf():
            return " or ".join(_inside(p, name, AnyOf) for p in condition.parts)


def _number(number: Number | int, name: Named) -> str:
    if isinstance(number, int):
        return str(number)
    if number.name is NumberName.METER:
        return name(number.about)
    return f"{number.name}({number.about})" if number.about else str(number.name)


def _inside(part: Condition, name: Named, *weaker: type) -> str:
    """Return a part, in parentheses when it would fall apart without them."""
    text = condition_text(part, name)
    return f"({text})" if isinstance(part, weaker) else text
