"""The talks of a class with their times, for whoever tells them to other systems."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from scoring.scorecard import Scorecard
from simulator.classroom.course import Course
from simulator.classroom.happenings import Joined, Moved
from simulator.classroom.logged import happening_of
from simulator.classroom.room import Room
from simulator.classroom.scores import scorecard
from simulator.engine import Corrected
from simulator.reports.xapi import OwnAnswer
from simulator.sessions.dated import DatedTalk
from simulator.store import RoomLog
from simulator.store.times import NEVER, moment

_Times = dict[tuple[str, int | None], list[datetime]]
"""Person and line of the room, None at one's own pace → when his events were kept."""


class ClassTalk(Struct, frozen=True):
    """What one person of a class has talked."""

    person: str
    talk: DatedTalk
    """His talk; that of the room where the room has one."""
    own: tuple[OwnAnswer, ...] = ()
    """What he answered in the talk of the room."""
    card: Scorecard | None = None
    """What that came to, as it was heard; None where the talk is his own."""

    @property
    def last(self) -> datetime:
        """When something of it happened last."""
        return max((*self.talk.times, *(one.talk.times[-1] for one in self.own)))


def class_talks(log: RoomLog, room: Room) -> Iterator[ClassTalk]:
    """Yield what each person has talked, in the order in which they came in.

    Args:
        log: Where the class is kept.
        room: The class, as that log tells it.

    Raises:
        BadLogError, StoreError: Its log cannot be gone through.
    """
    times = _times(log, room)
    for person, seat in room.seats.items():
        name = f"{room.header.id}-{person}"
        if room.course is None:
            found = _fitting(times[person, None], len(seat.past.events))
            talk = DatedTalk(name, room.loaded, seat.past.events, found)
            yield ClassTalk(person, talk)
        else:
            talk, own = _shared(room, room.course, person, times)
            yield ClassTalk(person, talk, own, scorecard(room, seat, heard=True))


def _shared(
    room: Room, course: Course, person: str, times: _Times
) -> tuple[DatedTalk, tuple[OwnAnswer, ...]]:
    """Return the talk of a room, and what a person answered on the way it went."""
    name = f"{room.header.id}-{person}"
    own: list[OwnAnswer] = []
    until = [moment(room.header.opened_at) or NEVER]
    for line in course.path:
        if line.before is not None:
            until += times.get((line.taken, line.before), [])
        start = len(line.past.events)
        until = list(_fitting(until, start))
        past = line.answers.get(person)
        if past is not None:
            found = until + times.get((person, line.number), [])
            fitting = _fitting(found, len(past.events))
            talk = DatedTalk(name, room.loaded, past.events, fitting)
            own.append(OwnAnswer(talk, start))
    events = course.here.past.events
    return DatedTalk(name, room.loaded, events, tuple(until)), tuple(own)


def _times(log: RoomLog, room: Room) -> _Times:
    found: _Times = {}
    for entry in log.entries(room.header.id):
        at = moment(entry.at) or NEVER
        match happening_of(entry.body):
            case Joined(person=person, began=events):
                found.setdefault((person, None), []).extend([at] * len(events))
            case Moved(person=person, events=events, round=line):
                if line is not None and not any(
                    isinstance(one, Corrected) for one in events
                ):
                    found.pop((person, line), None)  # he has answered anew
                found.setdefault((person, line), []).extend([at] * len(events))
            case _:
                pass
    return found


def _fitting(times: Sequence[datetime], length: int) -> tuple[datetime, ...]:
    """Return so many times, none before the one that it follows."""
    found: list[datetime] = []
    for at in times[:length]:
        found.append(max(found[-1], at) if found else at)
    last = found[-1] if found else NEVER
    return (*found, *[last] * (length - len(found)))
