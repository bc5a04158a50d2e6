"""How points and levels are written by the reports: rounded here and nowhere else."""

from fractions import Fraction
from typing import Final

from scoring.formulas import Exact
from scoring.scorecard import shown

MINUS: Final = "−"


def decimal_sign(language: str) -> str:
    """Return what parts whole numbers from the rest in a language."""
    return "," if language == "ru" else "."


def whole(value: Exact) -> int:
    """Return the nearest whole number, halves upwards."""
    return int(shown(value))


def tenths(value: Exact, comma: str = ".") -> str:
    """Write a number with one decimal, `3.5`; a whole number without, `3`."""
    return str(shown(value, 1)).removesuffix(".0").replace(".", comma)


def figure(value: Exact, digits: int, language: str) -> str:
    """Write a number with so many decimals as it has, 0 or 1 at most."""
    return tenths(value, decimal_sign(language)) if digits else str(whole(value))


def signed(value: Fraction, digits: int, language: str) -> str:
    """Write a difference with its sign, `+3`, `−0,5`; none without one."""
    size = figure(abs(value), digits, language)
    return size if size == "0" else f"{'+' if value > 0 else MINUS}{size}"


def apart(before: Exact, after: Exact, digits: int, language: str) -> str:
    """Write by how much a number is higher: that of the numbers as they are shown."""
    difference = shown(after, digits) - shown(before, digits)
    return signed(Fraction(difference), digits, language)


def points_between(low: Exact, high: Exact, language: str) -> str:
    """Write points that lie between two ends, `15–95`; where they meet, once."""
    comma = decimal_sign(language)
    ends = dict.fromkeys((tenths(low, comma), tenths(high, comma)))
    return "–".join(ends)


def number(value: Exact | None) -> float | None:
    """Return a number for JSON, rounded to two decimals; None stays None."""
    return None if value is None else float(shown(value, 2))
