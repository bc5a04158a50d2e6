"""Whether a talk that went on and on could have been brought to an end by choosing."""

from collections import deque
from collections.abc import Hashable
from typing import Final

from simulator.authoring.exploring.answers import Answers
from simulator.authoring.exploring.questions import merger, tracked
from simulator.engine import State, step
from simulator.scenario.guards import guards
from simulator.scenario.model import Scenario

MOST: Final = 3_000
"""So many answers are tried; where no end was found by then, nothing is claimed."""


def leads_out(state: State) -> bool:
    """Tell whether some answers on offer lead from here to an ending.

    States from which the same can follow are looked at once. Own words do not count:
    somebody who chooses must be able to leave a circle by choosing.

    Returns:
        True also where there are too many states to be sure.
    """
    story = state.story
    told = tracked(guards(story), story)
    answers, key = Answers(story, told), merger(told, _once(story))
    seen: set[Hashable] = set()
    waiting = deque([state])
    given = 0
    while waiting and given < MOST:
        here = waiting.popleft()
        place = (key(here), here.fruitless if story.patience else 0)
        if place in seen:
            continue
        seen.add(place)
        for answer in answers.chosen(here):
            given += 1
            following, _ = step(here, answer)
            if following.ending is not None:
                return True
            waiting.append(following)
    return bool(waiting)


def _once(story: Scenario) -> list[str]:
    return [
        f"{scene.id}.{reply.id}"
        for scene in story.scenes.values()
        for reply in scene.replies
        if reply.once
    ]
