"""A class as its log tells it: who is in, and where each one's talk stands.

    room = Room(header, loaded, now)
    room.take(entry)              each entry of the log, in its order

Pure: the same entries give the same room, on every server. What is to happen is
worked out against a room (`joining`, `moving`), written to the log, and taken from
there like everything else.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from simulator.classroom.acts import ALL, Act, HandTaken, Named, Shown, Spoke
from simulator.classroom.course import Course, Round
from simulator.classroom.errors import (
    BadLogError,
    BadNameError,
    CannotLeadError,
    ClassroomError,
    ClosedError,
    FullError,
    StaleError,
    TakenNameError,
)
from simulator.classroom.happenings import (
    Closed,
    Erased,
    Hand,
    Happening,
    Joined,
    Judged,
    Led,
    Moved,
    Struck,
    folded,
)
from simulator.classroom.held import Held, Pace, digest, held_of, is_secret
from simulator.classroom.judgements import Judgements
from simulator.classroom.logged import happening_of
from simulator.classroom.seats import Aside, Seat, as_speaker
from simulator.classroom.words import heard_word
from simulator.engine import (
    BadEventsError,
    Corrected,
    EngineError,
    Event,
    Spoken,
    begin,
    replay,
    view,
)
from simulator.messages import N_
from simulator.packs import Loaded
from simulator.plaintext import plain
from simulator.scenario.model import Scenario
from simulator.sessions.attempt import Attempt
from simulator.sessions.hearing import Ears
from simulator.sessions.past import Past, further, header_of
from simulator.store import Entry, RoomHeader

LONGEST_NAME: Final = 40
MOST_PEOPLE: Final = 1_000


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
        self.shown = False
        """Whether the trainer has shown the room its debrief."""
        self.named_quotations = False
        """Whether the room sees whose words it reads."""
        self.acts = 0
        """How often the trainer has done something."""
        together = self.held.pace is Pace.TOGETHER
        self.course: Course | None = None
        """The talk of the whole room; None where each has his own."""
        if together:
            self.course = Course(loaded.scenario, self.held.seed, self.held.mode)
        self.judgements = Judgements()
        """What trainers said of readings."""
        self._asides: list[Aside] = []
        """What the trainer has said to the whole room."""
        self._seats: dict[str, Seat] = {}
        self._names: dict[str, str] = {}
        self._came = 0
        """How many have come in, those who were erased since included."""
        self._erased: set[str] = set()

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self.loaded.scenario

    @property
    def seats(self) -> Mapping[str, Seat]:
        """Person → his seat, in the order in which they came in."""
        return self._seats

    @property
    def erased(self) -> frozenset[str]:
        """The ids of those whose data were erased."""
        return frozenset(self._erased)

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
            self._happened(happening, entry.at)
        except (EngineError, ClassroomError, LookupError, ValueError) as error:
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
        began: tuple[Event, ...] = ()
        if self.course is None:
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
        self,
        seat: Seat,
        move: int,
        act: Callable[[Attempt], object],
        ears: Ears,
        *,
        again: bool = False,
    ) -> Moved:
        """Return what happens when a person makes his next move.

        Args:
            seat: His.
            move: Which of his moves it is meant to be.
            act: Does it to his talk, which goes no further than here.
            ears: Hear own words.
            again: Whether it is done to what he has answered already, where the room
                has one talk.

        Raises:
            ClosedError: The class is over.
            PausedError, VoteClosedError: The room does not answer now.
            StaleError: Another move was made in its place.
            EngineError, SessionError: The move cannot be made.
        """
        if self.closed:
            raise ClosedError
        if move != seat.moves + 1:
            raise StaleError
        number: int | None = None
        if self.course is not None:
            self.course.check_open(self._now())
            number = self.course.here.number
        talk = self.talk(seat, ears, answered=again)
        before = len(talk.events)
        act(talk)
        return Moved(seat.person, move, talk.events[before:], number)

    def leading(self, act: Act) -> Led:
        """Return what happens when the trainer does something.

        Raises:
            ClosedError: The class is over; the debrief can still be shown.
            CannotLeadError: It makes no sense now.
        """
        if self.closed and not isinstance(act, Shown | Named):
            raise ClosedError
        if isinstance(act, Spoke | HandTaken):
            to = act.to if isinstance(act, Spoke) else act.person
            if to not in self._seats and (to != ALL or isinstance(act, HandTaken)):
                raise CannotLeadError(N_("Nobody of this name is here."))
        elif not isinstance(act, Shown | Named):
            if self.course is None:
                raise CannotLeadError(N_("Here each talks at his own pace."))
            self.course.check(act)
        return Led(self.acts + 1, act)

    def talk(self, seat: Seat, ears: Ears, *, answered: bool = False) -> Attempt:
        """Return a person's talk as all front ends know it; nothing is kept by it.

        Args:
            seat: His.
            ears: Hear own words.
            answered: Whether to go on to what he answers just now, where the room has
                one talk: what comes of it is not for him to see yet.
        """
        past = self.answer(seat) or seat.past if answered else seat.past
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

    def answer(self, seat: Seat) -> Past | None:
        """Return the talk with what a person answers just now, if he did.

        None also where each has his own talk: there an answer leads on at once.
        """
        return self.course.here.answers.get(seat.person) if self.course else None

    def seconds_until(self, then: datetime) -> int:
        """Return how many seconds are left, none less than 0."""
        return max(0, round((then - self._now()).total_seconds()))

    def heard(self, line: Round) -> tuple[Spoken, ...]:
        """Return what the room has heard since the answer before a line."""
        last = view(line.state).spoken
        told = [one for one in self._asides if one.after == len(line.past.events)]
        return (*last, *(as_speaker(last, one.text) for one in told))

    def _happened(self, happening: Happening, at: str) -> None:
        match happening:
            case Joined() | Struck() | Erased() | Judged():
                self._about(happening)
            case Moved():
                self._moved(happening)
            case Led(number, act):
                if number != self.acts + 1:
                    raise BadEventsError(f"act {number} after {self.acts}")
                self.acts = number
                self._led(act, datetime.fromisoformat(at))
            case Hand(person, number, up):
                seat = self._seats.get(person)
                if seat is not None:
                    seat.hand, seat.hands = up, number
            case Closed():
                self.closed = True

    def _about(self, happening: Joined | Struck | Erased | Judged) -> None:
        """Take in what is done to a person, and not by him."""
        match happening:
            case Judged(person):
                if person in self._seats:
                    self.judgements.take(happening)
            case Joined():
                self._seat(happening)
            case Struck(was):
                self._came += was == "joined"
            case Erased(person):
                self._erase(person)

    def _moved(self, moved: Moved) -> None:
        if moved.person in self._erased:
            return  # by a server that did not know it yet
        seat = self._seats.get(moved.person)
        if self.course is not None and moved.round is not None:
            self._answered(self.course, moved, moved.round)
        if seat is None:
            return  # somebody who was erased: what the room took of him is nobody's
        if moved.move != seat.moves + 1:
            raise BadEventsError(f"move {moved.move} after {seat.moves}")
        if self.course is None:
            start = len(seat.past.events)
            self.judgements.moved(seat.person, None, moved.move, start)
            seat.past = further(self.scenario, seat.past, moved.events)
        seat.moves = moved.move

    def _answered(self, course: Course, moved: Moved, number: int) -> None:
        line, person = course.rounds[number], moved.person
        again = any(isinstance(event, Corrected) for event in moved.events)
        before = line.answers[person] if again else line.past
        self.judgements.moved(person, number, moved.move, len(before.events))
        course.answered(person, number, further(self.scenario, before, moved.events))

    def _led(self, act: Act, at: datetime) -> None:
        match act:
            case Spoke(to, text):
                self._say(to, text)
            case HandTaken(person):
                if person in self._seats:
                    self._seats[person].hand = False
            case Shown(on):
                self.shown = on
            case Named(on):
                self.named_quotations = on
            case _ if self.course is not None:
                self.course.led(act, at)
                for seat in self._seats.values():
                    seat.past = self.course.here.past
            case _:
                raise BadEventsError("there is no talk of the room")

    def _say(self, to: str, text: str) -> None:
        if self.course is not None and to == ALL:
            self._asides.append(_aside(self.course.here.past, text))
        for seat in self._seats.values():
            if to in (ALL, seat.person) and not seat.finished:
                seat.asides.append(_aside(seat.past, text))

    def _seat(self, joined: Joined) -> None:
        if self.course is not None:
            past = self.course.here.past
        else:
            past = Past(replay(self.scenario, joined.began).states, joined.began)
        self._came += 1
        seat = Seat(joined.person, joined.name, joined.word, past, self._came)
        seat.asides.extend(self._asides)
        self._seats[seat.person] = seat
        self._names[folded(seat.name)] = seat.person

    def _erase(self, person: str) -> None:
        self._erased.add(person)
        self.judgements.forget(person)
        seat = self._seats.pop(person, None)
        if seat is not None:
            del self._names[folded(seat.name)]
        if self.course is not None:
            self.course.forget(person)
            for other in self._seats.values():
                other.past = self.course.here.past


def _aside(past: Past, text: str) -> Aside:
    return Aside(past.states[-1].turn, len(past.events), text)
