"""What somebody meant who wrote a figure as words: `46 млн`, `1.9–2.9%`, `120k`."""

import re
from decimal import Decimal
from typing import Final

_MOST_DIGITS: Final = 18
"""A number of the format has no more before its point, nor after it."""
_POWERS: Final = {
    3: "k к тыс тысяч тысячи thousand thsd",
    6: "m mn mln mio млн миллион миллиона миллионов million millions",
    9: "bn bln млрд миллиард миллиарда миллиардов billion billions",
    12: "tn trn трлн триллион триллиона триллионов trillion trillions",
}
_FACTORS: Final = {
    word: power for power, words in _POWERS.items() for word in words.split()
}
"""Word that multiplies a figure → by which power of ten."""
_SHORT: Final = 8
"""So many letters a unit has at most; other words tell more than how much."""
_GLUED: Final = frozenset("kк")
"""These are no words to say a unit with."""
_NUMBER: Final = r"\d+(?:[  ]\d{3})*(?:[.,]\d+)?"
_MONEY: Final = "[₽$€£]"
_FIGURE: Final = re.compile(
    rf"(?P<sign>{_MONEY})?\s*(?:(?:from|between|от)\s+)?(?P<low>{_NUMBER})"
    rf"(?:\s*(?:[-–—…]|\.\.\.?|\b(?:to|and|до)\b)\s*{_MONEY}?(?P<high>{_NUMBER}))?"
    rf"\s*(?P<word>%|{_MONEY}|[^\W\d_]{{1,12}}\.?)?"
    rf"(?:\s+(?P<unit>{_MONEY}|[^\W\d_]{{1,8}}\.?))?",
    re.IGNORECASE,
)
"""A number or a range, a short word, and another one, or a sign of money, as unit."""
_PART: Final = re.compile(rf"({_NUMBER})\s*(?:\bof\b|\bиз\b|/)\s*({_NUMBER})")
_SCIENCE: Final = re.compile(r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}")
_ENDLESS: Final = re.compile(
    r"[+-]?(?:\.inf|\.nan|inf|nan)|[+-]?\d{19,}(?:\.\d+)?", re.I
)


def is_figure(words: str, *, quoted: bool) -> bool:
    """Tell whether words are a figure: in quotes only a range is hardly meant as words.

    A word after the number is its unit, if it is short or multiplies it.
    """
    if not quoted and any(one.fullmatch(words) for one in (_SCIENCE, _ENDLESS)):
        return True
    if not quoted and _PART.fullmatch(words):
        return bool(_part(words))
    found = _FIGURE.fullmatch(words)
    if found is None:
        return False
    word = found["word"] or ""
    if quoted:
        return bool(found["high"]) and not word and not found["sign"]
    return _power(word) > 0 or (not found["unit"] and len(word) <= _SHORT)


def figure(words: str, unit: str | None) -> str:
    """Return how the format has a figure; empty where it has no such number.

    Args:
        words: What stands there.
        unit: The unit that the fact has already; None without.
    """
    part = _part(words)
    if part:
        return part
    if _SCIENCE.fullmatch(words):
        number = _plain(words)
        return f"is: {number}" if number else ""
    found = _FIGURE.fullmatch(words)
    if found is None or _ENDLESS.fullmatch(words):
        return ""
    beside = filter(None, (found["word"], found["unit"], found["sign"]))
    return _written(found["low"], found["high"], " ".join(beside), unit)


def _part(words: str) -> str:
    """Return how the format has a part of a whole; empty where it is none."""
    part = _PART.fullmatch(words)
    if part is None:
        return ""
    some, of = _plain(part[1]), _plain(part[2])
    return f"is: {some}, of: {of}" if Decimal(some) <= Decimal(of) else ""


def _written(low: str, high: str | None, words: str, unit: str | None) -> str:
    """Write a figure: what multiplies it is worked out, or goes into the unit."""
    first = words.split(" ")[0]
    power = 0
    if first != unit and (unit is not None or first.lower() in _GLUED):
        power = _power(first) and _power(first) - _power_of(unit or "")
    if power:
        words = words[len(first) :].strip()
    value = _plain(low, power)
    value = f"[{value}, {_plain(high, power)}]" if high else value
    sign = f'"{words}"' if words == "%" else words
    return f"is: {value}, unit: {sign}" if words and unit is None else f"is: {value}"


def _power(word: str | None) -> int:
    return _FACTORS.get((word or "").rstrip(".").lower(), 0)


def _power_of(unit: str) -> int:
    """Return what a unit multiplies by: 6 for `млн руб.`; `m` alone is metres."""
    return max((_power(one) for one in unit.split() if len(one) > 1), default=0)


def _plain(number: str, power: int = 0) -> str:
    """Return a number in digits, times a power of ten; empty when it is too long."""
    bare = re.sub(r"\s", "", number).replace(",", ".")
    value = Decimal(bare).scaleb(power)
    if abs(value.adjusted()) >= _MOST_DIGITS:
        return ""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits and power else digits
