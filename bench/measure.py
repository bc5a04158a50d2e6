"""Time two things in turn and tell how they compare."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Pair:
    """Paired measurements: the n-th of both were taken one after the other."""

    ours: tuple[float, ...]
    reference: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios ours / reference, pair by pair."""
        pairs = zip(self.ours, self.reference, strict=True)
        return median(a / b for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report."""

    what: str
    ours: str
    reference: str
    ratio: float | None
    bound: float | None
    """What the ratio should not exceed, if anything is promised."""

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:5.2f}×"
        bound = "" if self.bound is None else f"(≤ {self.bound:g}×)"
        return f"{self.what:<44} {self.ours:>14} | {self.reference:<34} {ratio} {bound}"


def paired(
    ours: Callable[[], object], reference: Callable[[], object], rounds: int
) -> Pair:
    """Time both in turn, after one round that does not count, in seconds."""
    meters = partial(timed, ours), partial(timed, reference)
    first, second = in_turn(meters, rounds)
    return Pair(first, second)


def in_turn(
    meters: Sequence[Callable[[], float]], rounds: int, warming: int = 1
) -> tuple[tuple[float, ...], ...]:
    """Take several measurements in turn, so that any two of them are paired.

    Args:
        meters: Each measures one thing.
        rounds: How many measurements are taken of each.
        warming: So many rounds before do not count.
    """
    taken = [[meter() for meter in meters] for _ in range(warming + rounds)]
    return tuple(zip(*taken[warming:], strict=True))


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that one call takes, garbage of others collected before."""
    gc.collect()
    start = perf_counter()
    act()
    return perf_counter() - start
