"""What changed between two classes that the same people played: before and after."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import sqrt
from statistics import stdev
from typing import Final

from msgspec import Struct

from simulator.classroom.errors import OtherScenarioError
from simulator.classroom.happenings import folded
from simulator.classroom.results import Result, results
from simulator.classroom.room import Room

FEWEST: Final = 3
"""Pairs below which no uncertainty can be told."""
_T: Final = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)
"""Student's t, two-sided 95 %, by degrees of freedom from 1."""
_FAR: Final = 1.96


class Difference(Struct, frozen=True):
    """How one score differs, person by person."""

    pairs: int
    before: Fraction
    """The mean of those who have both, 0..100."""
    after: Fraction
    low: Fraction | None
    """The lower end of the interval, 95 %, in which the mean difference lies; None
    with fewer than three pairs."""
    high: Fraction | None

    @property
    def mean(self) -> Fraction:
        """By how many points the score is higher afterwards."""
        return self.after - self.before

    @property
    def is_noise(self) -> bool:
        """True when chance alone may have made it: no difference lies within it."""
        return self.low is None or self.high is None or self.low <= 0 <= self.high


class Change(Struct, frozen=True):
    """Two classes side by side."""

    both: int
    """How many finished both talks under the same name."""
    business: Difference | None
    """None when nobody has the score in both."""
    key_client: Difference | None
    same_text: bool
    """False when the scenario, the rubric or the rulebook were another version."""


def change(before: Room, after: Room) -> Change:
    """Compare what the same people came to in two classes.

    People are the same when their names are, as names are compared in a class. Only
    who finished both talks counts.

    Raises:
        OtherScenarioError: The two classes play different scenarios.
    """
    if before.scenario.id != after.scenario.id:
        raise OtherScenarioError(before.scenario.title, after.scenario.title)
    earlier, later = _finished(before), _finished(after)
    pairs = [(earlier[name], later[name]) for name in earlier if name in later]
    files = [
        (one.held.scenario, one.held.rubric, one.held.rulebook)
        for one in (before, after)
    ]
    return Change(
        len(pairs),
        difference((one.business, other.business) for one, other in pairs),
        difference((one.key_client, other.key_client) for one, other in pairs),
        files[0] == files[1],
    )


def difference(
    pairs: Iterable[tuple[Fraction | None, Fraction | None]],
) -> Difference | None:
    """Compare scores pair by pair; a pair without one of the two is left out.

    The interval is that of the mean of the differences, by Student's t.
    """
    known = [(one, two) for one, two in pairs if one is not None and two is not None]
    if not known:
        return None
    n = len(known)
    before = sum((one for one, _ in known), Fraction(0)) / n
    after = sum((two for _, two in known), Fraction(0)) / n
    half = _half([two - one for one, two in known])
    mean = after - before
    if half is None:
        return Difference(n, before, after, None, None)
    return Difference(n, before, after, mean - half, mean + half)


def _half(differences: Sequence[Fraction]) -> Fraction | None:
    """Return half the width of the interval; None with too few pairs."""
    n = len(differences)
    if n < FEWEST:
        return None
    t = _T[n - 2] if n - 2 < len(_T) else _FAR
    return Fraction(t * stdev(map(float, differences)) / sqrt(n))


def _finished(room: Room) -> dict[str, Result]:
    return {
        folded(seat.name): result
        for seat, result in zip(room.seats.values(), results(room), strict=True)
        if seat.finished
    }
