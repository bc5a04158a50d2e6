"""Whether the formulas of a rulebook hold together: names, measures, circles."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from scoring.formulas import (
    Call,
    Formula,
    Func,
    Name,
    Number,
    Pair,
    Sign,
    names_in,
    written,
)
from scoring.measures import PERCENT, Measure
from scoring.rulebook import Quantity, When
from simulator.scenario.codes import quantities as codes
from simulator.scenario.findings import Rule
from simulator.scenario.spelling import nearest

Tell = Callable[..., None]
"""Takes a rule and what fills its words."""


class Formulas:
    """All quantities of one rulebook."""

    def __init__(self, quantities: Mapping[str, Quantity]) -> None:
        self._quantities = quantities

    def check(self, quantity: Quantity, tell: Tell) -> None:
        """Report what is wrong with the formula of a quantity."""
        formula = quantity.formula
        if formula is None or not self._names(formula, tell):
            return
        if quantity.id in self._stands_on(formula, set()):
            tell(codes.CIRCLE, value=quantity.id)
            return
        found = self._measure(formula, tell)
        if found is not None and found not in (quantity.measure, _ANY):
            tell(codes.WRONG_MEASURE, value=str(found), measure=str(quantity.measure))
        self._check_twice(formula, tell)

    def check_name(self, name: str, tell: Tell) -> None:
        """Report a name that stands for no quantity, or for a list over time."""
        self._names(Name(name), tell)

    def check_when(self, when: When, tell: Tell) -> None:
        """Report what is wrong with a comparison."""
        both = Pair(Sign.MINUS, when.left, when.right)
        if self._names(both, tell):
            self._measure(both, tell)
            self._check_twice(both, tell)

    def _names(self, formula: Formula, tell: Tell) -> bool:
        """Report names that stand for nothing, and lists in the wrong place."""
        unknown = [name for name in names_in(formula) if name not in self._quantities]
        for name in dict.fromkeys(unknown):
            near = nearest(name, self._quantities)
            tell(codes.UNKNOWN_QUANTITY, value=name, nearest=near)
        if unknown:
            return False
        wrong = list(self._misplaced(formula, False))
        for rule, name in wrong:
            tell(rule, value=name)
        return not wrong

    def _misplaced(self, formula: Formula, in_cv: bool) -> Iterator[tuple[Rule, str]]:
        if isinstance(formula, Name):
            if self._quantities[formula.id].series != in_cv:
                yield codes.NO_SERIES if in_cv else codes.SERIES, formula.id
        elif in_cv:
            yield codes.NO_SERIES, written(formula)
        else:
            for inner, inside in _inner(formula):
                yield from self._misplaced(inner, inside)

    def _stands_on(self, formula: Formula, seen: set[str]) -> set[str]:
        """Return every quantity that a formula stands on, however far down."""
        for name in names_in(formula):
            inner = self._quantities.get(name)
            if name not in seen and inner is not None:
                seen.add(name)
                if inner.formula is not None:
                    self._stands_on(inner.formula, seen)
        return seen

    def _check_twice(self, formula: Formula, tell: Tell) -> None:
        counts = Counter(self._written_out(formula, 0))
        for name, count in counts.items():
            if count > 1:
                tell(codes.STANDS_TWICE, value=name)

    def _written_out(self, formula: Formula, depth: int) -> Iterator[str]:
        for name in names_in(formula):
            inner = self._quantities.get(name)
            if inner is None or inner.formula is None or depth > len(self._quantities):
                yield name
            else:
                yield from self._written_out(inner.formula, depth + 1)

    def _measure(self, formula: Formula, tell: Tell) -> Measure | None:
        """Return what a formula is measured in; None, with a finding, if nothing."""
        match formula:
            case Number():
                return formula.measure if formula.value else _ANY
            case Name():
                return self._quantities[formula.id].measure
            case Pair():
                return self._measure_of_pair(formula, tell)
            case Call():
                return self._measure_of_call(formula, tell)

    def _measure_of_pair(self, pair: Pair, tell: Tell) -> Measure | None:
        left, right = self._measure(pair.left, tell), self._measure(pair.right, tell)
        if left is None or right is None:
            return None
        if pair.sign in (Sign.TIMES, Sign.OVER):
            zero = isinstance(pair.right, Number) and not pair.right.value
            if pair.sign is Sign.OVER and zero:
                tell(codes.DIVIDES_BY_ZERO)
                return None
            return left.times(right, -1 if pair.sign is Sign.OVER else 1)
        return _alike(left, right, pair, tell)

    def _measure_of_call(self, call: Call, tell: Tell) -> Measure | None:
        found = [self._measure(arg, tell) for arg in call.args]
        measures = [one for one in found if one is not None]
        if len(measures) < len(found):
            return None
        if call.func is Func.CV:
            return PERCENT
        if call.func is Func.PART:
            fits = _alike(measures[0], PERCENT, call, tell)
            return fits and measures[1]
        first = measures[0]
        likes = measures[1:2] if call.func is Func.CAGR else measures[1:]
        for other in likes:
            alike = _alike(first, other, call, tell)
            if alike is None:
                return None
            first = alike
        made = call.func in (Func.PERCENT, Func.CAGR)
        return PERCENT if made else first


def _inner(formula: Formula) -> Iterator[tuple[Formula, bool]]:
    """Yield the parts of a formula, each with whether a list belongs there."""
    if isinstance(formula, Pair):
        yield formula.left, False
        yield formula.right, False
    elif isinstance(formula, Call):
        yield from ((arg, formula.func is Func.CV) for arg in formula.args)


_ANY = Measure({"any": 1})
"""The measure of zero: nothing is nothing in every unit."""


def _alike(
    left: Measure, right: Measure, formula: Formula, tell: Tell
) -> Measure | None:
    if left == right or right is _ANY:
        return left
    if left is _ANY:
        return right
    tell(
        codes.UNITS_DIFFER,
        value=written(formula),
        left=str(left),
        right=str(right),
    )
    return None
