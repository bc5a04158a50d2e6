"""How alike two texts sound: the n-grams that they share."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import sqrt
from typing import Final

_SHORTEST: Final = 3
_LONGEST: Final = 5
_REMEMBERED: Final = 4096


@lru_cache(_REMEMBERED)
def profile(text: str) -> Mapping[str, int]:
    """Return how often each n-gram of 3 to 5 letters stands in a text's words."""
    counts: Counter[str] = Counter()
    for word in text.casefold().replace("ё", "е").split():
        padded = f" {word} "
        for length in range(_SHORTEST, _LONGEST + 1):
            for start in range(len(padded) - length + 1):
                counts[padded[start : start + length]] += 1
    return counts


def likeness(one: Mapping[str, int], two: Mapping[str, int]) -> float:
    """Return the cosine of two profiles, 0..1."""
    shared = sum(number * two.get(gram, 0) for gram, number in one.items())
    lengths = sqrt(_square(one) * _square(two))
    return shared / lengths if lengths else 0.0


def _square(counts: Mapping[str, int]) -> int:
    return sum(number * number for number in counts.values())
