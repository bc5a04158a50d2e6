"""The head of a scenario, for lists: what it is called, and no more read than that."""

from collections.abc import Iterator
from typing import Any, Final

import yaml
from msgspec import Struct

from simulator.plaintext import first_unsafe
from simulator.scenario.builder import PARSER
from simulator.scenario.model import Difficulty
from simulator.scenario.scalars import ID
from simulator.scenario.schema import LANGUAGES, MOST_MINUTES
from simulator.scenario.text import MOST_MEGABYTES, normal

_WANTED: Final = frozenset({"id", "title", "language", "difficulty", "minutes"})
_OF_OTHERS: Final = frozenset({"drills", "plays"})
"""Keys of other kinds of files: nothing that is wanted follows, however much it is."""
_OPENS: Final = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSES: Final = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Header(Struct, frozen=True):
    """What a list shows of a scenario."""

    id: str
    title: str
    language: str
    difficulty: Difficulty
    minutes: int


def peek(data: bytes) -> Header | None:
    """Read the head of a scenario; never raises, whatever the bytes.

    Stops as soon as it has seen enough, mostly after the first lines: what follows
    may have mistakes, which `parse` tells.

    Args:
        data: The file.

    Returns:
        None when the file has no sound head.
    """
    if len(data) > MOST_MEGABYTES * 1024 * 1024:
        return None
    try:
        return _header(_head(data.decode("utf-8-sig")))
    except (KeyError, ValueError, yaml.YAMLError):
        return None


def _head(text: str) -> dict[str, str]:
    """Return the outermost values wanted; a key written twice counts once."""
    found: dict[str, str] = {}
    for key, value in _pairs(text):
        if key in _WANTED:
            found.setdefault(key, normal(value).strip())
            if len(found) == len(_WANTED):
                break
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the outermost keys whose value is a scalar."""
    parser = PARSER(text)
    try:
        depth, key = 0, None
        while parser.check_event():
            event: Any = parser.get_event()
            if depth == 1 and key in _OF_OTHERS:
                break
            if isinstance(event, _CLOSES):
                depth -= 1
                key = None
            elif depth == 1 and isinstance(event, yaml.ScalarEvent):
                if key is not None:
                    yield key, event.value
                key = event.value if key is None else None
            elif isinstance(event, yaml.AliasEvent) and depth == 1:
                key = None
            depth += isinstance(event, _OPENS)
    finally:
        parser.dispose()


def _header(found: dict[str, str]) -> Header | None:
    """Check the values as `parse` would.

    Raises:
        KeyError, ValueError: One is missing or is none of those possible.
    """
    minutes = int(found["minutes"])
    sound = (
        ID.fullmatch(found["id"])
        and found["title"]
        and not first_unsafe(found["title"])
        and found["language"] in LANGUAGES
        and 1 <= minutes <= MOST_MINUTES
    )
    if not sound:
        return None
    difficulty = Difficulty(found["difficulty"])
    return Header(found["id"], found["title"], found["language"], difficulty, minutes)
