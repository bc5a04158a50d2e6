"""Logs of reviews to test with, and a practice over a folder."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Final

from simulator.packs import Library
from simulator.sessions.hearing import Ears
from simulator.sessions.usecases import Sessions
from simulator.store import open_store
from simulator.study import Grade, Practice, Review
from tests.reading.scripted import scripted_reader
from tests.reports.little import FOLDER

NOON: Final = datetime(2026, 3, 2, 12, tzinfo=UTC)
MOSCOW: Final = timezone(timedelta(hours=3))
TESTS: Final = Path(__file__).parents[1]
PACKS: Final = (TESTS / "data" / "drills", FOLDER, TESTS.parent / "scenarios")
"""Two drills, the little talk, and the shipped packs for their rules."""


def days(number: float) -> timedelta:
    """Return so many days."""
    return timedelta(days=number)


def review(
    card: str, grade: int | None, day: float, *, key: str = "", takes_back: str = ""
) -> Review:
    """Return a review of a card, so many days after the first noon."""
    graded = None if grade is None else Grade(grade)
    name = key or f"{card}-{day}"
    return Review(name, card, NOON + days(day), graded, takes_back=takes_back)


def practice(
    folder: Path,
    now: Callable[[], datetime] = lambda: NOON,
    packs: tuple[Path, ...] = (),
) -> Practice:
    """Return practice over two drills, the little talk and a data folder."""
    names = count()
    born = now().timestamp()
    sessions = Sessions(
        Library((*packs, *PACKS)),
        open_store(folder),
        now=now,
        new_seed=lambda: 1,
        new_id=lambda: f"id{born:.0f}-{next(names)}",
        ears=Ears(lambda: (scripted_reader(), True)),
    )
    return Practice(sessions, lambda at: at.astimezone(MOSCOW))
