"""What a writer most likely meant."""

import difflib
import re
from collections.abc import Iterable
from typing import Final

from simulator.scenario.alphabets import in_latin

_LATIN: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e",
        "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m",
        "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch",
        "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    }
)  # fmt: skip
_CLOSE: Final = 0.6
_LONGEST: Final = 60
_MANY: Final = 400
"""With more candidates than this only those of about the same length are tried."""


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that is spelt most alike; empty when none is near.

    Of several equally near the first in the alphabet is returned; one that is not
    Latin never is, for no name may be.
    """
    if not word or len(word) > _LONGEST:
        return ""
    known = sorted(name for name in candidates if name.isascii())
    if len(known) > _MANY:
        known = [name for name in known if abs(len(name) - len(word)) <= 1][:_MANY]
    lower = word.strip().lower()
    written = {name.lower(): name for name in reversed(known)}
    for spelling in (lower, in_latin(lower), lower.translate(_LATIN)):
        found = difflib.get_close_matches(spelling, written, 1, _CLOSE)
        if found:
            return written[found[0]]
    return ""


def as_id(words: str) -> str:
    """Return an id made of words: `What he buys` → `what-he-buys`; may be empty."""
    return _joined(words).lstrip("0123456789-")


def id_meant(word: str) -> str:
    """Return the id for a word that is none, with all that is in it: `30-days`.

    An id begins with a letter, so figures go to the end: `days-30`.
    """
    name, rest = _joined(word), as_id(word)
    figures = name.removesuffix(rest).strip("-")
    return f"{rest}-{figures}" if rest and figures else rest


def _joined(words: str) -> str:
    latin = "".join(map(_spelt, re.findall(r"\w+|\W+", words)))
    return "-".join(re.findall("[a-z0-9]+", latin.lower().translate(_LATIN)[:_LONGEST]))


def _spelt(word: str) -> str:
    """Return a word in Latin where only letters that look so are not."""
    latin = in_latin(word)
    mixed = re.search("[A-Za-z0-9]", word) is not None
    return latin if mixed and latin.isascii() else word


def as_number(words: str) -> str:
    """Return the number that words were meant as; empty when there is none.

    Spaces and underscores between digits and a decimal comma are forgiven.
    """
    compact = re.sub(r"[\s_'’]", "", words).replace(",", ".")
    return compact if re.fullmatch(r"[+-]?[0-9]{1,18}(\.[0-9]{1,9})?", compact) else ""
