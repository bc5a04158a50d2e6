"""Go through an attempt again: from its events to any of its states."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.engine.answers import Answer, Choose, Say
from simulator.engine.errors import BadEventsError, EngineError, NoSuchTurnError
from simulator.engine.events import YOU, Event, Rewound, Said, Started
from simulator.engine.state import State
from simulator.engine.step import begin, step
from simulator.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Replayed:
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
    except (EngineError, KeyError) as error:
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


def effective(events: Iterable[Event]) -> tuple[Event, ...]:
    """Leave out what a rewind has undone, and the rewinds themselves."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event, Rewound):
            kept = [e for e in kept if isinstance(e, Started) or e.turn <= event.to]
        else:
            kept.append(event)
    return tuple(kept)


def answer_of(said: Said, scenario: Scenario, scene: str) -> Answer:
    """Return the answer that led to a stored line of the trainee's."""
    if said.reply is not None:
        for reply in scenario.scenes[scene].replies:
            if reply.id == said.reply and reply.text == said.text:
                return Choose(said.reply)
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
    state, told = begin(scenario, first.seed, first.mode)
    states, all_told = [state], list(told)
    for event in events:
        if isinstance(event, Said) and event.who == YOU:
            state, told = step(state, answer_of(event, scenario, state.scene))
            states.append(state)
            all_told += told
        elif isinstance(event, Rewound):
            state, told = back(states, event.to)
            del states[event.to + 1 :]
            all_told += told
    return Replayed(tuple(states), all_told == list(events))
