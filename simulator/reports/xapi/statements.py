"""Go through the events of an attempt and tell each as statements."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scoring.scorecard import Scorecard
from simulator.engine import (
    YOU,
    BadEventsError,
    Corrected,
    Event,
    Filled,
    Finished,
    Learned,
    Mood,
    Moved,
    Read,
    Rewound,
    Said,
    Started,
)
from simulator.reports.xapi import results, turns
from simulator.reports.xapi.frame import Frame
from simulator.reports.xapi.model import Actor, Json, Statement
from simulator.sessions.dated import DatedTalk

_OPENING: Final = "started"


def statements(
    talk: DatedTalk, actor: Actor, card: Scorecard | None = None
) -> Iterator[Statement]:
    """Yield the statements of an attempt, in the order in which things happened.

    What stands in a statement depends on the events of its turn and of those before
    it: going on with the talk adds statements and changes none.

    Args:
        talk: The attempt; its first event is `Started`.
        actor: Who played.
        card: What it came to; None: what the talk itself comes to.

    Raises:
        BadEventsError: The events are not a talk of this scenario; nothing was yielded.
    """
    try:
        told = list(_told(talk, actor, card))
    except (LookupError, ValueError) as error:
        raise BadEventsError(f"the events do not fit the scenario: {error}") from error
    places = [place for place, _ in told] + [len(talk.events)]
    for (place, body), (_, following) in zip(told, pairwise(places), strict=True):
        yield Statement(talk.id, str(body["id"]), place, following, body)


def _told(
    talk: DatedTalk, actor: Actor, card: Scorecard | None
) -> Iterator[tuple[int, Json]]:
    course = _Course(talk, actor, card)
    for place, event in enumerate(talk.events):
        for body in course.told(place, event):
            yield place, body


class _Course:
    """Where the talk stands while its events are told one after the other."""

    def __init__(self, talk: DatedTalk, actor: Actor, card: Scorecard | None) -> None:
        first = talk.events[0]
        assert isinstance(first, Started)
        self._talk = talk
        self._actor, self._card = actor, card
        self._mode = first.mode
        start = talk.loaded.scenario.start
        self._scene = first.placed.scene if first.placed else start
        self._scenes = [self._scene]
        """Turn → the scene that the talk was in after it; of the turns that count."""
        self._said = ""
        self._corrected: Corrected | None = None

    def told(self, place: int, event: Event) -> Iterator[Json]:
        """Yield the statements of an event, and take it in."""
        if isinstance(event, Rewound | Corrected):
            self._undo(event)
        turn = 0 if isinstance(event, Started) else event.turn
        frame = Frame(self._talk, self._actor, self._mode, place, turn, self._scene)
        yield from self._statements(frame, event)
        self._take(event)

    def _statements(self, frame: Frame, event: Event) -> Iterator[Json]:
        match event:
            case Started():
                yield turns.started(frame, event)
                yield turns.arrived(frame, self._scene, _OPENING)
            case Read():
                learned = self._learned(frame.place)
                yield turns.answered(frame, event, self._said, learned, self._corrected)
            case Filled():
                yield turns.filled(frame, event, self._learned(frame.place))
            case Mood():
                yield turns.updated(frame, event)
            case Moved() if event.source != event.target:
                yield turns.arrived(frame, event.target, str(event.why))
            case Rewound():
                yield turns.went_back(frame, event)
            case Finished():
                yield from results.finished(frame, event, self._card)
            case _:
                return

    def _take(self, event: Event) -> None:
        if isinstance(event, Said) and event.who == YOU:
            self._said = event.text
        elif isinstance(event, Corrected):
            self._corrected = event
        elif isinstance(event, Read):
            self._corrected = None
        elif isinstance(event, Moved):
            self._scene = event.target
            self._scenes.append(event.target)

    def _undo(self, event: Rewound | Corrected) -> None:
        last = event.to if isinstance(event, Rewound) else event.turn - 1
        del self._scenes[last + 1 :]
        self._scene = self._scenes[-1]

    def _learned(self, place: int) -> Sequence[Learned]:
        """Return what became known by the answer at a place."""
        found: list[Learned] = []
        for later in range(place + 1, len(self._talk.events)):
            event = self._talk.events[later]
            if isinstance(event, Rewound | Corrected | Read | Filled):
                break
            if isinstance(event, Learned):
                found.append(event)
        return found
