"""Regular expressions for what stands in quotes, where the parser reads any words.

Each means the same to Python and to JavaScript with its `u` flag, in which editors
read them. Numbers are held within their range here as well, since `"5"` in quotes is
a number to the parser.
"""

from collections.abc import Collection, Iterable
from typing import Final

from scoring.codes import TAKES_CRITERIA, TAKES_TOPICS, Topic
from simulator.scenario.scalars import ID, RESERVED, TRAINEE

NOT_BLANK: Final = r"\S"
YES_OR_NO: Final = "^(?:true|false)$"
PATH: Final = r"^(?!~)(?!/)(?!(?:.*/)?\.\.(?:/|$))(?!.*//)(?!.*/$)[^\\:]+$"
"""Relative, without `..`, empty parts, drives and backslashes."""
_ID: Final = ID.pattern
_FRACTION: Final = r"(?:\.[0-9]{1,18})?"
_DECIMAL: Final = rf"[0-9]{{1,18}}{_FRACTION}"
AMOUNT: Final = rf"^[+-]?{_DECIMAL}$"
NOT_NEGATIVE: Final = rf"^(?:\+?{_DECIMAL}|-0{{1,18}}(?:\.0{{1,18}})?)$"
ABOVE_ZERO: Final = rf"^\+?(?!0+(?:\.0+)?$){_DECIMAL}$"


def name(taken: Collection[str] = RESERVED) -> str:
    """Return the pattern of an id that is not one of those taken."""
    return rf"^{_but(taken)}{_ID}$"


def name_or_you() -> str:
    """Return the pattern of an id, or of the trainee himself."""
    return name(RESERVED - {TRAINEE})


def _but(taken: Iterable[str]) -> str:
    others = "|".join(sorted(taken))
    return f"(?!(?:{others})$)" if others else ""


def whole(low: int, high: int) -> str:
    """Return the pattern of a whole number from `low`, 1 or less, to `high`.

    At most nine digits, as the parser has it; leading zeros count.
    """
    zero = r"(?!\+?0+$)" if low > 0 else ""
    below = "" if low > 0 else f"|-0*{_up_to(-low)}"
    return rf"^(?=[+-]?[0-9]{{1,9}}$){zero}(?:\+?0*{_up_to(high)}{below})$"


def amount(high: int) -> str:
    """Return the pattern of a number from 0 to `high`, decimals included."""
    small = rf"0*{_up_to(high - 1)}{_FRACTION}"
    whole_of_it = rf"0*{high}(?:\.0{{1,18}})?"
    nothing = r"-0+(?:\.0{1,18})?"
    size = r"(?=[+-]?[0-9]{1,18}(?:\.|$))"
    return rf"^{size}(?:\+?(?:{small}|{whole_of_it})|{nothing})$"


def _up_to(high: int) -> str:
    """Return a pattern for 0 to `high`, written without leading zeros."""
    digits = str(high)
    size = len(digits)
    ways = [f"[0-9]{{1,{size - 1}}}"] if size > 1 else []
    for place, digit in enumerate(digits):
        if digit != "0":
            rest = size - place - 1
            ways.append(f"{digits[:place]}[0-{int(digit) - 1}]" + "[0-9]" * rest)
    return f"(?:{'|'.join([*ways, digits])})"


_ABOUT_TOPICS: Final = "|".join(sorted(TAKES_TOPICS))
_ABOUT_CRITERIA: Final = "|".join(sorted(TAKES_CRITERIA))
_TOPIC: Final = f"(?:{'|'.join(Topic)})"


def _listed(item: str) -> str:
    """Return a pattern for items parted by commas; empty ones are passed over."""
    return rf"\s*(?:{item}\s*)?(?:,\s*(?:{item}\s*)?)*"


_OPEN_TOPICS: Final = rf"(?:{_ABOUT_TOPICS})\s*\({_listed(_TOPIC)}"
_OPEN_CRITERIA: Final = rf"(?:{_ABOUT_CRITERIA})\s*\({_listed(_ID)}"
CODE_WITH_TOPICS: Final = rf"^(?:{_OPEN_TOPICS}|{_OPEN_CRITERIA})\)$"
"""`ask_fact(share, competitor)`, `apply_rule(wallet)`."""
BEGINS: Final = r"^[^)]*\([^)]*$"
"""A parenthesis that is closed in a later item."""
BEGINS_CRITERIA: Final = rf"^(?:{_ABOUT_CRITERIA})\s*\([^)]*$"
ENDS: Final = r"^[^(]*\)$"
PIECE_OF_TOPICS: Final = rf"^(?:{_OPEN_TOPICS}|{_TOPIC}|(?:{_TOPIC})?\s*\))$"
"""What a comma in brackets makes of a code with topics: its head, a topic, its end."""
PIECE: Final = rf"^(?:{_OPEN_TOPICS}|{_OPEN_CRITERIA}|{_ID}|(?:{_ID})?\s*\))$"
"""The same of a code with criteria, whose names are the company's own."""
