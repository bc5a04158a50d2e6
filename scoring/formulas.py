"""Formulas of a rulebook as trees, and what they come to on intervals.

Exact: fractions in, fractions out. What is not known, or would be divided by
something that may be zero, has no value, and the reason is told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from scoring.measures import PURE, Measure

_DIGITS: Final = Context(prec=28)
"""For roots and powers, which no fraction holds: the same digits on every machine."""


@dataclass(frozen=True, slots=True)
class Range:
    """A closed interval of values; a point has equal ends."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        """True for a point."""
        return self.low == self.high


Series = tuple[Fraction, ...]
"""Values over time, such as purchases month by month."""
Amount = Range | Series


class Sign(StrEnum):
    """How two values are put together."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


class Func(StrEnum):
    """What a formula can call."""

    MIN = "min"
    MAX = "max"
    PERCENT = "percent"
    """`percent(a, b)`: a ÷ b × 100."""
    PART = "part"
    """`part(p, a)`: p per cent of a."""
    CV = "cv"
    """`cv(list)`: standard deviation of the whole list ÷ mean × 100."""
    CAGR = "cagr"
    """`cagr(first, last, years)`: growth a year, in per cent."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was written."""

    value: Fraction
    text: str
    measure: Measure = PURE


@dataclass(frozen=True, slots=True)
class Name:
    """Another quantity."""

    id: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two formulas put together."""

    sign: Sign
    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of formulas."""

    func: Func
    args: tuple["Formula", ...]


Formula = Number | Name | Pair | Call


class Missing(StrEnum):
    """Why a formula has no value."""

    NO_DATA = "no-data"
    ZERO = "zero"
    """It would be divided by something that may be zero."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value, and why."""

    why: Missing
    about: tuple[str, ...]
    """The base quantities that are missing, or the names of what may be zero."""


def value_of(formula: Formula, known: Mapping[str, Amount]) -> Range | Unknown:
    """Work a formula out on what is known.

    Args:
        formula: Checked: its names stand for quantities, lists only inside `cv`.
        known: Quantity → value; what is not there is not known.

    Returns:
        An interval that holds the true value wherever the values lie in theirs;
        it is the narrowest one when every name stands in the formula once.
    """
    match formula:
        case Number():
            return _point(formula.value)
        case Name():
            found = known.get(formula.id)
            if isinstance(found, Range):
                return found
            return Unknown(Missing.NO_DATA, (formula.id,))
        case Pair():
            both = _all((formula.left, formula.right), known)
            if isinstance(both, Unknown):
                return both
            return _pair(formula, both[0], both[1])
        case Call():
            return _call(formula, known)


def joined(missing: Sequence[Unknown]) -> Unknown:
    """Put several reasons together; what is not known counts before any other."""
    why = next((m.why for m in missing if m.why is Missing.NO_DATA), missing[0].why)
    about = (name for one in missing if one.why is why for name in one.about)
    return Unknown(why, tuple(dict.fromkeys(about)))


def names_in(formula: Formula) -> tuple[str, ...]:
    """Return the names in a formula, as often as they stand there."""
    match formula:
        case Number():
            return ()
        case Name():
            return (formula.id,)
        case Pair():
            return names_in(formula.left) + names_in(formula.right)
        case Call():
            return tuple(name for arg in formula.args for name in names_in(arg))


def written(formula: Formula, value: Callable[[str], str] = str) -> str:
    """Write a formula, each name as `value` gives it."""
    match formula:
        case Number():
            return formula.text
        case Name():
            return value(formula.id)
        case Pair():
            left = _operand(formula, formula.left, value)
            right = _operand(formula, formula.right, value, right=True)
            return f"{left} {formula.sign} {right}"
        case Call():
            return (
                f"{formula.func}({', '.join(written(a, value) for a in formula.args)})"
            )


def _operand(
    outer: Pair, inner: Formula, value: Callable[[str], str], *, right: bool = False
) -> str:
    text = written(inner, value)
    if not isinstance(inner, Pair):
        return text
    tight = outer.sign in (Sign.TIMES, Sign.OVER)
    loose = inner.sign in (Sign.PLUS, Sign.MINUS)
    return f"({text})" if (tight and loose) or right else text


def _all(
    formulas: Sequence[Formula], known: Mapping[str, Amount]
) -> tuple[Range, ...] | Unknown:
    """Work several formulas out; what is missing in any is told of all."""
    found = [value_of(formula, known) for formula in formulas]
    missing = [one for one in found if isinstance(one, Unknown)]
    if missing:
        return joined(missing)
    return tuple(one for one in found if isinstance(one, Range))


def _pair(pair: Pair, a: Range, b: Range) -> Range | Unknown:
    points = a.low is a.high and b.low is b.high
    match pair.sign:
        case Sign.PLUS:
            low = a.low + b.low
            return Range(low, low if points else a.high + b.high)
        case Sign.MINUS:
            low = a.low - b.high
            return Range(low, low if points else a.high - b.low)
        case Sign.TIMES:
            return _product(a, b)
        case Sign.OVER:
            return _quotient(a, b, written(pair.right))


def _call(call: Call, known: Mapping[str, Amount]) -> Range | Unknown:
    if call.func is Func.CV:
        return _variation(call, known)
    found = _all(call.args, known)
    if isinstance(found, Unknown):
        return found
    match call.func:
        case Func.MIN:
            return Range(min(a.low for a in found), min(a.high for a in found))
        case Func.MAX:
            return Range(max(a.low for a in found), max(a.high for a in found))
        case Func.PERCENT:
            return _times(_quotient(found[0], found[1], written(call.args[1])), 100)
        case Func.PART:
            return _times(_product(found[0], found[1]), Fraction(1, 100))
        case Func.CAGR:
            return _growth(found[0], found[1], found[2], written(call.args[0]))


def _times(value: Range | Unknown, by: Fraction | int) -> Range | Unknown:
    if isinstance(value, Unknown):
        return value
    if value.low is value.high:
        return _point(value.low * by)
    return Range(value.low * by, value.high * by)


def _product(a: Range, b: Range) -> Range:
    if a.low is a.high and b.low is b.high:
        return _point(a.low * b.low)
    ends = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return Range(min(ends), max(ends))


def _quotient(a: Range, b: Range, name: str) -> Range | Unknown:
    if b.low.numerator <= 0 <= b.high.numerator:
        return Unknown(Missing.ZERO, (name,))
    if a.low is a.high and b.low is b.high:
        return _point(a.low / b.low)
    return _product(a, Range(1 / b.high, 1 / b.low))


def _point(value: Fraction) -> Range:
    """Return a point: both ends are one object, which is quick to tell."""
    return Range(value, value)


def _variation(call: Call, known: Mapping[str, Amount]) -> Range | Unknown:
    name = names_in(call)[0]
    series = known.get(name)
    if series is None or isinstance(series, Range):
        return Unknown(Missing.NO_DATA, (name,))
    mean = sum(series, Fraction()) / len(series)
    if mean <= 0:
        return Unknown(Missing.ZERO, (name,))
    spread = sum(((one - mean) ** 2 for one in series), Fraction()) / len(series)
    root = Fraction(_DIGITS.sqrt(_decimal(spread)))
    point = root / mean * 100
    return Range(point, point)


def _growth(first: Range, last: Range, years: Range, name: str) -> Range | Unknown:
    if first.low <= 0 or last.low < 0 or years.low <= 0:
        return Unknown(Missing.ZERO, (name,))
    low = _yearly(last.low / first.high, years)
    high = _yearly(last.high / first.low, years)
    return Range(min(low), max(high))


def _yearly(ratio: Fraction, years: Range) -> list[Fraction]:
    """Return the growth a year, in per cent, for either number of years."""
    found: list[Fraction] = []
    for time in (years.low, years.high):
        grown = _DIGITS.power(_decimal(ratio), _decimal(1 / time)) if ratio else 0
        found.append((Fraction(grown) - 1) * 100)
    return found


def _decimal(value: Fraction) -> Decimal:
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
