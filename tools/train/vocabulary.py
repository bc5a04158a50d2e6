"""Which of the encoder's 250,000 word pieces are kept: those of two languages.

Kept is every piece that the commonest words of Russian and English are cut into,
with and without a capital letter, and every short piece of signs and digits.
"""

from itertools import chain
from string import printable
from typing import Final

from scoring.reading.pieces import Pieces
from tools.train.source import Source

RUSSIAN_WORDS: Final = 150_000
ENGLISH_WORDS: Final = 60_000
_RUSSIAN: Final = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SIGNS: Final = "▁«»—–…№₽€%„“”’‘"
_LETTERS: Final = frozenset(printable + _RUSSIAN + _RUSSIAN.upper() + _SIGNS)
_SPECIAL: Final = 4
"""The first four: start, padding, end, unknown."""
_LONGEST: Final = 16


def kept(source: Source) -> list[int]:
    """Return the numbers of the pieces to keep, in the source's order."""
    from wordfreq import top_n_list  # late: slow to import

    cutter = Pieces(source.pieces, source.scores.tolist())
    words = chain(top_n_list("ru", RUSSIAN_WORDS), top_n_list("en", ENGLISH_WORDS))
    used = {
        piece.id
        for word in words
        for form in (word, word.capitalize())
        for piece in cutter.cut(form)
    }
    return [
        number
        for number, name in enumerate(source.pieces)
        if number < _SPECIAL
        or (_written(name) and (number in used or len(name) <= 2 or _is_number(name)))
    ]


def _written(name: str) -> bool:
    return len(name) <= _LONGEST and all(letter in _LETTERS for letter in name)


def _is_number(name: str) -> bool:
    return name.strip("▁").isdigit() and len(name) <= 5
