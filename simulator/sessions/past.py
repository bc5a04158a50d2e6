"""What was kept of an attempt, gone through again."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from simulator.engine import (
    YOU,
    BadEventsError,
    Corrected,
    Event,
    Mode,
    Rewound,
    Said,
    Started,
    State,
    answers,
    effective,
    from_json,
    replay,
    step,
)
from simulator.scenario.model import Scenario
from simulator.store import Header


class Past(Struct, frozen=True):
    """An attempt so far."""

    states: tuple[State, ...]
    """The states of the turns that count: `states[n]` stands after turn n."""
    events: tuple[Event, ...]
    """Everything that happened, oldest first, rewinds included."""
    same: bool = True
    """True when playing the answers again gave every event as it was kept."""


def gone_through(scenario: Scenario, bodies: Sequence[object]) -> Past:
    """Play what was kept again.

    Lines may come out differently, as after an update of the program; each answer
    that counts must be the one that was given.

    Raises:
        BadEventsError: It is not a talk of this scenario.
    """
    events = tuple(from_json(body) for body in bodies)
    replayed = replay(scenario, events)
    again = [event for state in replayed.states[1:] for event in state.latest]
    counting = effective(events)
    same_length = _turn(counting[-1]) == len(replayed.states) - 1
    if not same_length or _answers(counting) != _answers(again):
        raise BadEventsError("an answer is no longer the one that was given")
    return Past(replayed.states, events, replayed.same)


def branched(scenario: Scenario, played: Sequence[Event], to: int) -> Past:
    """Return a talk's first turns as the beginning of another talk.

    What was taken back in it is left out. From an exam comes a talk in own words.

    Args:
        scenario: What it was played on.
        played: Its events, oldest first.
        to: The last turn that is taken over; 0: none.
    """
    kept = (event for event in effective(played) if _turn(event) <= to)
    events = tuple(
        _practice(event) if isinstance(event, Started) else event for event in kept
    )
    return Past(replay(scenario, events).states, events)


def _practice(started: Started) -> Started:
    return replace(started, mode=Mode.SPEAK) if started.mode == Mode.EXAM else started


def further(scenario: Scenario, past: Past, events: Sequence[Event]) -> Past:
    """Return a talk with further events, played again as it was played.

    Raises:
        BadEventsError: They are no move of this talk.
    """
    every = (*past.events, *events)
    if any(isinstance(event, Rewound | Corrected) for event in events):
        return Past(replay(scenario, every).states, every)
    states = list(past.states)
    for answer in answers(scenario, events):
        states.append(step(states[-1], answer)[0])
    return Past(tuple(states), every)


def header_of(
    attempt: str,
    source: str,
    scenario: Scenario,
    events: Sequence[Event],
    origin: str = "",
    origin_turn: int = 0,
) -> Header:
    """Return what never changes about an attempt, from how it began.

    Args:
        attempt: Its id.
        source: Where the scenario came from.
        scenario: What it is played on.
        events: Its events, of which the first says how it began.
        origin: The attempt that it branched off from, if any.
        origin_turn: The last turn that both have in common.
    """
    started = next(event for event in events if isinstance(event, Started))
    return Header(
        id=attempt,
        scenario=scenario.id,
        title=scenario.title,
        digest=scenario.digest,
        language=scenario.language,
        mode=started.mode,
        seed=started.seed,
        source=source,
        origin=origin,
        origin_turn=origin_turn,
    )


def _turn(event: Event) -> int:
    return 0 if isinstance(event, Started) else event.turn


def _answers(events: Iterable[Event]) -> list[tuple[str | None, str]]:
    return [
        (event.reply, event.text)
        for event in events
        if isinstance(event, Said) and event.who == YOU
    ]
