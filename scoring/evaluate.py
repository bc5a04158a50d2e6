"""A client by a company's rules: base facts → quantities → levels → status.

    found = evaluate(rulebook, facts)

Everything that a result stands on is in it, so that it can be told line by line.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scoring.formulas import Amount, Missing, Range, Unknown, names_in
from scoring.keyclient import (
    Assessment,
    Evidence,
    Sensitivity,
    assess,
    sensitivity,
)
from scoring.keyscore import settling
from scoring.rulebook import Criterion, Flag, Quantity, Rulebook, StopCriterion, When
from scoring.working import Known, Work, joined, prepared


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """What is known of a client; what is not there is not known."""

    amounts: Mapping[str, Amount] = field(default_factory=dict[str, Amount])
    """Quantity, or criterion in its own unit → value."""
    levels: Mapping[str, tuple[int, int]] = field(
        default_factory=dict[str, tuple[int, int]]
    )
    """Judged criterion → the levels that are possible, 0..4."""
    stops: Mapping[str, bool] = field(default_factory=dict[str, bool])
    """Stop-criterion that somebody has to tell → whether it holds."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A quantity with its value, or why it has none."""

    quantity: Quantity
    value: Amount | Unknown
    given: bool
    """True when it was given, not worked out and not taken by default."""


@dataclass(frozen=True, slots=True)
class Settles:
    """What would settle the status by itself, once it is known exactly."""

    criterion: Criterion
    missing: tuple[str, ...]
    """The base quantities to find out; the criterion itself where it is given."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the rules say of a client, with all that it stands on."""

    quantities: tuple[Worked, ...]
    """In the rulebook's order."""
    evidence: Mapping[str, Evidence]
    assessment: Assessment
    stops: tuple[tuple[StopCriterion, bool | None], ...]
    """Every stop-criterion; None where nobody can tell yet."""
    flags: tuple[tuple[Flag, bool | None], ...]
    settling: tuple[Settles, ...]
    """Any one of these alone; those with one missing fact first."""


class Evaluator:
    """Applies one rulebook to many clients."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Put the quantities in an order in which each comes after its inputs.

        Args:
            rulebook: Checked: its formulas have no circles, their names exist.
        """
        self.rulebook = rulebook
        self._order = tuple(_in_order(rulebook))
        self._untold = {q.id: Worked(q, _own(q), False) for q in rulebook.quantities}
        self._stops = [
            (one, None if one.when is None else _ready(one.when))
            for one in rulebook.stops
        ]
        self._flags = [(one, _ready(one.when)) for one in rulebook.flags]

    def evaluate(self, facts: ClientFacts) -> Evaluation:
        """Apply the rules to the facts of a client.

        Args:
            facts: What is known; names that the rulebook lacks are passed over.

        Source:
            docs/scoring.md, "The rulebook".
        """
        rulebook = self.rulebook
        worked, amounts = self._worked(facts)
        evidence = dict(_evidence(rulebook, facts, amounts))
        stops = tuple(
            (stop, _stops(stop, when, facts, amounts)) for stop, when in self._stops
        )
        held = frozenset(stop.id for stop, stands in stops if stands)
        result = assess(rulebook, evidence, held)
        settles = [
            _settles(rulebook, name, worked) for name in settling(rulebook, result)
        ]
        return Evaluation(
            quantities=tuple(worked[one.id] for one in rulebook.quantities),
            evidence=evidence,
            assessment=result,
            stops=stops,
            flags=tuple((flag, when(amounts)) for flag, when in self._flags),
            settling=tuple(sorted(settles, key=lambda one: len(one.missing))),
        )

    def _worked(
        self, facts: ClientFacts
    ) -> tuple[dict[str, Worked], dict[str, Amount]]:
        """Work all quantities out: as given, by formula, by default.

        Returns:
            Every quantity, and the values of those that have one.
        """
        found: dict[str, Worked] = {}
        amounts: dict[str, Amount] = {}
        for quantity, names, work in self._order:
            given = facts.amounts.get(quantity.id)
            if given is not None:
                one = Worked(quantity, given, True)
            elif work is not None:
                value = _derived(work, names, amounts, found)
                one = Worked(quantity, value, False)
            else:
                one = self._untold[quantity.id]
            found[quantity.id] = one
            if not isinstance(one.value, Unknown):
                amounts[quantity.id] = one.value
        return found, amounts


def evaluate(rulebook: Rulebook, facts: ClientFacts) -> Evaluation:
    """Apply a rulebook to the facts of one client; see `Evaluator`."""
    return Evaluator(rulebook).evaluate(facts)


def turning(rulebook: Rulebook, found: Evaluation) -> tuple[Sensitivity, ...]:
    """Return the criteria that change the status when they stand one level lower."""
    result = found.assessment
    return tuple(
        one
        for one in sensitivity(rulebook, found.evidence, [s.id for s in result.stops])
        if one.status is not result.status
    )


def holds(condition: When, known: Known) -> bool | None:
    """Tell whether a comparison holds; None where the values leave it open."""
    return _ready(condition)(known)


_Check = Callable[[Known], bool | None]


def _ready(condition: When) -> _Check:
    """Make a comparison ready to be asked of many clients."""
    left, right = prepared(condition.left), prepared(condition.right)
    if condition.sign in (">", ">="):
        left, right = right, left
    strict = condition.sign in ("<", ">")

    def check(known: Known) -> bool | None:
        a, b = left(known), right(known)
        if isinstance(a, Unknown) or isinstance(b, Unknown):
            return None
        if a.high < b.low or (not strict and a.high == b.low):
            return True
        if a.low > b.high or (strict and a.low == b.high):
            return False
        return None

    return check


def beyond(quantity: Quantity, amount: Amount) -> bool:
    """Tell whether a value cannot be: below the least or above the most."""
    ends = (amount.low, amount.high) if isinstance(amount, Range) else amount
    low, high = quantity.least, quantity.most
    return (low is not None and min(ends) < low) or (
        high is not None and max(ends) > high
    )


_Step = tuple[Quantity, tuple[str, ...], Work | None]


def _in_order(rulebook: Rulebook) -> Iterator[_Step]:
    """Yield every quantity after those that its formula names.

    With it come these names, and what works the formula out where it has one.
    """
    done: set[str] = set()

    def visit(quantity: Quantity) -> Iterator[_Step]:
        if quantity.id in done:
            return
        done.add(quantity.id)
        names = names_in(quantity.formula) if quantity.formula is not None else ()
        for name in names:
            inner = rulebook.quantity(name)
            if inner is not None:
                yield from visit(inner)
        work = prepared(quantity.formula) if quantity.formula is not None else None
        yield quantity, tuple(dict.fromkeys(names)), work

    for quantity in rulebook.quantities:
        yield from visit(quantity)


def _derived(
    work: Work,
    names: tuple[str, ...],
    amounts: Known,
    found: Mapping[str, Worked],
) -> Amount | Unknown:
    """Work a formula out; what is missing is told by its base quantities."""
    missing: list[Unknown] = []
    for name in names:
        if name not in amounts:
            value = found[name].value if name in found else None
            told = value if isinstance(value, Unknown) else None
            missing.append(told or Unknown(Missing.NO_DATA, (name,)))
    return joined(missing) if missing else work(amounts)


def _own(quantity: Quantity) -> Amount | Unknown:
    """Return what a quantity is where nothing is given: its default, or unknown."""
    if quantity.default is not None:
        return Range(quantity.default, quantity.default)
    return Unknown(Missing.NO_DATA, (quantity.id,))


def _evidence(
    rulebook: Rulebook, facts: ClientFacts, known: Mapping[str, Amount]
) -> Iterator[tuple[str, Evidence]]:
    """Yield what is known of each criterion: a level, its own value, its quantity's."""
    for criterion in rulebook.criteria:
        if criterion.id in facts.levels:
            yield criterion.id, Evidence(level=facts.levels[criterion.id])
            continue
        own = facts.amounts.get(criterion.id)
        value = known.get(criterion.quantity or "") if own is None else own
        if isinstance(value, Range):
            yield criterion.id, Evidence(value=(value.low, value.high))


def _stops(
    stop: StopCriterion, when: _Check | None, facts: ClientFacts, known: Known
) -> bool | None:
    """Tell whether a stop-criterion holds: as told, else as worked out."""
    told = facts.stops.get(stop.id)
    if told is not None or when is None:
        return told
    return when(known)


def _settles(rulebook: Rulebook, name: str, worked: Mapping[str, Worked]) -> Settles:
    criterion = next(one for one in rulebook.criteria if one.id == name)
    found = worked.get(criterion.quantity or "")
    value = found.value if found else None
    if isinstance(value, Unknown) and value.why is Missing.NO_DATA:
        return Settles(criterion, value.about)
    return Settles(criterion, (criterion.id,))
