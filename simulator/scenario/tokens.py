"""A condition cut into words and signs, each with its place in the string."""

import re
from enum import Enum, auto
from typing import Final

from msgspec import Struct


class Sort(Enum):
    """What a token is."""

    NAME = auto()
    NUMBER = auto()
    COMPARISON = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    BOOLEAN = auto()
    STRANGE = auto()
    """A sign that has no meaning here."""
    END = auto()


class Token(Struct, frozen=True):
    """A word or a sign."""

    sort: Sort
    text: str
    offset: int
    """Characters before it in the condition."""


_TOKEN: Final = re.compile(
    r"\s*(?:(?P<NUMBER>-?[0-9]+)"
    r"|(?P<NAME>[^\W\d][\w-]*(?:\.[\w-]+)*)"
    r"|(?P<COMPARISON><=|>=|==|!=|<(?![>=])|>)"
    r"|(?P<OPEN>\()|(?P<CLOSE>\))"
    r"|(?P<STRANGE>=<|=>|<>|&&|\|\||\S))"
)
_WORDS: Final = {
    "and": Sort.AND,
    "or": Sort.OR,
    "not": Sort.NOT,
    "true": Sort.BOOLEAN,
    "false": Sort.BOOLEAN,
}
_QUESTIONS: Final = ("knows", "flag", "said", "chose", "filled", "put", "decided")
CONDITION_WORDS: Final = frozenset(
    {*_WORDS, "visits", "turns", "fruitless", "right", *_QUESTIONS}
)
"""Words that mean something in a condition, and so can't be names of meters."""
MEANT: Final = {
    "=": "==",
    "=<": "<=",
    "=>": ">=",
    "<>": "!=",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "и": "and",
    "или": "or",
    "не": "not",
    "да": "true",
    "нет": "false",
}
"""Signs and words of other languages → what they are here."""


def tokens(condition: str) -> list[Token]:
    """Cut a condition up; the last token is `Sort.END`."""
    found: list[Token] = []
    for match in _TOKEN.finditer(condition):
        name = match.lastgroup or "STRANGE"
        text = match[name]
        sort = _WORDS.get(text, Sort[name]) if name == "NAME" else Sort[name]
        found.append(Token(sort, text, match.start(name)))
    found.append(Token(Sort.END, "", len(condition)))
    return found
