"""What the plays came across: replies on offer, and conditions with their outcomes.

Only what was not seen yet is looked at, so that the thousandth play pays nothing.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from simulator.authoring.exploring.watch import Watch
from simulator.engine import Answer, State
from simulator.scenario.guards import Guard, guards
from simulator.scenario.model import Reply, Scenario


class Outcome(NamedTuple):
    """A condition, and whether it held."""

    place: str
    """Where it stands; see `place_of`."""
    held: bool


class Seen(Struct, frozen=True):
    """What was come across; parts of it can be put together."""

    offered: frozenset[str] = frozenset()
    """Replies, as `scene.reply`."""
    outcomes: frozenset[Outcome] = frozenset()

    def with_more(self, other: "Seen") -> "Seen":
        """Return both together."""
        return Seen(self.offered | other.offered, self.outcomes | other.outcomes)


class Coverage:
    """Gathers what is come across."""

    def __init__(self, scenario: Scenario) -> None:
        """Begin with everything unseen."""
        self._unseen = {
            scene.id: {reply.id for reply in scene.replies}
            for scene in scenario.scenes.values()
        }
        self._offered: set[str] = set()
        self._watch = Watch(guards(scenario))

    def seen(self) -> Seen:
        """Return what was come across so far."""
        outcomes = {
            Outcome(place_of(guard), held)
            for guard, found in self._watch.seen().items()
            for held in found
        }
        return Seen(frozenset(self._offered), frozenset(outcomes))

    def note_start(self, state: State, offers: Iterable[Reply]) -> None:
        """Note how talks begin."""
        self._watch.enter(state)
        self._note_state(state, offers)

    def note(
        self, before: State, answer: Answer, after: State, offers: Iterable[Reply]
    ) -> None:
        """Note an answer, and what is on offer after it."""
        self._watch.go(before, answer, after)
        if after.ending is None:
            self._note_state(after, offers)

    def _note_state(self, state: State, offers: Iterable[Reply]) -> None:
        self._watch.stand(state)
        unseen = self._unseen[state.scene]
        if unseen:
            new = unseen.intersection([reply.id for reply in offers])
            self._offered.update(f"{state.scene}.{name}" for name in new)
            unseen -= new


def conditions(scenario: Scenario) -> Iterator[str]:
    """Yield the place of every condition of a scenario."""
    return map(place_of, guards(scenario))


def place_of(guard: Guard) -> str:
    """Return the keys of the file that lead to a condition, joined by dots.

    A reply stands by its id, `scenes.wall.replies.meet`; a line, a reaction and a way
    after a form by its number, counted from 1: `scenes.wall.say.1`.
    """
    keys = [str(key + 1) if isinstance(key, int) else key for key in guard.path[:-1]]
    if "replies" in guard.path[:3]:
        keys[3] = guard.about
    return ".".join(keys)
