"""Is this client a key client? Facts as intervals → points as an interval → status.

Each criterion scores a level 0..4, worth weight × level / 4 points; weights sum to
100. What is not known counts as 0..4, so the client gets an interval of points, and
a status only where the whole interval allows it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.formulas import Exact, simplest
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from scoring.rulebook import (
    WHOLE,
    Criterion,
    Evidence,
    Rulebook,
    Status,
    StopCriterion,
    StopEffect,
)

__all__ = [
    "WHOLE",
    "Assessment",
    "Criterion",
    "Evidence",
    "Interval",
    "Line",
    "Rulebook",
    "Sensitivity",
    "Status",
    "StopCriterion",
    "StopEffect",
    "assess",
    "levels_of",
    "sensitivity",
    "status_of",
    "together",
    "with_levels",
]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of points; a point has equal ends."""

    low: Exact
    high: Exact

    def __str__(self) -> str:
        """Write `15–95`, or `73.75` for a point."""
        low = f"{float(self.low):g}"
        return low if self.low == self.high else f"{low}–{float(self.high):g}"


@dataclass(frozen=True, slots=True)
class Line:
    """What one criterion contributes."""

    criterion: Criterion
    levels: tuple[int, int]
    """The lowest and the highest that are possible, 0..4."""

    @property
    def points(self) -> Interval:
        """What the levels are worth."""
        low, high = self.levels
        return Interval(self.criterion.worth[low], self.criterion.worth[high])

    @property
    def known(self) -> bool:
        """False when there is no data, so that every level is possible."""
        return self.levels != (LOWEST_LEVEL, HIGHEST_LEVEL)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules say of a client, with the arithmetic."""

    points: Interval
    status: Status
    lines: tuple[Line, ...]
    stops: tuple[StopCriterion, ...]
    """The stop-criteria that hold."""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What would become of a client if one criterion stood a level lower."""

    criterion: Criterion
    points: Interval
    status: Status


def assess(
    rulebook: Rulebook,
    evidence: Mapping[str, Evidence],
    stops: Collection[str] = (),
) -> Assessment:
    """Apply a rulebook to what is known of a client.

    Args:
        rulebook: The rules.
        evidence: Criterion id → what is known; ids that the rulebook lacks are
            passed over, criteria without evidence count as 0..4.
        stops: Ids of the stop-criteria that are known to hold.

    Returns:
        Points as an interval within 0..100, the status, and a line for each
        criterion in the rulebook's order.

    Source:
        docs/scoring.md, "The rulebook".
    """
    lines = tuple(
        [Line(c, levels_of(c, evidence.get(c.id))) for c in rulebook.criteria]
    )
    points = Interval(
        _summed([line.criterion.quarters[line.levels[0]] for line in lines]),
        _summed([line.criterion.quarters[line.levels[1]] for line in lines]),
    )
    held = tuple(stop for stop in rulebook.stops if stop.id in stops)
    return Assessment(points, status_of(rulebook, points, held), lines, held)


def _summed(quarters: Iterable[Exact]) -> Exact:
    return simplest(Fraction(sum(quarters), HIGHEST_LEVEL))


def sensitivity(
    rulebook: Rulebook,
    evidence: Mapping[str, Evidence],
    stops: Collection[str] = (),
) -> tuple[Sensitivity, ...]:
    """Lower each criterion by one level, one at a time, and apply the rules again.

    Returns:
        One entry for each criterion that stands above level 0 at its best, in the
        rulebook's order.
    """
    now = assess(rulebook, evidence, stops)
    results: list[Sensitivity] = []
    for line in now.lines:
        low, high = line.levels
        if high > LOWEST_LEVEL:
            points = with_levels(now, line, (max(low - 1, LOWEST_LEVEL), high - 1))
            status = status_of(rulebook, points, now.stops)
            results.append(Sensitivity(line.criterion, points, status))
    return tuple(results)


def with_levels(now: Assessment, line: Line, levels: tuple[int, int]) -> Interval:
    """Return the points of a client if one criterion stood at other levels."""
    worth = line.criterion.worth
    return Interval(
        now.points.low - line.points.low + worth[levels[0]],
        now.points.high - line.points.high + worth[levels[1]],
    )


def levels_of(criterion: Criterion, evidence: Evidence | None) -> tuple[int, int]:
    """Return the lowest and the highest level that the evidence allows."""
    if evidence is not None and evidence.level is not None:
        return evidence.level
    if evidence is None or evidence.value is None or not criterion.bounds:
        return LOWEST_LEVEL, HIGHEST_LEVEL
    low, high = evidence.value
    first = _level(criterion, low)
    if low is high:
        return first, first
    ends = first, _level(criterion, high)
    return min(ends), max(ends)


def together(criterion: Criterion, sources: Iterable[Evidence]) -> Evidence:
    """Return what several sources about one criterion say together.

    The levels that all of them allow. Where they contradict each other nobody knows
    who is right, so everything from the lowest to the highest of them is possible.

    Args:
        criterion: The one that they are about.
        sources: In any order; none at all leaves every level possible.

    Source:
        docs/scoring.md, rule K-5.
    """
    levels = [levels_of(criterion, source) for source in sources]
    lows = [low for low, _ in levels] or [LOWEST_LEVEL]
    highs = [high for _, high in levels] or [HIGHEST_LEVEL]
    if max(lows) <= min(highs):
        return Evidence(level=(max(lows), min(highs)))
    return Evidence(level=(min(lows), max(highs)))


def _level(criterion: Criterion, value: Exact) -> int:
    """Count the bounds that a value has reached; they run from the worst to the best.

    Held against each other as products: no fraction is made for it.
    """
    above, below = value.numerator, value.denominator
    level = LOWEST_LEVEL
    for bound in criterion.bounds:
        edge = bound * below
        if (above > edge) if criterion.reversed else (above < edge):
            break
        level += 1
    return level


def status_of(
    rulebook: Rulebook, points: Interval, stops: tuple[StopCriterion, ...] = ()
) -> Status:
    """Return the status that an interval of points gives (docs/scoring.md, K-3)."""
    if any(stop.effect is StopEffect.NOT_KEY for stop in stops):
        return Status.NOT_KEY
    if points.low >= rulebook.key_from:
        return Status.KEY
    if points.high < rulebook.not_key_below:
        return Status.NOT_KEY
    if points.low >= rulebook.not_key_below and points.high < rulebook.key_from:
        return Status.CANDIDATE
    return Status.NOT_ENOUGH_DATA
