"""Time two things in turn and tell how they compare."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
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
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for act, kept in zip((ours, reference), times, strict=True):
            seconds = timed(act)
            if turn:
                kept.append(seconds)
    return Pair(tuple(times[0]), tuple(times[1]))


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that one call takes, garbage of others collected before."""
    gc.collect()
    start = perf_counter()
    act()
    return perf_counter() - start
