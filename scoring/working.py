"""What formulas come to on intervals, exactly.

What is not known, or would be divided by something that may be zero, has no value,
and the reason is told.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from math import lcm
from typing import Final

from scoring.formulas import (
    Amount,
    Call,
    Exact,
    Formula,
    Func,
    Missing,
    Name,
    Number,
    Pair,
    Range,
    Series,
    Sign,
    Unknown,
    names_in,
    simplest,
    written,
)

_DIGITS: Final = Context(prec=28)
"""For roots and powers, which no fraction holds: the same digits on every machine."""
_ONE: Final = 10**20
"""What whole roots are counted in."""
_MOST_WHOLE: Final = 10
"""Up to this degree a root is found in whole numbers, which is far quicker."""


Known = Mapping[str, Amount]
"""Quantity → value; what is not there is not known."""
Work = Callable[[Known], Range | Unknown]
"""A formula, made ready to be worked out on many clients."""


def value_of(formula: Formula, known: Known) -> Range | Unknown:
    """Work a formula out on what is known, once; see `prepared`."""
    return prepared(formula)(known)


def prepared(formula: Formula) -> Work:
    """Make a formula ready to be worked out.

    Args:
        formula: Checked: its names stand for quantities, lists only inside `cv`.

    Returns:
        What works it out on what is known. It gives an interval that holds the true
        value wherever the values lie in theirs; the narrowest one when every name
        stands in the formula once.
    """
    match formula:
        case Number():
            point = _point(formula.value)
            return lambda _: point
        case Name():
            return _prepared_name(formula.id)
        case Pair():
            name = written(formula.right)
            return _prepared_pair(formula, _BY_SIGN[formula.sign](name))
        case Call() if formula.func is Func.CV:
            return _prepared_variation(names_in(formula)[0])
        case Call():
            return _prepared_call(formula)


def _prepared_name(name: str) -> Work:
    unknown = Unknown(Missing.NO_DATA, (name,))

    def work(known: Known) -> Range | Unknown:
        found = known.get(name)
        return found if isinstance(found, Range) else unknown

    return work


def _prepared_pair(pair: Pair, put: "_Pairing") -> Work:
    left, right = prepared(pair.left), prepared(pair.right)

    def work(known: Known) -> Range | Unknown:
        a, b = left(known), right(known)
        if isinstance(a, Range) and isinstance(b, Range):
            return put(a, b)
        return joined([one for one in (a, b) if isinstance(one, Unknown)])

    return work


def _prepared_call(call: Call) -> Work:
    args = [prepared(arg) for arg in call.args]
    put = _BY_FUNC[call.func]([written(arg) for arg in call.args])

    def work(known: Known) -> Range | Unknown:
        found: list[Range] = []
        missing: list[Unknown] = []
        for arg in args:
            value = arg(known)
            if isinstance(value, Range):
                found.append(value)
            else:
                missing.append(value)
        return joined(missing) if missing else put(found)

    return work


def joined(missing: Sequence[Unknown]) -> Unknown:
    """Put several reasons together; what is not known counts before any other."""
    why = next((m.why for m in missing if m.why is Missing.NO_DATA), missing[0].why)
    about = (name for one in missing if one.why is why for name in one.about)
    return Unknown(why, tuple(dict.fromkeys(about)))


def _sum(a: Range, b: Range) -> Range:
    low = a.low + b.low
    return Range(low, low if _points(a, b) else a.high + b.high)


def _difference(a: Range, b: Range) -> Range:
    low = a.low - b.high
    return Range(low, low if _points(a, b) else a.high - b.low)


def _points(a: Range, b: Range) -> bool:
    return a.low is a.high and b.low is b.high


def _product(a: Range, b: Range) -> Range:
    if _points(a, b):
        return _point(a.low * b.low)
    ends = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return Range(min(ends), max(ends))


def _quotient(a: Range, b: Range, name: str) -> Range | Unknown:
    if b.low.numerator <= 0 <= b.high.numerator:
        return Unknown(Missing.ZERO, (name,))
    if _points(a, b):
        return _point(simplest(Fraction(a.low, b.low)))
    return _product(a, Range(Fraction(1, b.high), Fraction(1, b.low)))


def _point(value: Exact) -> Range:
    """Return a point: both ends are one object, which is quick to tell."""
    return Range(value, value)


def _prepared_variation(name: str) -> Work:
    def work(known: Known) -> Range | Unknown:
        series = known.get(name)
        if series is None or isinstance(series, Range):
            return Unknown(Missing.NO_DATA, (name,))
        return _variation(series, name)

    return work


def _variation(series: Series, name: str) -> Range | Unknown:
    scale = lcm(*(one.denominator for one in series))
    wholes = [one.numerator * (scale // one.denominator) for one in series]
    total, count = sum(wholes), len(wholes)
    if total <= 0:
        return Unknown(Missing.ZERO, (name,))
    spread = count * sum(one * one for one in wholes) - total * total
    above, below = _DIGITS.sqrt(Decimal(spread)).as_integer_ratio()
    return _point(Fraction(above * 100, below * total))


def _growth(first: Range, last: Range, years: Range, name: str) -> Range | Unknown:
    if first.low <= 0 or last.low < 0 or years.low <= 0:
        return Unknown(Missing.ZERO, (name,))
    low = _yearly(Fraction(last.low, first.high), years)
    if years.low == years.high and first.low == first.high and last.low == last.high:
        return _point(low[0])
    high = _yearly(Fraction(last.high, first.low), years)
    return Range(min(low), max(high))


def _yearly(ratio: Fraction, years: Range) -> list[Exact]:
    """Return the growth a year, in per cent, for either number of years."""
    return [(_root(ratio, time) - 1) * 100 for time in {years.low, years.high}]


def _root(value: Fraction, degree: Exact) -> Fraction:
    """Return the root of a number that is not negative: the same on every machine."""
    if not value:
        return value
    if degree.denominator == 1 and degree <= _MOST_WHOLE:
        return Fraction(_whole_root(value, degree.numerator), _ONE)
    exponent = _decimal(Fraction(1, degree))
    return Fraction(_DIGITS.power(_decimal(value), exponent))


def _whole_root(value: Fraction, degree: int) -> int:
    """Return the whole part of a root, times 10 to the 20th.

    Newton's steps from a guess that need not be the same everywhere, and at last
    the one number whose power is not too much while its neighbour's is.
    """
    target = value.numerator * _ONE**degree // value.denominator
    found = max(1, int(float(value) ** (1 / degree) * _ONE))
    step = found
    while abs(step) > 1:
        step = (target // found ** (degree - 1) - found) // degree
        found += step
    while found**degree > target:
        found -= 1
    while (found + 1) ** degree <= target:
        found += 1
    return found


def _decimal(value: Exact) -> Decimal:
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


_100: Final = _point(100)
_Pairing = Callable[[Range, Range], Range | Unknown]
_BY_SIGN: Final[Mapping[Sign, Callable[[str], _Pairing]]] = {
    Sign.PLUS: lambda _: _sum,
    Sign.MINUS: lambda _: _difference,
    Sign.TIMES: lambda _: _product,
    Sign.OVER: lambda name: lambda a, b: _quotient(a, b, name),
}
"""Sign → what puts two values together, told what the second is called."""
_Calling = Callable[[Sequence[Range]], Range | Unknown]
_BY_FUNC: Final[Mapping[Func, Callable[[Sequence[str]], _Calling]]] = {
    Func.MIN: lambda _: lambda x: Range(min(a.low for a in x), min(a.high for a in x)),
    Func.MAX: lambda _: lambda x: Range(max(a.low for a in x), max(a.high for a in x)),
    Func.PERCENT: lambda names: (
        lambda x: _quotient(_product(x[0], _100), x[1], names[1])
    ),
    Func.PART: lambda _: lambda x: _quotient(_product(x[0], x[1]), _100, ""),
    Func.CAGR: lambda names: lambda x: _growth(x[0], x[1], x[2], names[0]),
}
"""Function → what works it out, told what its arguments are called."""
