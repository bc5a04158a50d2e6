"""Numbers drawn as text: large digits, bars. A word or number stands beside each."""

from fractions import Fraction
from typing import Final

_DIGITS: Final = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    "–": ("   ", "▀▀▀", "   "),
}
HIGH: Final = 3
"""Lines that a large digit takes."""


def large(number: str) -> tuple[str, ...]:
    """Return the lines of a number in large digits; of equal width."""
    return tuple(
        " ".join(_DIGITS[digit][line] for digit in number) for line in range(HIGH)
    )


def bar(value: Fraction | int, of: int, width: int) -> str:
    """Return a bar: full blocks for the value, light ones for the rest.

    What is not nothing shows at least one block, what is not all lacks one.
    """
    full = int(value * width / of + Fraction(1, 2))
    if value > 0:
        full = max(1, full)
    if value < of:
        full = min(width - 1, full)
    return "█" * full + "░" * (width - full)
