"""What was typed, freed of what only disguises it, with the way back to it.

Spans are always told in characters of the text as typed; what is read is the
same words without zero-width signs, control characters, letters of a foreign
alphabet inside a word, or composed forms that merely look alike.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MOST_WORDS: Final = 1000
"""A reply longer than this is refused: nobody says so much in one breath."""

REMEMBERED: Final = 2048
"""Texts that are kept cleaned: the lines of a story are looked at every turn."""

_LOOKALIKES: Final = tuple(
    zip("aeopcyxkmthbACEHKMOPTXBYiI", "аеорсухкмтнвАСЕНКМОРТХВУіІ", strict=True)
)
_TO_CYRILLIC: Final = dict(_LOOKALIKES)
_TO_LATIN: Final = {there: here for here, there in _LOOKALIKES}
_WORD: Final = re.compile(r"[^\W\d_]+")
_PLAIN: Final = re.compile(r"[ -~\nА-Яа-яЁё«»–—]*")
"""Characters that stand for themselves."""


@dataclass(frozen=True, slots=True)
class Clean:
    """A text made readable."""

    text: str
    at: tuple[int, ...]
    """For each character of `text`, where it stood in the text as typed."""
    length: int
    """Characters of the text as typed."""

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of `text` stood in the text as typed.

        Args:
            start: First character, 0 ≤ `start` < `end`.
            end: One past the last, at most `len(text)`.
        """
        following = self.at[end] if end < len(self.at) else self.length
        last = self.at[end - 1] + 1
        return self.at[start], max(last, min(following, last))


@lru_cache(REMEMBERED)
def cleaned(typed: str) -> Clean:
    """Free a text of its disguises; nothing is added, and order is kept."""
    if _PLAIN.fullmatch(
        typed
    ):  # as nearly everybody types; letter by letter it is slow
        return Clean(_one_alphabet(typed), tuple(range(len(typed))), len(typed))
    letters: list[str] = []
    places: list[int] = []
    for place, raw in enumerate(typed):
        for letter in _plain(raw):
            if unicodedata.combining(letter):
                letters[-1:] = [_joined(one, letter) for one in letters[-1:]]
            else:
                letters.append(letter)
                places.append(place)
    text = _one_alphabet("".join(letters))
    return Clean(text, tuple(places), len(typed))


def words(text: str) -> list[str]:
    """Return the words of a text, folded: no case, ё as е, no punctuation."""
    return [word.casefold().replace("ё", "е") for word in _WORD.findall(text)]


def _plain(raw: str) -> str:
    """Return what one typed character stands for: often itself, sometimes nothing."""
    kind = unicodedata.category(raw)
    if raw.isspace() or kind == "Cc":
        return "\n" if raw == "\n" else " "
    if kind in {"Cf", "Co", "Cs", "Cn"}:
        return ""
    return unicodedata.normalize("NFKC", raw)


def _joined(letter: str, mark: str) -> str:
    """Put a combining mark on the letter before it; drop it if none takes it."""
    whole = unicodedata.normalize("NFC", letter + mark)
    return whole if len(whole) == 1 else letter


def _one_alphabet(text: str) -> str:
    """Write each word in the alphabet that most of its letters belong to."""
    return _WORD.sub(lambda found: _word(found[0]), text)


def _word(word: str) -> str:
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in word)
    latin = sum(letter.isascii() for letter in word)
    if not cyrillic or not latin:
        return word
    table = _TO_CYRILLIC if cyrillic >= latin else _TO_LATIN
    return "".join(table.get(letter, letter) for letter in word)
