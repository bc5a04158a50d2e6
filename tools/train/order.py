"""Learn which kinds of words follow which: the tables of `scoring.reading.order`.

Counts of neighbours, smoothed by absolute discounting with the kinds' number of
different neighbours behind it (Kneser and Ney), as the log of the ratio to how
common the second kind is anywhere.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.order import kinds, said

COMMON: Final = 300
"""So many words stand for themselves."""
_OFF: Final = 0.75
"""What is taken off every count for neighbours that were never seen."""
_UNSEEN: Final = 0.5
"""What an unknown kind counts."""


def tables(texts: Sequence[str]) -> dict[str, NDArray[Any]]:
    """Return the tables of `Order`, learned from what people say.

    Args:
        texts: Cleaned; speech only, no lists.
    """
    used = Counter(chain.from_iterable(said(text) for text in texts))
    common = dict.fromkeys(word for word, _ in used.most_common(COMMON))
    lines = [list(kinds(text, common)) for text in texts]
    single = Counter(chain.from_iterable(lines))
    double = Counter(chain.from_iterable(pairwise(line) for line in lines))
    return _ratios(single, double)


def _ratios(
    single: Counter[str], double: Counter[tuple[str, str]]
) -> dict[str, NDArray[Any]]:
    names = sorted(single)
    place, size = {name: number for number, name in enumerate(names)}, len(names) + 1
    pairs = sorted((place[one], place[two]) for one, two in double)
    first, second = np.array(pairs).T
    seen = np.array([double[names[one], names[two]] for one, two in pairs], float)
    led = np.bincount(first, seen, minlength=size)
    led[led == 0] = 1.0  # what ends a text, and unknown kinds, lead to nothing
    behind = _shares(np.bincount(second, minlength=size))
    anywhere = _shares(np.array([*(single[name] for name in names), 0]))
    free = _OFF * np.bincount(first, minlength=size) / led
    free[free == 0] = 1.0
    chances = (seen - _OFF) / led[first] + free[first] * behind[second]
    return {
        "kinds": np.frombuffer("\n".join(names).encode(), np.uint8),
        "pairs": (first * size + second).astype(np.uint32),
        "worth": np.log(chances / anywhere[second]).astype(np.float16),
        "left": np.log(free).astype(np.float16),
        "right": np.log(behind / anywhere).astype(np.float16),
    }


def _shares(counts: NDArray[Any]) -> NDArray[np.float64]:
    smoothed = counts + _UNSEEN
    shares: NDArray[np.float64] = smoothed / smoothed.sum()
    return shares
