"""How alike two texts sound: the n-grams that they share."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final

_SHORTEST: Final = 3
_LONGEST: Final = 5
_REMEMBERED: Final = 4096


@dataclass(frozen=True, slots=True)
class Profile:
    """How a text sounds."""

    grams: Mapping[str, int]
    """How often each n-gram of 3 to 5 letters stands in its words."""
    square: int
    """The sum of their squares."""


@lru_cache(_REMEMBERED)
def profile(text: str) -> Profile:
    """Return how a text sounds."""
    counts: Counter[str] = Counter()
    for word in text.casefold().replace("ё", "е").split():
        padded = f" {word} "
        for length in range(_SHORTEST, _LONGEST + 1):
            for start in range(len(padded) - length + 1):
                counts[padded[start : start + length]] += 1
    return Profile(counts, sum(number * number for number in counts.values()))


def likeness(one: Profile, two: Profile) -> float:
    """Return the cosine of two profiles, 0..1."""
    both = one.grams.keys() & two.grams.keys()
    shared = sum([one.grams[gram] * two.grams[gram] for gram in both])
    lengths = sqrt(one.square * two.square)
    return shared / lengths if lengths else 0.0
