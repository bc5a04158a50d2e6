"""What a writer most likely meant."""

import difflib
import re
from collections.abc import Iterable
from typing import Final

_LOOK_ALIKES: Final = str.maketrans("асеорхукмтнв", "aceopxykmthb")
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

    Of several equally near the first in the alphabet is returned.
    """
    if not word or len(word) > _LONGEST:
        return ""
    known = sorted(candidates)
    if len(known) > _MANY:
        known = [name for name in known if abs(len(name) - len(word)) <= 1][:_MANY]
    lower = word.strip().lower()
    for spelling in (lower, lower.translate(_LOOK_ALIKES), lower.translate(_LATIN)):
        found = difflib.get_close_matches(spelling, known, 1, _CLOSE)
        if found:
            return found[0]
    return ""


def as_id(words: str) -> str:
    """Return an id made of words: `What he buys` → `what-he-buys`; may be empty."""
    latin = words.lower().translate(_LATIN)[:_LONGEST]
    parts = re.findall("[a-z0-9]+", latin)
    name = "-".join(parts)
    return name.lstrip("0123456789-")


def as_number(words: str) -> str:
    """Return the number that words were meant as; empty when there is none.

    Spaces and underscores between digits and a decimal comma are forgiven.
    """
    compact = re.sub(r"[\s_'’]", "", words).replace(",", ".")
    return compact if re.fullmatch(r"[+-]?[0-9]{1,18}(\.[0-9]{1,9})?", compact) else ""
