"""SCN902: words that are not in the language of the file."""

import re
from typing import Final

from msgspec import Struct

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

FOREIGN = warning(
    "SCN902",
    N_("the words “{words}” are not in the language `{language}`"),
    N_("Translate them, or correct `language:`."),
)

_LATIN: Final = "A-Za-z"
_CYRILLIC: Final = "А-Яа-яЁё"
FEW: Final = 3
"""Fewer foreign words may be a name."""


class _Alphabet(Struct, frozen=True):
    """What shows that words are in an alphabet."""

    letter: re.Pattern[str]
    words: re.Pattern[str]
    """Words one after the other, with nothing but signs and figures between."""

    @classmethod
    def of(cls, letters: str) -> "_Alphabet":
        word = f"[{letters}]+"
        row = f"{word}(?:[\\W\\d_]+{word}){{{FEW - 1},}}"
        return cls(re.compile(f"[{letters}]"), re.compile(row))


_ALPHABETS: Final = (_Alphabet.of(_CYRILLIC), _Alphabet.of(_LATIN))
_WORD: Final = re.compile("[^\\W\\d_]{2,}")


def check(story: Story, report: Report) -> None:
    """Look at the alphabet of every text.

    Where not one text is in the language of the file, that is told once, at
    `language:`.
    """
    language = story.scenario.language
    own, other = _ALPHABETS if language == "ru" else reversed(_ALPHABETS)
    if other.letter.search(story.all_words()) is None:
        return
    found = [
        (one, foreign)
        for one in story.words()
        if (foreign := _foreign(one.text, own, other))
    ]
    if found and not any(own.words.search(one.text) for one in story.words()):
        place = spot(story.document, "language")
        report.add(FOREIGN, place, words=found[0][1], language=language)
        return
    for one, foreign in found:
        place = spot(story.document, *one.path)
        report.add(FOREIGN, place, words=foreign, language=language)


def _foreign(text: str, own: _Alphabet, other: _Alphabet) -> str:
    """Return the text, or the words in it, that are foreign; empty for none."""
    if not other.letter.search(text):
        return ""
    if not own.letter.search(text):
        return text if len(_WORD.findall(text)) >= FEW else ""
    rows = (row.group() for row in other.words.finditer(text))
    return next((row for row in rows if not _may_be_name(row)), "")


def _may_be_name(words: str) -> bool:
    """Tell whether most words have a capital, as in the name of a firm."""
    found = _WORD.findall(words)
    capitals = [word for word in found if word[0].isupper()]
    return 2 * len(capitals) >= len(found)
