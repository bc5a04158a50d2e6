"""Everything in a scenario that has effects, and every condition with its place."""

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
    TestName,
)
from simulator.scenario.model import Effects, Line, Scenario, Scene


def all_effects(scenario: Scenario) -> Iterator[Effects]:
    """Yield the effects of every move that a scenario has, in the order of the file."""
    for scene in scenario.scenes.values():
        yield from (reply.effects for reply in scene.replies)
        yield from (reaction.effects for reaction in scene.reactions)
        if scene.form is not None:
            yield from (move.effects for move in scene.form.then)
    yield from (reaction.effects for reaction in scenario.reactions)


def all_conditions(scenario: Scenario) -> Iterator[Condition]:
    """Yield every condition of a scenario."""
    for scene in scenario.scenes.values():
        yield from _of_scene(scene)
    yield from (one.when for one in scenario.reactions if one.when is not None)
    for lines in _lines(scenario):
        yield from (line.when for line in lines if line.when is not None)


def _of_scene(scene: Scene) -> Iterator[Condition]:
    yield from (one.when for one in scene.replies if one.when is not None)
    yield from (one.when for one in scene.reactions if one.when is not None)
    if scene.form is not None:
        yield from (one.when for one in scene.form.then if one.when is not None)


def _lines(scenario: Scenario) -> Iterator[tuple[Line, ...]]:
    yield from (effects.say for effects in all_effects(scenario))
    yield from (scene.say for scene in scenario.scenes.values())
    yield from (scene.otherwise for scene in scenario.scenes.values())
    yield from (ending.say for ending in scenario.endings.values())
    yield scenario.otherwise
    if scenario.patience is not None:
        yield scenario.patience.reminders
        yield scenario.patience.say


def asked(condition: Condition, about: TestName) -> Iterator[str]:
    """Yield what a condition asks after: the facts, for `knows`, and so on."""
    match condition:
        case Ask(name, of):
            if name is about:
                yield of
        case Not(inner):
            yield from asked(inner, about)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from asked(part, about)
        case Compare() | bool():
            return


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
