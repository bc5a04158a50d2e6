"""Conditions that come out one way by what they say themselves."""

from collections.abc import Mapping

from simulator.authoring.exploring.questions import asked
from simulator.scenario.conditions import NumberName
from simulator.scenario.guards import Guard, Moment
from simulator.scenario.model import Scenario
from simulator.scenario.possible import certain, possible


def is_plain(story: Scenario, guard: Guard) -> bool:
    """Tell whether a condition by itself says that it comes out one way."""
    most = _most(story, guard)
    return not possible(guard.condition, most) or certain(guard.condition, most)


def believed(story: Scenario, guard: Guard, seen: frozenset[bool]) -> frozenset[bool]:
    """Return how a condition comes out where patience is as short as it is.

    Args:
        story: The scenario.
        guard: The condition.
        seen: How it came out where nobody lost patience.
    """
    most = _most(story, guard)
    if not seen or not most or not _asks_patience(story, guard):
        return seen
    if not possible(guard.condition, most):
        return frozenset({False})
    return frozenset({True}) if certain(guard.condition, most) else seen


def _most(story: Scenario, guard: Guard) -> Mapping[NumberName, int]:
    """Return up to how many fruitless turns a condition may be asked.

    The turn that uses patience up ends the talk, or is the last line of one.
    """
    if story.patience is None:
        return {}
    ends = guard.moment is Moment.ENDING or guard.path[:2] == ("patience", "say")
    return {NumberName.FRUITLESS: story.patience.turns - (0 if ends else 1)}


def _asks_patience(story: Scenario, guard: Guard) -> bool:
    """Tell whether a condition asks about fruitless turns."""
    questions = asked(guard.condition, guard.scene, story)
    return any(one.name is NumberName.FRUITLESS for one in questions)
