"""The readings of a class that a trainer goes through, and what he says of them.

    for reading, spot in doubtful(room, hear): …
    judge(log, room, spot, codes, who, at)

What he says is an entry of the log like everything else: whoever reads the log scores
by it, and the earlier entries stay.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from scoring.codes import CodeUse
from simulator.classroom.happenings import Judged
from simulator.classroom.judgements import Line, Spot
from simulator.classroom.logged import happening_of, note_of
from simulator.classroom.room import Room
from simulator.classroom.scores import scorecard
from simulator.keeping.correcting import Doubtful, Hear, readings
from simulator.keeping.reviewing import Judged as JudgedReading
from simulator.sessions.past import Past
from simulator.store import RoomLog


def doubtful(room: Room, hear: Hear) -> tuple[tuple[Doubtful, Spot], ...]:
    """Return the readings that nobody has judged yet, the least certain first.

    Args:
        room: The class; all that was said in it is looked at.
        hear: The reader.
    """
    found = [one for one in _spoken(room, hear) if not room.judgements.of(one[1])]
    return tuple(sorted(found, key=lambda one: one[0].certainty))


def judge(
    log: RoomLog, room: Room, spot: Spot, codes: Sequence[CodeUse], who: str, at: str
) -> None:
    """Keep what a trainer says that a reply does; returns once it is committed.

    Raises:
        StoreError: It could not be kept.
    """
    number = len(room.judgements.of(spot))
    while True:
        number += 1
        said = Judged(*spot, number, who, tuple(codes))
        note = note_of(room.header.id, said)
        (entry,) = log.add([note], at)
        if happening_of(entry.body) == said:
            return  # otherwise another trainer was quicker, and his stays before this


def judged(room: Room) -> Iterator[JudgedReading]:
    """Yield every reading that was judged, with what was said of it last."""
    for reading, spot in _spoken(room, None):
        said = room.judgements.of(spot)
        if said:
            yield JudgedReading(reading, said[-1].codes)


def changed(before: Room, after: Room) -> int:
    """Return how many people's scores differ between two looks at a class."""
    return sum(
        person in before.seats
        and scorecard(before, before.seats[person]) != scorecard(after, seat)
        for person, seat in after.seats.items()
    )


def _spoken(room: Room, hear: Hear | None) -> Iterator[tuple[Doubtful, Spot]]:
    """Yield the readings of own words in a class, person by person."""
    if room.course is None:
        for seat in room.seats.values():
            yield from _of(room, seat.person, None, seat.past, hear)
        return
    for line in room.course.rounds:
        for person in [one for one in line.answers if one in room.seats]:
            yield from _of(room, person, line.number, line.answers[person], hear)


def _of(
    room: Room, person: str, line: Line, past: Past, hear: Hear | None
) -> Iterator[tuple[Doubtful, Spot]]:
    """Yield the readings of a talk that are a person's own.

    They bear the place in his move, which never changes, and no name.
    """
    language = room.scenario.language
    for one in readings(person, language, past.events, hear):
        spot = room.judgements.spot(person, line, one.place)
        if spot is not None:
            name = f"{room.header.code}-{person}-{spot.move}"
            yield replace(one, attempt=name, place=spot.place), spot
