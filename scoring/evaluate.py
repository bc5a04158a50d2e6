"""A client by a company's rules: base facts → quantities → levels → status.

    found = evaluate(rulebook, facts)

Everything that a result stands on is in it, so that it can be told line by line.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scoring.formulas import Amount, Missing, Range, Unknown, less, names_in
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

    values: Mapping[str, Amount | Unknown]
    """Every quantity of the rulebook → its value, or why it has none."""
    told: Mapping[str, Amount]
    """What was given, not worked out and not taken by default."""
    evidence: Mapping[str, Evidence]
    assessment: Assessment
    stops: tuple[tuple[StopCriterion, bool | None], ...]
    """Every stop-criterion; None where nobody can tell yet."""
    flags: tuple[tuple[Flag, bool | None], ...]
    settling: tuple[Settles, ...]
    """Any one of these alone; those with one missing fact first."""

    def quantities(self, rulebook: Rulebook) -> tuple[Worked, ...]:
        """Return every quantity, in the order of the rulebook that was applied."""
        return tuple(
            Worked(one, self.values[one.id], one.id in self.told)
            for one in rulebook.quantities
        )


class Evaluator:
    """Applies one rulebook to many clients."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Put the quantities in an order in which each comes after its inputs.

        Args:
            rulebook: Checked: its formulas have no circles, their names exist.
        """
        self.rulebook = rulebook
        self._order = tuple(_in_order(rulebook))
        self._untold = {q.id: _own(q) for q in rulebook.quantities}
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
        values, amounts = self._worked(facts)
        evidence = dict(_evidence(rulebook, facts, amounts))
        stops = tuple(
            (stop, _stops(stop, when, facts, amounts)) for stop, when in self._stops
        )
        held = frozenset(stop.id for stop, stands in stops if stands)
        result = assess(rulebook, evidence, held)
        settles = [
            _settles(rulebook, name, values) for name in settling(rulebook, result)
        ]
        return Evaluation(
            values=values,
            told=facts.amounts,
            evidence=evidence,
            assessment=result,
            stops=stops,
            flags=tuple((flag, when(amounts)) for flag, when in self._flags),
            settling=tuple(sorted(settles, key=lambda one: len(one.missing))),
        )

    def _worked(
        self, facts: ClientFacts
    ) -> tuple[dict[str, Amount | Unknown], dict[str, Amount]]:
        """Work all quantities out: as given, by formula, by default.

        Returns:
            Every quantity, and the values of those that have one.
        """
        found: dict[str, Amount | Unknown] = {}
        amounts: dict[str, Amount] = {}
        told = facts.amounts
        for name, needs, work in self._order:
            value: Amount | Unknown | None = told.get(name)
            if value is None:
                value = self._untold[name] if work is None else work(amounts)
                if work is not None and isinstance(value, Unknown):
                    value = _why(value, needs, found)
            found[name] = value
            if not isinstance(value, Unknown):
                amounts[name] = value
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
        if less(a.high, b.low) if strict else not less(b.low, a.high):
            return True
        if not less(a.low, b.high) if strict else less(b.high, a.low):
            return False
        return None

    return check


def beyond(quantity: Quantity, amount: Amount) -> bool:
    """Tell whether a value cannot be: below the least or above the most."""
    if isinstance(amount, Range):
        first, last = amount.low, amount.high
    else:
        first, last = min(amount), max(amount)
    low, high = quantity.least, quantity.most
    return (low is not None and first < low) or (high is not None and last > high)


_Step = tuple[str, tuple[str, ...], Work | None]


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
        yield quantity.id, tuple(dict.fromkeys(names)), work

    for quantity in rulebook.quantities:
        yield from visit(quantity)


def _why(
    unknown: Unknown, needs: tuple[str, ...], found: Mapping[str, Amount | Unknown]
) -> Unknown:
    """Say why a formula has no value: by the base quantities that are missing."""
    missing: list[Unknown] = []
    for name in needs:
        value = found.get(name)
        if value is None:
            missing.append(Unknown(Missing.NO_DATA, (name,)))
        elif isinstance(value, Unknown):
            missing.append(value)
    return joined(missing) if missing else unknown


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


def _settles(
    rulebook: Rulebook, name: str, values: Mapping[str, Amount | Unknown]
) -> Settles:
    criterion = next(one for one in rulebook.criteria if one.id == name)
    value = values.get(criterion.quantity or "")
    if isinstance(value, Unknown) and value.why is Missing.NO_DATA:
        return Settles(criterion, value.about)
    return Settles(criterion, (criterion.id,))
