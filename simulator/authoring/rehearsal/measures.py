"""The figures of a rehearsal: how scores lie, and how well they tell heads apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import fsum, sqrt

from msgspec import Struct


class Distribution(Struct, frozen=True):
    """How the scores of many talks lie."""

    talks: int
    """Those that have the score."""
    mean: float
    sd: float | None
    """Standard deviation, of a sample (n - 1); None for a single talk."""
    lowest: float
    lower_quartile: float
    median: float
    upper_quartile: float
    highest: float


def distribution(values: Sequence[float]) -> Distribution | None:
    """Return how values lie; None when there are none.

    Quartiles lie between two neighbours where no value stands at their place
    (Hyndman and Fan 1996, definition 7).
    """
    if not values:
        return None
    found = sorted(values)
    mean = fsum(found) / len(found)
    sd = None
    if len(found) > 1:
        sd = sqrt(fsum((one - mean) ** 2 for one in found) / (len(found) - 1))
    return Distribution(
        talks=len(found),
        mean=mean,
        sd=sd,
        lowest=found[0],
        lower_quartile=_quantile(found, 0.25),
        median=_quantile(found, 0.5),
        upper_quartile=_quantile(found, 0.75),
        highest=found[-1],
    )


def superiority(good: Sequence[float], bad: Sequence[float]) -> float:
    """Return the chance that a talk of the one scores above a talk of the other.

    Over all pairs of talks, ties counting half (Vargha and Delaney 2000, A): 0.5 says
    that the score cannot tell the two apart, 1 that it always can. Neither may be
    empty.
    """
    others = sorted(bad)
    above = sum(bisect_left(others, one) + bisect_right(others, one) for one in good)
    return above / (2 * len(good) * len(bad))


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Pearson's r, -1..1; None where either side is the same throughout."""
    count = len(pairs)
    if count < 2:
        return None
    left = fsum(one for one, _ in pairs) / count
    right = fsum(other for _, other in pairs) / count
    both = fsum((one - left) * (other - right) for one, other in pairs)
    lefts = fsum((one - left) ** 2 for one, _ in pairs)
    rights = fsum((other - right) ** 2 for _, other in pairs)
    if lefts <= 0 or rights <= 0:
        return None
    return max(-1.0, min(1.0, both / sqrt(lefts * rights)))


def _quantile(found: Sequence[float], share: float) -> float:
    place = (len(found) - 1) * share
    below = int(place)
    above = min(below + 1, len(found) - 1)
    return found[below] + (found[above] - found[below]) * (place - below)
