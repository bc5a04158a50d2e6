"""Whether words follow one another as they do in speech, or lie there in a heap.

A table of neighbours, learned from what people say: common words stand for
themselves, all others for their endings, so that a sentence with new names reads as
well as one with known ones. Lists of terms and shuffled words have neighbours that
speech does not have.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

from numpy.typing import NDArray

FIRST: Final = "<"
LAST: Final = ">"
_ENDING: Final = 2
"""Letters of a rarer word that count."""
_WORD: Final = re.compile(r"\w+")


class Order:
    """Knows which kinds of words follow which."""

    def __init__(self, tables: Mapping[str, NDArray[Any]]) -> None:
        """Take the trained tables.

        Args:
            tables: `kinds` (UTF-8, one a line), `pairs` (first x number of kinds +
                second) with `worth`: the log of how much likelier the second kind is
                after the first than anywhere; for other pairs the sum of `left` and
                `right` by kind, the last of each standing for unknown kinds.
        """
        names = bytes(tables["kinds"]).decode().split("\n")
        self._kinds = {name: number for number, name in enumerate(names)}
        self._size = len(names) + 1
        pairs, worth = tables["pairs"].tolist(), tables["worth"].tolist()
        self._worth: dict[int, float] = dict(zip(pairs, worth, strict=True))
        self._left: list[float] = tables["left"].tolist()
        self._right: list[float] = tables["right"].tolist()

    def __call__(self, text: str) -> float:
        """Return how much likelier each word is after the one before, on the mean.

        The natural logarithm: about 1.0 for speech, below 0.5 for a heap of words;
        0.0 for a text without words.
        """
        numbers = [self._number(kind) for kind in kinds(text, self._kinds)]
        if len(numbers) <= len((FIRST, LAST)):
            return 0.0
        told = [self._of(one, two) for one, two in pairwise(numbers)]
        return sum(told) / len(told)

    def _number(self, kind: str) -> int:
        return self._kinds.get(kind, self._size - 1)

    def _of(self, one: int, two: int) -> float:
        known = self._worth.get(one * self._size + two)
        return self._left[one] + self._right[two] if known is None else known


def kinds(text: str, common: Mapping[str, object]) -> Iterator[str]:
    """Yield the kinds of a text's words, the first and the last mark round them.

    Args:
        text: Cleaned.
        common: Words that stand for themselves; all others begin with `~`.
    """
    yield FIRST
    for word in said(text):
        yield word if word in common else ending(word)
    yield LAST


def said(text: str) -> list[str]:
    """Return the words of a text, in small letters, «ё» as «е»."""
    return _WORD.findall(text.casefold().replace("ё", "е"))


def ending(word: str) -> str:
    """Return the kind of a word that is not common."""
    return "#" if word.isdigit() else f"~{word[-_ENDING:]}"
