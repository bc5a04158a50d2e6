"""A server's classes without its pages, for the tests."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from simulator.classroom.hall import Hall, Makers, Opened
from simulator.classroom.held import Pace
from simulator.classroom.pen import Pen
from simulator.engine import Choose, Mode
from simulator.packs import Library
from simulator.sessions.attempt import Attempt
from simulator.sessions.hearing import Ears, shipped_reader
from simulator.store import Logs, SqliteLogs
from tests.reports.little import FOLDER, loaded

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
EARS = Ears(shipped_reader)
_numbers = count(1)


def makers(now: datetime = NOW) -> Makers:
    """Return makers whose ids tell in which order they were made."""
    return Makers(
        now=lambda: now,
        new_id=lambda: f"id{next(_numbers):06}",
        new_seed=lambda: next(_numbers),
        new_code=lambda: f"code{next(_numbers):04}",
        new_token=lambda: f"token{next(_numbers)}",
    )


@asynccontextmanager
async def hall(place: Path | Logs, now: datetime = NOW) -> AsyncIterator[Hall]:
    """Open the classes of a place, as a server does that has just been started."""
    logs = SqliteLogs(place) if isinstance(place, Path) else place
    pen = Pen(logs.open, lambda: NOW)
    await pen.ready()
    house = Hall(pen, EARS, makers(now))
    yield house
    await house.leave()
    await pen.close()


async def opened(
    house: Hall, mode: Mode = Mode.CHOOSE, pace: Pace = Pace.OWN
) -> Opened:
    """Open a class that plays the little story."""
    return await house.open(Library((FOLDER,)), loaded("ru"), mode, pace)


Act = Callable[[Attempt], object]
"""What `Hall.move` takes."""


def choose(reply: str) -> Act:
    """Return the move that chooses a reply."""
    return lambda talk: talk.answer(Choose(reply))


def say(text: str) -> Act:
    """Return the move that says something in own words."""
    return lambda talk: talk.answer(talk.hear(text).answer())
