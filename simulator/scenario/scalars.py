"""How single values are read: words, ids, numbers, yes or no, one of a few."""

import re
from collections.abc import Mapping as Lookup
from fractions import Fraction
from typing import Final

from simulator.plaintext import MAY_BE_BLANK, is_blank
from simulator.scenario.checker import Checker, Reader
from simulator.scenario.codes import broken, siblings
from simulator.scenario.codes import shape as codes
from simulator.scenario.findings import Spot
from simulator.scenario.nodes import Node, Scalar, Sequence
from simulator.scenario.shapes import (
    Amount,
    AmountRange,
    Id,
    OneOf,
    Path,
    Text,
    Version,
    Whole,
    YesNo,
)
from simulator.scenario.spelling import as_number, id_meant

TRAINEE: Final = "you"
"""Who the trainee is in a meeting and on its forms."""
RESERVED: Final = frozenset({"stay", "note", TRAINEE, "if", "none"})
"""Ids with a meaning of their own."""
ID: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""A name as it is written here."""
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,9}")
NUMBER: Final = re.compile(r"[+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?")
"""A number as it is written here."""
_YES: Final = frozenset({"yes", "on", "да", "y", "1", "истина", "true"})
_NO: Final = frozenset({"no", "off", "нет", "n", "0", "ложь", "false"})


def text(check: Checker, node: Node, shape: Text, key: Scalar) -> str:
    """Read words that a person reads; warn when a comment cuts some off."""
    # Most values are words, so this saves calls for each that is as it should be.
    value = node.value.strip() if isinstance(node, Scalar) else ""
    if value[:1] in MAY_BE_BLANK and is_blank(value):
        return check.words(node, key)
    if check.document.value_ends:
        _watch_comment(check, node, shape.spoken)
    return value


def _watch_comment(check: Checker, node: Node, spoken: bool) -> None:
    """Warn when ` #` cuts words off that were meant to be read."""
    end = check.document.value_ends.get(Spot(node.line, node.column))
    if end is None:
        return
    rest = check.document.line(end.line)[end.column - 1 :]
    lost = rest.strip()
    if lost[:1] == "#" and (spoken or lost[1:2].strip("# ")):
        place = Spot(end.line, end.column + rest.index("#"))
        check.report.add(broken.CUT_BY_COMMENT, place, words=lost)


def _id(check: Checker, node: Node, shape: Id, key: Scalar) -> str:
    value = check.words(node, key)
    if value and isinstance(node, Scalar):
        check_id(check, value, node, any_word=shape.any_word, you=shape.you)
    return value


def check_id(
    check: Checker, value: str, at: Scalar, *, any_word: bool = False, you: bool = False
) -> None:
    """Check that a word can be an id.

    `any_word` allows the reserved ones, `you` only that one.
    """
    if you and value == TRAINEE:
        return
    if value in RESERVED and not any_word:
        better = f"{value}-1"
        check.report.add(codes.RESERVED_ID, at, value=value, nearest=better)
    elif ID.fullmatch(value) is None:
        check.report.add(codes.BAD_ID, at, value=value, nearest=id_meant(value))


def _version(check: Checker, node: Node, shape: Version, key: Scalar) -> int | None:
    value = check.words(node, key)
    if not value or value == str(shape.known):
        return shape.known
    check.report.add(codes.UNKNOWN_VERSION, node, value=value, known=shape.known)
    return None


def whole(check: Checker, node: Node, shape: Whole, key: Scalar) -> int | None:
    """Read a whole number within its bounds."""
    value = check.words(node, key)
    if not value:
        return None
    if _WHOLE.fullmatch(value) is None:
        meant = as_number(value)
        better = "" if "." in meant or len(meant) > 9 else meant
        check.report.add(
            codes.NOT_WHOLE, node, key=key.value, value=value, nearest=better
        )
        return None
    number = int(value)
    if shape.low <= number <= shape.high:
        return number
    check.report.add(
        codes.OUT_OF_RANGE,
        node,
        key=key.value,
        value=number,
        low=shape.low,
        high=shape.high,
    )
    return None


def amount(check: Checker, node: Node, shape: Amount, key: Scalar) -> Fraction | None:
    """Read a number with decimals or without."""
    value = check.words(node, key)
    if not value:
        return None
    if NUMBER.fullmatch(value):
        return Fraction(value)
    better = as_number(value)
    check.report.add(
        codes.NOT_A_NUMBER, node, key=key.value, value=value, nearest=better
    )
    return None


def amount_range(
    check: Checker, node: Node, key: Scalar
) -> tuple[Fraction, Fraction] | None:
    """Read `[low, high]`."""
    if not isinstance(node, Sequence) or len(node.items) != 2:
        check.report.add(codes.NOT_A_RANGE, node, key=key.value)
        return None
    low, high = (amount(check, item, Amount(), key) for item in node.items)
    if low is None or high is None:
        return None
    if low > high:
        first, second = node.items
        words = [item.value for item in (first, second) if isinstance(item, Scalar)]
        check.report.add(
            codes.REVERSED, node, key=key.value, low=words[0], high=words[1]
        )
    return low, high


def _bounded(
    check: Checker, node: Node, shape: AmountRange, key: Scalar
) -> tuple[Fraction, Fraction] | None:
    found = amount_range(check, node, key)
    if found and not (shape.low <= min(found) and max(found) <= shape.high):
        value = f"{found[0]}..{found[1]}"
        check.report.add(
            codes.OUT_OF_RANGE,
            node,
            key=key.value,
            value=value,
            low=shape.low,
            high=shape.high,
        )
    return found


def _yes_no(check: Checker, node: Node, shape: YesNo, key: Scalar) -> bool | None:
    value = check.words(node, key)
    if value in ("true", "false"):
        return value == "true"
    if value:
        lower = value.lower()
        meant = "true" if lower in _YES else "false" if lower in _NO else ""
        check.report.add(
            codes.NOT_YES_OR_NO, node, key=key.value, value=value, nearest=meant
        )
    return None


def _one_of(check: Checker, node: Node, shape: OneOf, key: Scalar) -> str | None:
    value = check.words(node, key)
    if not value or value in shape.values:
        return value
    near = check.near(value, shape.values)
    known = ", ".join(shape.values)
    check.report.add(
        codes.NOT_ONE_OF, node, key=key.value, value=value, nearest=near, known=known
    )
    return None


def _path(check: Checker, node: Node, shape: Path, key: Scalar) -> str:
    """Read a path that stays where it starts, on every system."""
    value = check.words(node, key)
    parts = value.split("/")
    outside = ".." in parts or "" in parts or value[:1] == "~"
    if value and (outside or "\\" in value or ":" in value):
        check.report.add(siblings.UNSAFE_PATH, node, value=value)
    return value


SCALAR_READERS: Final[Lookup[type, Reader]] = {
    Text: text,
    Id: _id,
    Version: _version,
    Whole: whole,
    Amount: amount,
    AmountRange: _bounded,
    YesNo: _yes_no,
    OneOf: _one_of,
    Path: _path,
}
