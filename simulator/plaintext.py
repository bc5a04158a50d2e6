"""Text is data: what a person typed is shown as typed, and controls nothing.

No character that moves a cursor, rings a bell, hides or reverses words gets
past here, whether it came from a scenario, a trainee or the command line.
"""

import re
import unicodedata
from typing import Final

_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction overrides
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # separators, byte order mark, annotations
    "\ud800-\udfff]"  # lone surrogates
)


def first_unsafe(text: str) -> str | None:
    """Return the first character that must not reach a screen, or None."""
    found = _UNSAFE.search(text)
    return found.group() if found else None


def plain(text: str) -> str:
    """Return the text with every unsafe character replaced by U+FFFD, in NFC.

    A carriage return before a newline is dropped rather than replaced.
    """
    return _UNSAFE.sub(
        "\ufffd", unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    )


def name_of(character: str) -> str:
    """Name a character that cannot be shown: `U+001B`."""
    return f"U+{ord(character):04X}"
