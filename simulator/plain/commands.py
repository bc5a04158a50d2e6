"""What a person can type besides a number, in both layouts and both languages."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from msgspec import Struct


class Verb(Enum):
    """What is asked for."""

    PICK = auto()
    """A number from the list."""
    AGAIN = auto()
    """An empty line: say it again."""
    QUIT = auto()
    HELP = auto()
    CARD = auto()
    MOOD = auto()
    REWIND = auto()
    MEANT = auto()
    """What was heard is not what was meant."""
    UNKNOWN = auto()


_WORDS: Final[Mapping[Verb, str]] = {
    Verb.QUIT: "q й в quit exit leave выход выйти",
    Verb.HELP: "? h р п help помощь справка",
    Verb.CARD: "c с card карточка",
    Verb.MOOD: "m ь н mood настроение",
    Verb.REWIND: "r к rewind back назад вернуться",
    Verb.MEANT: "f а meant",
}
"""Per verb: its key, the same key under the Russian layout, then words."""

COMMAND: Final = "/"
"""Stands before a command where a line is what the trainee says."""

_VERBS: Final[Mapping[str, Verb]] = {
    word: verb for verb, words in _WORDS.items() for word in words.split()
}


class Typed(Struct, frozen=True):
    """A line as the game takes it."""

    verb: Verb
    number: int | None = None
    """With PICK, what was picked; with REWIND, the turn, if one was named."""


def understand(line: str) -> Typed:
    """Tell what a line asks for; what is unknown is `UNKNOWN`, never an error."""
    words = line.casefold().rstrip(".)").split()
    if not words:
        return Typed(Verb.AGAIN)
    number = _whole(words[-1])
    if len(words) == 1 and number is not None:
        return Typed(Verb.PICK, number)
    verb = _VERBS.get(words[0], Verb.UNKNOWN)
    if len(words) > 1 and verb is not Verb.REWIND:
        return Typed(Verb.UNKNOWN)
    return Typed(verb, number)


def _whole(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 7 else None
