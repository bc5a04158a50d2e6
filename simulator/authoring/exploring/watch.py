"""Which outcomes every condition has had so far."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from simulator.engine import Choose, Read, State, Why
from simulator.engine.answers import Answer
from simulator.engine.events import Moved
from simulator.engine.situation import Situation, holds
from simulator.scenario.conditions import Condition
from simulator.scenario.guards import Guard, Moment

BOTH: Final = frozenset({True, False})
_Key = tuple[Moment, str, str]
_Waiting = tuple[Condition, set[bool]]
"""A condition that has not come out both ways yet, and how it has: no look-up by the
guard, whose hash goes through all of its condition."""


class Watch:
    """Asks conditions at their moments, until they have come out both ways."""

    __slots__ = ("_open", "_reactions", "_seen", "left")

    def __init__(self, guards: Iterable[Guard]) -> None:
        self._seen: dict[Guard, set[bool]] = {}
        self._open: dict[_Key, list[_Waiting]] = defaultdict(list)
        self.left = 0
        """How many conditions have not come out both ways yet."""
        for guard in guards:
            outcomes = self._seen[guard] = set()
            self.left += 1
            key = (guard.moment, guard.scene, _about(guard))
            self._open[key].append((guard.condition, outcomes))
        self._reactions = any(one.moment is Moment.REACTING for one in self._seen)

    def seen(self) -> Mapping[Guard, frozenset[bool]]:
        """Return how each condition came out: not at all, one way, or both."""
        return {guard: frozenset(found) for guard, found in self._seen.items()}

    def stand(self, state: State) -> None:
        """Look at a state that was not seen before."""
        self._ask((Moment.STANDING, state.scene, ""), state)
        self._ask((Moment.STANDING, "", ""), state)

    def go(self, before: State, answer: Answer, after: State) -> None:
        """Look at an answer that was given."""
        if not self.left:
            return
        opened = self._open.get
        passed = _passed(before, answer, after, self._reactions)
        keys = [key for key in passed if opened(key)]
        if keys:
            between = replace(
                after, scene=before.scene, visits=before.visits, ending=None
            )
            for key in keys:
                self._ask(key, between)
        if after.ending is None and after.visits is not before.visits:
            self.enter(after)

    def enter(self, state: State) -> None:
        """Look at a state in which a scene has just been entered."""
        self._ask((Moment.ENTERING, state.scene, ""), state)

    def _ask(self, key: _Key, now: Situation) -> None:
        waiting = self._open.get(key)
        if not waiting:
            return
        for condition, outcomes in waiting:
            outcomes.add(holds(condition, now))
        still = [one for one in waiting if len(one[1]) < len(BOTH)]
        if len(still) < len(waiting):
            self.left -= len(waiting) - len(still)
            self._open[key] = still


def _about(guard: Guard) -> str:
    return "" if guard.reply else guard.about


def _passed(
    before: State, answer: Answer, after: State, reactions: bool
) -> Iterator[_Key]:
    """Yield the moments between an answer and the scene that follows it."""
    if isinstance(answer, Choose):
        yield (Moment.ANSWERING, before.scene, answer.reply)
    elif before.story.scenes[before.scene].form is not None:
        yield (Moment.FILLING, before.scene, "")
    if after.ending is not None:
        yield (Moment.ENDING, "", after.ending)
    if reactions:
        yield from _reacted(before.scene, after)


def _reacted(scene: str, after: State) -> Iterator[_Key]:
    events = after.latest
    if not any(type(event) is Moved and event.why is Why.REACTION for event in events):
        return
    for event in events:
        for use in event.codes if isinstance(event, Read) else ():
            yield (Moment.REACTING, scene, use.code)
            yield (Moment.REACTING, "", use.code)
