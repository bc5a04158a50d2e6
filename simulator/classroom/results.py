"""What a class came to: one row a person, for a table or a page."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.principles import Principle
from scoring.scorecard import Scorecard
from scoring.talk import Outcome
from simulator.classroom.aliases import known_as
from simulator.classroom.errors import NoSuchClassError
from simulator.classroom.held import Names
from simulator.classroom.room import Room
from simulator.classroom.scores import as_heard, scorecard
from simulator.classroom.seats import Seat
from simulator.classroom.told import room_told
from simulator.store import RoomHeader, RoomLog

LATEST: Final = ""
"""In place of a code: the class opened last."""


class Scores(Struct, frozen=True):
    """Both scores of a talk, 0..100; None as in `Result`."""

    business: Fraction | None
    key_client: Fraction | None


class Result(Struct, frozen=True):
    """What one person's talk came to, finished or not."""

    name: str
    turns: int
    ending: str
    """Its title; empty while the talk goes on."""
    outcome: Outcome | None
    good: bool | None
    business: Fraction | None
    """0..100; None when no principle was reached."""
    key_client: Fraction | None
    """0..100; None while nothing was answered."""
    levels: dict[Principle, Fraction | None]
    """0..4; None for a principle that was not reached."""
    heard: Scores | None = None
    """Both scores as the words were heard, where a trainer has put some right and
    that changes anything."""


def room_of(log: RoomLog, code: str, now: datetime) -> Room:
    """Return a class as its log tells it, without a server.

    Args:
        log: Where it is kept.
        code: Its code, or `LATEST`.
        now: This moment.

    Raises:
        NoSuchClassError: There is none.
        BadLogError, StoreError: Its log cannot be gone through.
    """
    header = _header(log, code)
    if header is None:
        raise NoSuchClassError
    return room_told(log, header, lambda: now)


def results(room: Room, names: Names | None = None) -> Iterator[Result]:
    """Yield what each person's talk came to, in the order in which they came in.

    Args:
        room: The class.
        names: What people are called; see `known_as`.
    """
    for seat in room.seats.values():
        yield _result(room, seat, known_as(room, seat, names))


def _header(log: RoomLog, code: str) -> RoomHeader | None:
    if code != LATEST:
        return log.with_code(code)
    return next(iter(log.rooms()), None)


def _result(room: Room, seat: Seat, name: str) -> Result:
    card, heard = scorecard(room, seat), as_heard(room, seat)
    ending = room.scenario.endings.get(seat.state.ending or "")
    return Result(
        name=name,
        turns=seat.state.turn,
        ending=ending.title if ending else "",
        outcome=ending.outcome if ending else None,
        good=ending.good if ending else None,
        business=card.business,
        key_client=scores_of(card).key_client,
        levels={one.principle: one.level for one in card.principles},
        heard=None if heard is None else scores_of(heard),
    )


def scores_of(card: Scorecard) -> Scores:
    """Return both scores of a scorecard."""
    rules = card.key_client
    return Scores(card.business, None if rules is None else Fraction(rules.points))
