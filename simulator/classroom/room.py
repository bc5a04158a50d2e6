"""A class as its log tells it: who is in, and where each one's talk stands.

    room = Room(header, loaded, now)
    room.take(entry)              each entry of the log, in its order

Pure: the same entries give the same room, on every server. What is to happen is
worked out against a room (`joining`, `moving`), written to the log, and taken from
there like everything else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from simulator.classroom.errors import (
    BadLogError,
    BadNameError,
    ClosedError,
    FullError,
    StaleError,
    TakenNameError,
)
from simulator.classroom.happenings import (
    Closed,
    Happening,
    Joined,
    Moved,
    folded,
    happening_of,
)
from simulator.classroom.held import Held, digest, held_of, is_secret
from simulator.classroom.words import heard_word
from simulator.engine import (
    BadEventsError,
    Corrected,
    EngineError,
    Event,
    Rewound,
    State,
    answers,
    begin,
    replay,
    step,
)
from simulator.packs import Loaded
from simulator.plaintext import plain
from simulator.scenario.model import Scenario
from simulator.sessions import Attempt, Ears
from simulator.sessions.past import Past, header_of
from simulator.store import Entry, RoomHeader

LONGEST_NAME: Final = 40
MOST_PEOPLE: Final = 1_000


@dataclass(slots=True)
class Seat:
    """A person in the class."""

    person: str
    name: str
    word: str
    """The digest of his personal word."""
    past: Past
    """His talk so far."""
    moves: int = 0
    """How many moves he has made."""

    @property
    def state(self) -> State:
        """Where his talk stands."""
        return self.past.states[-1]

    @property
    def finished(self) -> bool:
        """True when his talk has come to an ending."""
        return self.state.ending is not None


class Room:
    """A class, as far as its log was taken in."""

    def __init__(
        self, header: RoomHeader, loaded: Loaded, now: Callable[[], datetime]
    ) -> None:
        """Begin with an empty room.

        Args:
            header: What was settled when the class was opened.
            loaded: What it plays.
            now: Tells the time, for what bears a date.
        """
        self.header = header
        self._now = now
        self.held: Held = held_of(header)
        self.loaded = loaded
        self.seq = 0
        """The place of the last entry that was taken in."""
        self.closed = False
        self._seats: dict[str, Seat] = {}
        self._names: dict[str, str] = {}

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self.loaded.scenario

    @property
    def seats(self) -> Mapping[str, Seat]:
        """Person → his seat, in the order in which they came in."""
        return self._seats

    def named(self, name: str) -> Seat | None:
        """Return who has a name; None when nobody has."""
        person = self._names.get(folded(name))
        return self._seats[person] if person is not None else None

    def take(self, entry: Entry) -> None:
        """Take in the next entry of the log.

        Raises:
            BadLogError: It is not the next one, or makes no sense here.
        """
        if entry.seq != self.seq + 1:
            raise BadLogError(f"entry {entry.seq} after {self.seq}")
        happening = happening_of(entry.body)
        try:
            self._happened(happening)
        except (EngineError, KeyError) as error:
            raise BadLogError(f"entry {entry.seq}: {error}") from error
        self.seq = entry.seq

    def joining(self, person: str, name: str, word: str, seed: int) -> Joined:
        """Return what happens when somebody new comes in.

        Args:
            person: An id that nobody has.
            name: As typed.
            word: His personal word, which brings him back.
            seed: Fixes the order in which replies are shown to him.

        Raises:
            ClosedError: The class is over.
            BadNameError: It is no name.
            TakenNameError: Somebody has it.
            FullError: There is no room left.
        """
        if self.closed:
            raise ClosedError
        shown = " ".join(plain(name).split())
        if not shown or len(shown) > LONGEST_NAME:
            raise BadNameError(LONGEST_NAME)
        if self.named(shown) is not None:
            raise TakenNameError
        if len(self._seats) >= MOST_PEOPLE:
            raise FullError(MOST_PEOPLE)
        _, began = begin(self.scenario, seed, self.held.mode)
        return Joined(person, shown, digest(heard_word(word)), began)

    def returning(self, name: str, word: str) -> Seat:
        """Return the seat of somebody who comes back.

        Raises:
            TakenNameError: The word is not that of this name, or nobody has the name:
                which of the two, is not told.
        """
        seat = self.named(name)
        if seat is None or not is_secret(heard_word(word), seat.word):
            raise TakenNameError
        return seat

    def moving(
        self, seat: Seat, move: int, act: Callable[[Attempt], object], ears: Ears
    ) -> Moved:
        """Return what happens when a person makes his next move.

        Args:
            seat: His.
            move: Which of his moves it is meant to be.
            act: Does it to his talk, which goes no further than here.
            ears: Hear own words.

        Raises:
            ClosedError: The class is over.
            StaleError: Another move was made in its place.
            EngineError, SessionError: The move cannot be made.
        """
        if self.closed:
            raise ClosedError
        if move != seat.moves + 1:
            raise StaleError
        talk = self.talk(seat, ears)
        before = len(talk.events)
        act(talk)
        return Moved(seat.person, move, talk.events[before:])

    def talk(self, seat: Seat, ears: Ears) -> Attempt:
        """Return a person's talk as all front ends know it; nothing is kept by it."""
        past = seat.past
        events = past.events
        header = header_of(seat.person, self.held.source, self.scenario, events)
        return Attempt(
            header,
            self.loaded,
            past.states,
            events,
            store=None,
            kept=len(events),
            now=self._now,
            ears=ears,
        )

    def _happened(self, happening: Happening) -> None:
        match happening:
            case Joined():
                self._seat(happening)
            case Moved(person, move, events):
                seat = self._seats[person]
                if move != seat.moves + 1:
                    raise BadEventsError(f"move {move} after {seat.moves}")
                seat.past = further(self.scenario, seat.past, events)
                seat.moves = move
            case Closed():
                self.closed = True

    def _seat(self, joined: Joined) -> None:
        began = replay(self.scenario, joined.began)
        past = Past(began.states, joined.began)
        seat = Seat(joined.person, joined.name, joined.word, past)
        self._seats[seat.person] = seat
        self._names[folded(seat.name)] = seat.person


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
