"""What a company's rules for key clients are made of.

A rulebook is data (docs/scoring.md, "The rulebook"): criteria with four bounds or
five anchors, weights that sum to 100, stop-criteria, thresholds, and the decisions
that go with each status. `scoring.keyclient` applies it to what is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from scoring.errors import EvidenceError, RulebookError
from scoring.formulas import Exact, Formula, simplest
from scoring.measures import Measure
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from scoring.terms import Term

WHOLE: Final = 100
"""What the weights of a rulebook sum to."""


class Status(Term):
    """What the rules say of a client."""

    KEY = "key"
    CANDIDATE = "candidate"
    NOT_KEY = "not-key"
    NOT_ENOUGH_DATA = "not-enough-data"


class StopEffect(Term):
    """What a stop-criterion does, whatever the points."""

    NOT_KEY = "not-key"
    FREEZE = "freeze"
    """Decide nothing before it has been looked into."""
    QUEUE = "queue"
    """Key or not, no transfer now."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about one criterion; with neither part, nothing is.

    Raises:
        EvidenceError: On construction, when an interval runs backwards or a level
            lies outside 0..4.
    """

    value: tuple[Exact, Exact] | None = None
    """An interval in the criterion's unit."""
    level: tuple[int, int] | None = None
    """An interval of levels, 0..4; wins over the value."""

    def __post_init__(self) -> None:
        if self.value is not None:
            low, high = self.value
            if low is not high and low > high:
                raise EvidenceError(f"values {self.value}: the lower comes first")
        if self.level is not None:
            low, high = self.level
            if not LOWEST_LEVEL <= low <= high <= HIGHEST_LEVEL:
                raise EvidenceError(f"levels {low}..{high} do not rise within 0..4")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a rulebook."""

    id: str
    name: Mapping[str, str]
    """Language → text."""
    weight: Fraction
    bounds: tuple[Exact, ...] = ()
    """Four numbers that part the levels; the lower bound belongs to the level.
    Empty for a criterion that is judged by its anchors."""
    reversed: bool = False
    """True when less is better: the bounds then fall, and each belongs to the
    better level."""
    unit: Mapping[str, str] = field(default_factory=dict[str, str])
    anchors: tuple[Mapping[str, str], ...] = ()
    """Five sentences, level 0 first, for a criterion without bounds."""
    evidence: Mapping[str, str] = field(default_factory=dict[str, str])
    """What document or record counts as proof."""
    quantity: str | None = None
    """The quantity that is held against the bounds; None: evidence is given for the
    criterion itself."""
    worth: tuple[Exact, ...] = field(init=False, repr=False)
    """Level → points: weight × level / 4."""
    quarters: tuple[Exact, ...] = field(init=False, repr=False)
    """Level → weight × level: points in quarters, mostly whole numbers."""

    def __post_init__(self) -> None:
        unit = self.weight / HIGHEST_LEVEL
        worth = tuple(simplest(unit * level) for level in range(HIGHEST_LEVEL + 1))
        object.__setattr__(self, "worth", worth)
        quarters = tuple(simplest(self.weight * n) for n in range(HIGHEST_LEVEL + 1))
        object.__setattr__(self, "quarters", quarters)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something of a client that is measured, or worked out from what is."""

    id: str
    name: Mapping[str, str]
    measure: Measure
    unit: Mapping[str, str] = field(default_factory=dict[str, str])
    formula: Formula | None = None
    """What it is worked out from; None for a base fact."""
    least: Exact | None = None
    most: Exact | None = None
    """A value beyond these cannot be."""
    default: Exact | None = None
    """What is taken where nothing is given."""
    series: bool = False
    """True for values over time."""
    percentile_of: str | None = None
    """The quantity whose rank among all clients of a base it is, 0..100."""


@dataclass(frozen=True, slots=True)
class When:
    """A comparison of two formulas: `overdue > 60 day`."""

    left: Formula
    sign: str
    """One of `<`, `<=`, `>`, `>=`."""
    right: Formula


@dataclass(frozen=True, slots=True)
class StopCriterion:
    """What is looked at before any points."""

    id: str
    name: Mapping[str, str]
    effect: StopEffect
    when: When | None = None
    """When it holds; None: somebody says so."""


@dataclass(frozen=True, slots=True)
class Flag:
    """What is worth knowing of a client beside its status."""

    id: str
    name: Mapping[str, str]
    when: When


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of a company.

    Raises:
        RulebookError: On construction, with all that is wrong at once.
    """

    id: str
    version: str
    title: Mapping[str, str]
    criteria: tuple[Criterion, ...]
    stops: tuple[StopCriterion, ...] = ()
    key_from: Fraction = Fraction(70)
    """A client whose lowest points reach this is key."""
    not_key_below: Fraction = Fraction(55)
    """A client whose highest points stay under this is not key."""
    stated_weight: Fraction = Fraction(60)
    """Criteria of this weight, named in a talk, count as "criteria stated"."""
    decisions: Mapping[Status, frozenset[str]] = field(
        default_factory=dict[Status, frozenset[str]]
    )
    """Status → the outcomes that are consistent with it."""
    quantities: tuple[Quantity, ...] = ()
    flags: tuple[Flag, ...] = ()
    statuses: Mapping[Status, Mapping[str, str]] = field(
        default_factory=dict[Status, Mapping[str, str]]
    )
    """Status → what the company calls it, by language; those left out keep the
    program's own word."""
    off: tuple[Criterion, ...] = ()
    """Criteria that are switched off; the weights of the others are rescaled."""

    def __post_init__(self) -> None:
        problems = [*_weight_problems(self), *_bound_problems(self.criteria)]
        if not 0 <= self.not_key_below <= self.key_from <= WHOLE:
            problems.append("the thresholds must rise: 0 ≤ not-key ≤ key ≤ 100")
        if self.stated_weight <= 0:
            problems.append("the stated weight must be above 0")
        if problems:
            raise RulebookError(f"rulebook {self.id!r}: {'; '.join(problems)}")

    def quantity(self, quantity_id: str) -> Quantity | None:
        """Return a quantity by its id, or None."""
        return next((q for q in self.quantities if q.id == quantity_id), None)

    def status_word(self, status: Status, language: str) -> str:
        """Return what the company calls a status; empty where it has no word."""
        return self.statuses.get(status, {}).get(language, "")

    def criterion(self, criterion_id: str) -> Criterion | None:
        """Return a criterion by its id, or None."""
        return next((c for c in self.criteria if c.id == criterion_id), None)


def _weight_problems(rulebook: Rulebook) -> list[str]:
    problems: list[str] = []
    total = sum((c.weight for c in rulebook.criteria), Fraction())
    if total != WHOLE:
        problems.append(f"the weights sum to {float(total):g}, not to 100")
    if any(c.weight < 0 for c in rulebook.criteria):
        problems.append("a weight is below 0")
    for ids in ([c.id for c in rulebook.criteria], [s.id for s in rulebook.stops]):
        twice = sorted({one for one in ids if ids.count(one) > 1})
        problems += [f"{one!r} stands twice" for one in twice]
    return problems


def _bound_problems(criteria: tuple[Criterion, ...]) -> list[str]:
    problems: list[str] = []
    for criterion in criteria:
        bounds = criterion.bounds
        if not bounds and len(criterion.anchors) != HIGHEST_LEVEL + 1:
            problems.append(
                f"{criterion.id!r} has neither four bounds nor five anchors"
            )
        if bounds and len(bounds) != HIGHEST_LEVEL:
            problems.append(f"{criterion.id!r} has {len(bounds)} bounds, not four")
        wanted = sorted(set(bounds), reverse=criterion.reversed)
        if list(bounds) != wanted:
            way = "fall" if criterion.reversed else "rise"
            problems.append(f"the bounds of {criterion.id!r} do not {way}")
    return problems
