"""Rooms to test with: a scenario in a file, a fixed seed, a clock that stands still."""

from datetime import UTC, datetime
from pathlib import Path

from simulator.engine import Choose
from simulator.packs import Library
from simulator.preview import Room
from simulator.sessions.attempt import Attempt
from simulator.sessions.hearing import Ears
from tests.engine.stories import STORY
from tests.reading.scripted import scripted_reader

LIBRARY = Library.shipped()
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


def room(folder: Path, text: str = STORY) -> Room:
    """Open a room over a file with this text, read once."""
    file = folder / "talk.yaml"
    file.write_text(text, encoding="utf-8")
    ears = Ears(lambda: (scripted_reader(), True))
    opened = Room(LIBRARY, file, seed=1, now=lambda: NOON, ears=ears)
    opened.take(opened.read())
    return opened


def talk(opened: Room, *replies: str) -> Attempt:
    """Give replies by id; return the talk."""
    assert opened.attempt is not None
    for reply in replies:
        opened.attempt.answer(Choose(reply))
    return opened.attempt


def save(opened: Room, old: str, new: str) -> None:
    """Change the file as an editor does."""
    text = opened.path.read_text(encoding="utf-8")
    assert old in text
    opened.path.write_text(text.replace(old, new), encoding="utf-8")


def look(opened: Room) -> bool:
    """Look once, as the screens do at every tick; tell whether there is news."""
    if opened.due():
        return opened.came(opened.read())
    return opened.settled()
