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
_UNSEEN: Final = frozenset(
    "\u00ad\u034f\u115f\u1160\u180b\u180c\u180d\u180e\u200b\u200c\u200d"
    "\u2060\u2061\u2062\u2063\u2064\u2800\u3164\ufe0f\uffa0"
)
"""Letters and signs that are as empty as a space, and are no spaces."""
MAY_BE_BLANK: Final = _UNSEEN | {""}
"""The first character, if any, of a blank text without spaces around it."""


def is_blank(text: str) -> bool:
    """Tell whether nothing of a text can be seen: spaces of every kind, or fillers."""
    if not (text[:1] in MAY_BE_BLANK or text[:1].isspace()):
        return False  # as nearly every text: no letter more need be looked at
    return all(one in _UNSEEN or one.isspace() for one in text)


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
