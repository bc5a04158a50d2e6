"""What a person sees of the talk of a whole room, besides the talk itself."""

from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.codes import Code
from scoring.principles import HIGHEST_LEVEL
from simulator.classroom.aliases import known_as
from simulator.classroom.course import Course
from simulator.classroom.gathered import LevelShare
from simulator.classroom.leading import Option, options, split_of, words_of
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.engine import Mode
from simulator.messages import N_
from simulator.reports.names import code_name
from simulator.reports.phrases import Phrase, phrase

_FORM: Final = N_("a form that was filled in")


class Bar(Struct, frozen=True):
    """One answer of the room, with how many gave it."""

    text: str
    """Word for word; of like answers, one."""
    form: Phrase | None
    """In place of a text, where a form was handed in."""
    count: int
    share: Fraction
    """0..1"""
    does: tuple[Phrase, ...]
    """What the words do."""
    who: str
    """Whose words they are; empty unless the trainer has turned names on."""
    mine: bool
    """Whether whoever looks has answered so."""


class Served(Struct, frozen=True):
    """How the room served one principle at this line."""

    principle: str
    title: str
    mean: Fraction
    """0..4"""
    counts: tuple[int, ...]
    """How many showed each level, 0 to 4."""
    silent: int


class Together(Struct, frozen=True):
    """Where the room stands, for one who is in it."""

    answering: bool
    """Whether he can answer now."""
    said: str | None
    """What he has answered to this line; None when he has not; empty: a form."""
    told: Phrase | None
    """What everybody waits for; None when it is his turn."""
    left: int | None
    """Seconds until the vote closes; None without a clock."""
    answered: int
    people: int
    bars: tuple[Bar, ...]
    """How the room answered; empty while it answers."""
    served: tuple[Served, ...]


def stand(room: Room, seat: Seat) -> str:
    """Return what tells one moment of a person's page from the next."""
    return f"{seat.moves}.{room.acts}.{int(room.closed)}.{int(seat.hand)}"


def line_of(room: Room) -> str:
    """Return which line of the room's talk is answered; empty where there is none."""
    return "" if room.course is None else str(room.course.here.number)


def puts_right(room: Room, where: Together | None) -> bool:
    """Tell whether somebody may say now that he meant something else.

    Args:
        room: The class.
        where: Where the room stands for him; None where each has his own talk.
    """
    own = where is None or (where.answering and where.said is not None)
    return room.held.mode is Mode.SPEAK and own


def together(room: Room, seat: Seat | None) -> Together | None:
    """Return where the room stands; None where each has his own talk.

    Args:
        room: The class.
        seat: Who looks; None: everybody at once, as on a projector.
    """
    course = room.course
    if course is None:
        return None
    here = course.here
    mine = here.answers.get(seat.person) if seat is not None else None
    closed = not here.open and not here.over
    answering = here.open and not course.paused and not room.closed
    return Together(
        answering=answering,
        said=None if mine is None else words_of(mine),
        told=_told(course, answered=mine is not None),
        left=None if here.until is None else room.seconds_until(here.until),
        answered=len(here.answers),
        people=len(room.seats),
        bars=_bars(room, course, seat) if closed else (),
        served=_served(room, course) if closed else (),
    )


def _told(course: Course, *, answered: bool) -> Phrase | None:
    if course.here.over:
        return None
    if course.paused:
        return phrase(N_("The trainer has paused the class. Wait a moment."))
    if not course.here.open:
        return phrase(N_("So the room has answered. The talk goes on in a moment."))
    if answered:
        return phrase(N_("Your answer is in. The others are still at it."))
    return None


def _bars(room: Room, course: Course, seat: Seat | None) -> tuple[Bar, ...]:
    who = seat.person if seat is not None else ""
    return tuple(_bar(room, one, who) for one in options(room, course.here))


def _bar(room: Room, one: Option, who: str) -> Bar:
    seat = room.seats.get(one.person)  # none of somebody who was erased
    return Bar(
        text=one.text,
        form=None if one.text else phrase(_FORM),
        count=len(one.people),
        share=one.share,
        does=tuple(code_name(code, ()) for code in one.codes if code is not Code.NONE),
        who=known_as(room, seat) if seat and room.named_quotations else "",
        mine=who in one.people,
    )


def _served(room: Room, course: Course) -> tuple[Served, ...]:
    told = split_of(room, course.here).principles
    return tuple(_serve(room, one) for one in told)


def _serve(room: Room, one: LevelShare) -> Served:
    title = room.loaded.rubric.principles[one.principle].title
    return Served(
        str(one.principle),
        title.get(room.scenario.language, str(one.principle)),
        min(one.mean, Fraction(HIGHEST_LEVEL)),
        one.counts,
        one.silent,
    )
