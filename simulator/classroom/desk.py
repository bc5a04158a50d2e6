"""What a trainer sees of a class, as plain JSON: the board is drawn from this alone.

So the board in the terminal of the server and one on another machine are the same.
"""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from typing import Any

from simulator.classroom.course import Course, Round
from simulator.classroom.gathered import Split
from simulator.classroom.leading import Option, options, split_of, words_of
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.classroom.watching import Watcher, Where
from simulator.reports.numbers import number


class Desk:
    """Looks at classes for their trainers; tells a line again only when it changed."""

    def __init__(self, watcher: Watcher, now: Callable[[], datetime]) -> None:
        """Begin to look."""
        self._watcher, self._now = watcher, now
        self._told: dict[str, tuple[tuple[int, ...], dict[str, Any]]] = {}
        """Class → what the room's talk depends on, and what was told of it."""

    async def look(self, room: Room) -> None:
        """Look at everybody who has moved, while others are served."""
        await self._watcher.look(room)

    def seen(self, room: Room) -> dict[str, Any]:
        """Return what the trainer sees now.

        Codes and principles are told by their ids, times in seconds; `course` is null
        where each talks at his own pace.
        """
        people = zip(room.seats.values(), self._watcher.people(room), strict=True)
        return {
            "title": room.scenario.title,
            "language": room.scenario.language,
            "code": room.header.code,
            "opened_at": room.header.opened_at,
            "mode": str(room.held.mode),
            "pace": str(room.held.pace),
            "closed": room.closed,
            "shown": room.shown,
            "named": room.named_quotations,
            "acts": room.acts,
            "per_minute": self._watcher.per_minute(room),
            "people": [_person(room, seat, where) for seat, where in people],
            "course": None if room.course is None else self._course(room, room.course),
        }

    def _course(self, room: Room, course: Course) -> dict[str, Any]:
        moves = sum(seat.moves for seat in room.seats.values())
        key = (course.here.number, room.acts, moves)
        kept = self._told.get(room.header.id)
        if kept is None or kept[0] != key:
            kept = (key, _course(room, course))
            self._told[room.header.id] = kept
        return {**kept[1], "left": _left(course.here, self._now())}


def _person(room: Room, seat: Seat, where: Where) -> dict[str, Any]:
    return {
        "person": seat.person,
        "name": where.name,
        "turn": where.turn,
        "scene": where.scene,
        "line": where.line,
        "ending": where.ending,
        "title": where.title,
        "good": where.good,
        "business": number(where.business),
        "key_client": number(where.key_client),
        "answered": room.answer(seat) is not None,
        "hand": seat.hand,
    }


def _course(room: Room, course: Course) -> dict[str, Any]:
    here = course.here
    return {
        "round": here.number,
        "turn": here.state.turn,
        "first": here.before is None,
        "open": here.open,
        "paused": course.paused,
        "over": here.over,
        "lines": _lines(room, here),
        "answered": len(here.answers),
        "options": [_option(one) for one in options(room, here)],
        "principles": _levels(room, split_of(room, here)),
        "answers": [
            {"person": person, "text": words_of(past)}
            for person, past in here.answers.items()
        ],
    }


def _left(here: Round, now: datetime) -> float | None:
    return None if here.until is None else max(0.0, (here.until - now).total_seconds())


def _lines(room: Room, here: Round) -> list[dict[str, str]]:
    """Return what was said since the last answer, that answer included."""
    return [
        {"who": line.who, "name": line.name, "text": line.text}
        for line in room.heard(here)
    ]


def _option(one: Option) -> dict[str, Any]:
    return {
        "person": one.person,
        "text": one.text,
        "count": len(one.people),
        "share": _part(one.share),
        "codes": [str(code) for code in one.codes],
        "worth": number(one.worth),
    }


def _levels(room: Room, told: Split) -> list[dict[str, Any]]:
    titles, language = room.loaded.rubric.principles, room.scenario.language
    return [
        {
            "principle": str(one.principle),
            "title": titles[one.principle].title.get(language, str(one.principle)),
            "counts": list(one.counts),
            "silent": one.silent,
            "mean": _part(one.mean),
        }
        for one in told.principles
    ]


def _part(value: Fraction) -> float:
    return round(float(value), 4)
