"""Everything in a scenario that has effects, and every condition with its place."""

from collections.abc import Iterator

from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
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
