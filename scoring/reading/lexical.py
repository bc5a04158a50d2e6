"""Reading by the letter: n-grams of letters and words, and clause features.

It reads beside the tuned network (`both.py`) and knows the turns of speech that never
mean anything else; and alone, as the reader of last resort,
where onnxruntime cannot be loaded. Alone it is markedly worse (docs/agreement.md says
by how much), and the trainee is told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from scoring.reading.clauses import Clause, Mood, clauses
from scoring.reading.impression import Impression, Part
from scoring.reading.odds import Floats, chances_of
from scoring.reading.order import Order, said

SHELVES: Final = 1 << 15
"""N-grams of letters are counted on so many shelves, words on as many more; two may
share one."""
_SHORTEST: Final = 2
_LONGEST: Final = 5
_WORDS_KEPT: Final = 4_096
CLAUSE_FEATURES: Final = 8
WIDTH: Final = 2 * SHELVES + CLAUSE_FEATURES


class LexicalEncoder:
    """Reads with one linear function of n-grams per act."""

    def __init__(self, tables: Mapping[str, NDArray[Any]]) -> None:
        """Take the trained tables.

        Args:
            tables: `weights` (`WIDTH` x (outputs + 1), eight bits, the last column
                telling whether anything is done at all) with `scale` and `bias` (the
                same columns); `rarity` (twice `SHELVES`): what a shelf counts for;
                `overall` (outputs + 1); and those of `Order`.
        """
        self._weights = tables["weights"]
        self._rarity = tables["rarity"].astype(np.float64)
        self._scale = tables["scale"].astype(np.float64)
        self._bias = tables["bias"].astype(np.float64)
        self._overall = tables["overall"].astype(np.float64)
        self._order = Order(tables)

    def encode(self, manager_says: str, reply: str) -> Impression:
        """Read a reply; see `Encoder`. There is no vector."""
        parts = clauses(reply, manager_says)
        *odds, matter = self._odds(reply, parts).tolist()
        whole = chances_of(np.asarray(odds))
        return Impression(
            chances=whole.tolist(),
            parts=[
                Part(
                    c.start,
                    c.end,
                    chances_of(self._odds(reply[c.start : c.end], [c])[:-1]).tolist(),
                )
                for c in parts
            ],
            overall=_bounded(float(self._overall[:-1] @ whole + self._overall[-1])),
            vector=(),
            matter=matter,
            order=self._order(reply),
        )

    def _odds(self, text: str, parts: Sequence[Clause]) -> Floats:
        places, values = features(text, parts, self._rarity)
        rows = self._weights[places].astype(np.float64)
        odds: Floats = (values @ rows) * self._scale + self._bias
        return odds


def features(
    text: str, parts: Sequence[Clause], rarity: Floats
) -> tuple[NDArray[np.int64], Floats]:
    """Return the places that a text uses, and how much of each.

    Letters and words each have the length 1 in all; the clauses' features follow.
    """
    letters, much = _weighed(_letters(text), rarity)
    several, more = _weighed(_words(text), rarity)
    mine = np.arange(2 * SHELVES, WIDTH)
    return (
        np.concatenate([letters, several, mine]),
        np.concatenate([much, more, _clauses(parts)]),
    )


def shelves(text: str) -> set[int]:
    """Return the shelves that a text uses, for counting how rare they are."""
    return {*_letters(text), *_words(text)}


def _weighed(used: Iterable[int], rarity: Floats) -> tuple[NDArray[np.int64], Floats]:
    places, counts = np.unique(np.fromiter(used, np.int64), return_counts=True)
    values = (1 + np.log(counts)) * rarity[places]
    return places, values / (float(np.linalg.norm(values)) or 1.0)


def _letters(text: str) -> Iterator[int]:
    return chain.from_iterable(map(_letters_of, _folded(text).split()))


@lru_cache(_WORDS_KEPT)
def _letters_of(word: str) -> tuple[int, ...]:
    """Return the shelves of a word's letters; every clause asks for its words again."""
    padded = f" {word} "
    return tuple(
        [
            crc32(padded[start : start + length].encode()) % SHELVES
            for length in range(_SHORTEST, _LONGEST + 1)
            for start in range(len(padded) - length + 1)
        ]
    )


def _words(text: str) -> Iterator[int]:
    """Yield single words and pairs of neighbours."""
    single = said(text)
    neighbours = (" ".join(pair) for pair in pairwise(single))
    for one in chain(single, neighbours):
        yield SHELVES + crc32(one.encode()) % SHELVES


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _clauses(parts: Sequence[Clause]) -> Floats:
    """Return the share of clauses with each feature."""
    number = max(len(parts), 1)
    flags = [
        [
            part.negated,
            part.quoted,
            part.person == "I",
            part.person == "you",
            part.person == "we",
            part.mood is Mood.QUESTION,
            part.mood is Mood.ORDER,
            part.mood is Mood.CONDITION,
        ]
        for part in parts
    ]
    total: Floats = np.asarray(flags or [[False] * CLAUSE_FEATURES], float).sum(0)
    return total / number


def _bounded(level: float) -> float:
    return min(max(level, 0.0), 4.0)
