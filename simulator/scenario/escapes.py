"""Where between two double quotes an escape stands that makes a character."""

import re
from typing import Final

from simulator.scenario.findings import Spot

_ESCAPE: Final = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))"
)
_SHORT: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def escape_of(character: str, lines: list[str], start: Spot, end: Spot) -> Spot:
    """Find the first escape that makes a character.

    Args:
        character: What was made.
        lines: The lines of the file.
        start: Where the opening quote stands.
        end: Where the value ends.

    Returns:
        The place of the escape, or of the quote when it is not found.
    """
    for number in range(start.line, end.line + 1):
        begin = start.column if number == start.line else 0
        for found in _ESCAPE.finditer(lines[number - 1], begin):
            if _made(found) == character:
                return Spot(number, found.start() + 1)
    return start


def _made(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    if not digits:
        return _SHORT.get(found[4], found[4])
    code = int(digits, 16)
    return chr(code) if code <= 0x10FFFF else ""
