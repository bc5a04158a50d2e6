"""Go through an attempt again: from its events to any of its states."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from simulator.engine.answers import Answer, Choose, Fill, Say, Source, Understood
from simulator.engine.begin import begin, begin_at
from simulator.engine.errors import BadEventsError, EngineError, NoSuchTurnError
from simulator.engine.events import (
    YOU,
    Corrected,
    Event,
    Filled,
    Read,
    Rewound,
    Said,
    Started,
)
from simulator.engine.state import State
from simulator.engine.step import step
from simulator.scenario.model import Scenario


class Replayed(Struct, frozen=True):
    """An attempt gone through again."""

    states: tuple[State, ...]
    """The states of the turns that count: `states[n]` stands after turn n."""
    same: bool
    """True when every event came out again as it was stored."""

    @property
    def state(self) -> State:
        """Where the talk stands now."""
        return self.states[-1]


def replay(scenario: Scenario, events: Sequence[Event]) -> Replayed:
    """Play an attempt's answers again and compare what happens.

    Args:
        scenario: The scenario that the attempt was played on.
        events: All its events, oldest first, rewinds included.

    Returns:
        The states that count, and whether the events are the same.

    Raises:
        BadEventsError: The events are not a talk of this scenario: they do not
            start with `started`, name another scenario, or hold an answer that
            is not possible.
    """
    first = _first(scenario, events)
    try:
        return _play(scenario, first, events)
    except (EngineError, KeyError, ValueError) as error:
        if isinstance(error, BadEventsError):
            raise
        raise BadEventsError(str(error)) from error


def rewind(
    scenario: Scenario, events: Sequence[Event], to: int
) -> tuple[State, tuple[Event, ...]]:
    """Go back to the moment after turn `to`; 0 is the beginning.

    Returns:
        The state then, and the event that tells of it.

    Raises:
        NoSuchTurnError: No such turn counts at present.
        BadEventsError: See `replay`.
    """
    states = replay(scenario, events).states
    return back(states, to)


def back(states: Sequence[State], to: int) -> tuple[State, tuple[Event, ...]]:
    """Go back along states already at hand; see `rewind`."""
    played = len(states) - 1
    if not 0 <= to <= played:
        raise NoSuchTurnError(to, played)
    return states[to], (Rewound(played, to),)


def undone(
    states: Sequence[State], correction: Corrected
) -> tuple[State, tuple[Event, ...]]:
    """Take back the last turn, which was misunderstood.

    Returns:
        The state before it, and the correction.

    Raises:
        NoSuchTurnError: The turn is not the last one that counts.
    """
    last = len(states) - 1
    if last < 1 or correction.turn != last:
        raise NoSuchTurnError(correction.turn, last)
    return states[last - 1], (correction,)


def effective(events: Iterable[Event]) -> tuple[Event, ...]:
    """Leave out what a rewind or a correction has undone, and these themselves."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event, Rewound | Corrected):
            last = event.to if isinstance(event, Rewound) else event.turn - 1
            kept = [e for e in kept if isinstance(e, Started) or e.turn <= last]
        else:
            kept.append(event)
    return tuple(kept)


def begun(scenario: Scenario, first: Started) -> tuple[State, tuple[Event, ...]]:
    """Begin a talk again as it was begun.

    Raises:
        NoSuchPlaceError: It was put down where this scenario has no place.
    """
    if first.placed is not None:
        return begin_at(scenario, first.seed, first.placed, first.mode)
    return begin(scenario, first.seed, first.mode, first.carried)


def answers(scenario: Scenario, events: Iterable[Event]) -> tuple[Answer, ...]:
    """Return the answers that count, oldest first, as they can be given again.

    Args:
        scenario: The one that was played.
        events: All of the attempt's.
    """
    kept = effective(events)
    found: list[Answer] = []
    for event, following in zip(kept, (*kept[1:], None), strict=True):
        if isinstance(event, Filled):
            found.append(Fill(event.values, event.right))
        elif isinstance(event, Said) and event.who == YOU:
            read = following if isinstance(following, Read) else None
            found.append(answer_of(event, read, scenario))
    return tuple(found)


def answer_of(said: Said, read: Read | None, scenario: Scenario) -> Answer:
    """Return the answer that led to a stored line of the trainee's.

    Args:
        said: The line.
        read: What it was taken to do; what a reader made of it is not read again.
        scenario: The scenario it was said in.
    """
    if read is None or said.reply != read.reply:
        return Say(said.text)
    if read.by is not Source.AUTHOR:
        return Say(said.text, Understood(read.codes, read.reply, read.by))
    if read.reply is not None:
        for reply in scenario.scenes[read.scene].replies:
            if reply.id == read.reply and reply.text == said.text:
                return Choose(reply.id)
    return Say(said.text)


def _first(scenario: Scenario, events: Sequence[Event]) -> Started:
    first = events[0] if events else None
    if not isinstance(first, Started):
        raise BadEventsError("the events do not begin with 'started'")
    if first.scenario != scenario.id:
        raise BadEventsError(
            f"the events tell of scenario {first.scenario!r}, not {scenario.id!r}"
        )
    return first


def _play(scenario: Scenario, first: Started, events: Sequence[Event]) -> Replayed:
    state, told = begun(scenario, first)
    states, all_told = [state], list(told)
    for event, following in zip(events, (*events[1:], None), strict=True):
        if isinstance(event, Said) and event.who == YOU:
            read = following if isinstance(following, Read) else None
            state, told = step(state, answer_of(event, read, scenario))
            states.append(state)
            all_told += told
        elif isinstance(event, Filled):
            state, told = step(state, Fill(event.values, event.right))
            states.append(state)
            all_told += told
        elif isinstance(event, Rewound):
            state, told = back(states, event.to)
            del states[event.to + 1 :]
            all_told += told
        elif isinstance(event, Corrected):
            state, told = undone(states, event)
            del states[event.turn :]
            all_told += told
    return Replayed(tuple(states), all_told == list(events))
