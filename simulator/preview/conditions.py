"""A condition as scenarios write it, and what keeps it from holding."""

from collections.abc import Iterator

from simulator.engine import State
from simulator.engine.situation import holds, number
from simulator.preview.model import ConditionNote, PartNote
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Not,
    Number,
)
from simulator.scenario.conditiontext import Named, condition_text
from simulator.scenario.model import Scenario


def condition_note(condition: Condition | None, now: State) -> ConditionNote | None:
    """Tell of a condition as things stand; None where there is none."""
    if condition is None:
        return None
    name = meter_names(now.story)
    lacking = tuple(_lacking(condition, now, name))
    return ConditionNote(
        condition_text(condition, name), holds(condition, now), lacking
    )


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
        yield PartNote(condition_text(condition, name), _now(condition, now))


def _now(condition: Condition, now: State) -> tuple[int, ...]:
    """Return what the names in a comparison come to; nothing for a question."""
    inner = condition.inner if isinstance(condition, Not) else condition
    if not isinstance(inner, Compare):
        return ()
    sides = (inner.left, inner.right)
    return tuple(number(one, now) for one in sides if isinstance(one, Number))
