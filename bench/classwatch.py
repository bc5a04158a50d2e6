"""A class of a thousand, of whom fifty answer each second, and its trainer watches."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Final

from bench.measure import Row
from simulator import clock
from simulator.classroom.hall import Hall
from simulator.classroom.held import Pace
from simulator.classroom.pen import Pen
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.classroom.serving import makers
from simulator.classroom.watching import Watcher
from simulator.engine import Choose, Mode
from simulator.packs import Library
from simulator.sessions.attempt import Attempt
from simulator.sessions.hearing import Ears, shipped_reader
from simulator.store import SqliteRooms

PEOPLE: Final = 1_000
MOVES: Final = 50
"""Answers between two looks: those of a second."""
TURNS: Final = 5


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with TemporaryDirectory() as place:
        looks = asyncio.run(_watched(Path(place)))
    mean = sum(looks) / len(looks)
    yield Row(
        f"a look a second, {MOVES} of {PEOPLE:,} having moved",
        f"{mean * 1000:.0f} ms CPU",
        f"{mean * 100:.0f} % of a core (≤ 10 %)",
        None,
        None,
    )


async def _watched(data: Path) -> list[float]:
    pen = Pen(partial(SqliteRooms, data), clock.now)
    await pen.ready()
    hall, library = Hall(pen, Ears(shipped_reader), makers()), Library.shipped()
    loaded = library.load("client-x", "ru")
    room = (await hall.open(library, loaded, Mode.CHOOSE, Pace.OWN)).room
    seats = [await hall.join(room, f"{n}", f"{n}") for n in range(PEOPLE)]
    looks = await _looks(hall, room, seats)
    await hall.leave()
    await pen.close()
    return looks


async def _looks(hall: Hall, room: Room, seats: list[Seat]) -> list[float]:
    """Return the CPU seconds of each look; everybody answers some times in between."""
    watcher = Watcher(clock.seconds)
    await watcher.look(room)
    looks: list[float] = []
    for turn in range(TURNS):
        for start in range(0, PEOPLE, MOVES):
            batch = seats[start : start + MOVES]
            await asyncio.gather(*(_answers(hall, room, one, turn) for one in batch))
            begun = thread_time()
            await watcher.look(room)
            watcher.people(room)
            looks.append(thread_time() - begun)
    return looks


async def _answers(hall: Hall, room: Room, seat: Seat, turn: int) -> None:
    offers = hall.talk(room, seat.person).view.offers
    if not offers:
        return
    chosen = Choose(offers[turn % len(offers)].reply)

    def act(talk: Attempt) -> None:
        talk.answer(chosen)

    await hall.move(room, seat.person, seat.moves + 1, act)
