"""Formulas of a rulebook as trees: what stands in them, and what a value can be.

`scoring.working` works them out. Values are exact: whole numbers and fractions.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scoring.measures import PURE, Measure
from scoring.terms import Term

Exact = int | Fraction
"""An exact number. A whole one is kept whole where it can be: a fraction costs ten
times as much. Only `Fraction(a, b)` divides: `a / b` of whole numbers rounds."""


@dataclass(frozen=True, slots=True)
class Range:
    """A closed interval of values; a point has equal ends."""

    low: Exact
    high: Exact

    @property
    def exact(self) -> bool:
        """True for a point."""
        return self.low is self.high or self.low == self.high


Series = tuple[Exact, ...]
"""Values over time, such as purchases month by month."""
Amount = Range | Series


class Sign(Term):
    """How two values are put together."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


class Func(Term):
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

    value: Exact
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


def simplest(value: Exact) -> Exact:
    """Return the same number, as a whole one where it is."""
    return value.numerator if value.denominator == 1 else value


def less(a: Exact, b: Exact) -> bool:
    """Tell whether a number is less than another, three times as fast as `<` does."""
    return a.numerator * b.denominator < b.numerator * a.denominator


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
