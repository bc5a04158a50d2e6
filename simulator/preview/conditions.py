"""A condition as scenarios write it, and what keeps it from holding."""

from collections.abc import Callable, Iterator
from typing import Final

from simulator.engine import State
from simulator.engine.situation import holds, number
from simulator.preview.model import ConditionNote, PartNote
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
from simulator.scenario.model import Scenario

Named = Callable[[str], str]
"""`person.meter` → what conditions call it."""
_OR, _AND, _NOT, _ALONE = range(4)
"""How closely a condition holds together; what holds less closely is put in ( )."""
_CLOSENESS: Final = {AnyOf: _OR, All: _AND, Not: _NOT}


def condition_note(condition: Condition | None, now: State) -> ConditionNote | None:
    """Tell of a condition as things stand; None where there is none."""
    if condition is None:
        return None
    name = meter_names(now.story)
    lacking = tuple(_lacking(condition, now, name))
    return ConditionNote(written(condition, name), holds(condition, now), lacking)


def meter_names(story: Scenario) -> Named:
    """Return what calls a meter by its own name where only one person has it."""
    owners: dict[str, int] = {}
    for person in story.cast.values():
        for meter in person.mood:
            owners[meter] = owners.get(meter, 0) + 1

    def name(full: str) -> str:
        short = full.partition(".")[2]
        return short if owners.get(short) == 1 else full

    return name


def written(condition: Condition, name: Named = str) -> str:
    """Write a condition as its author could have.

    Args:
        condition: A checked one.
        name: What to call a meter, given as `person.meter`.
    """
    match condition:
        case bool():
            return "true" if condition else "false"
        case Ask():
            return f"{condition.name}({condition.about})"
        case Compare():
            left, right = (_number(n, name) for n in (condition.left, condition.right))
            return f"{left} {condition.how} {right}"
        case Not():
            return f"not {_within(condition.inner, _NOT, name)}"
        case All():
            return " and ".join(_within(one, _AND, name) for one in condition.parts)
        case AnyOf():
            return " or ".join(_within(one, _OR, name) for one in condition.parts)


def _within(condition: Condition, outer: int, name: Named) -> str:
    words = written(condition, name)
    close = _CLOSENESS.get(type(condition), _ALONE) > outer or isinstance(
        condition, Not
    )
    return words if close else f"({words})"


def _number(value: Number | int, name: Named) -> str:
    if isinstance(value, int):
        return str(value)
    if value.name is NumberName.METER:
        return name(value.about)
    return f"{value.name}({value.about})" if value.about else str(value.name)


def _lacking(condition: Condition, now: State, name: Named) -> Iterator[PartNote]:
    """Yield the parts that keep a condition from holding; none when it holds."""
    if holds(condition, now):
        return
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from _lacking(part, now, name)
    elif isinstance(condition, Not) and isinstance(condition.inner, AnyOf):
        for part in condition.inner.parts:
            yield from _lacking(Not(part), now, name)
    else:
        yield PartNote(written(condition, name), _now(condition, now))


def _now(condition: Condition, now: State) -> tuple[int, ...]:
    """Return what the names in a comparison come to; nothing for a question."""
    inner = condition.inner if isinstance(condition, Not) else condition
    if not isinstance(inner, Compare):
        return ()
    sides = (inner.left, inner.right)
    return tuple(number(one, now) for one in sides if isinstance(one, Number))
