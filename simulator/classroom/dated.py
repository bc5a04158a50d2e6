"""The talks of a class with their times, for whoever tells them to other systems."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from simulator.classroom.errors import SharedTalkError
from simulator.classroom.happenings import Joined, Moved
from simulator.classroom.logged import happening_of
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.sessions import DatedTalk
from simulator.sessions.dated import moment
from simulator.store import RoomLog

_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


def dated_talks(log: RoomLog, room: Room) -> Iterator[tuple[Seat, DatedTalk]]:
    """Yield each person's talk, in the order in which they came in.

    Args:
        log: Where the class is kept.
        room: The class, as that log tells it.

    Raises:
        SharedTalkError: The room has one talk, so that nobody has one of his own.
        BadLogError, StoreError: Its log cannot be gone through.
    """
    if room.course is not None:
        raise SharedTalkError
    times: dict[str, list[datetime]] = {person: [] for person in room.seats}
    for entry in log.entries(room.header.id):
        match happening_of(entry.body):
            case (
                Joined(person=person, began=events)
                | Moved(person=person, events=events)
            ) if person in times:
                _add(times[person], entry.at, len(events))
            case _:
                pass
    for person, seat in room.seats.items():
        events = seat.past.events
        name = f"{room.header.id}-{person}"
        told = tuple(times[person][: len(events)])
        yield seat, DatedTalk(name, room.loaded, events, told)


def _add(times: list[datetime], at: str, count: int) -> None:
    """Add the time of some events; none is before the one that it follows."""
    before = times[-1] if times else _NEVER
    times.extend([max(before, moment(at) or before)] * count)
