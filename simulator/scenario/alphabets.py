"""Letters of the Russian and the Latin alphabet that look alike.

Names, keys and fixed values are Latin; a Russian letter among them is not seen, and
to be told “`ludа`: did you mean `luda`?” helps nobody.
"""

from typing import Final

_RUSSIAN: Final = "асеорхукмтнвіАВСЕНКМОРТХУІ"
_LATIN: Final = "aceopxykmthbiABCEHKMOPTXYI"
_ALIKE: Final = str.maketrans(_RUSSIAN, _LATIN)

LIKE_RUSSIAN: Final = frozenset("aceopxyABCEHKMOPTXi")
"""Latin letters that cannot be told from Russian ones on a screen."""
LIKE_LATIN: Final = frozenset("асеорхуАВСЕНКМОРТХі")
"""Russian letters that cannot be told from Latin ones on a screen."""


def in_latin(word: str) -> str:
    """Return a word with the Latin letter for each Russian one that looks like it."""
    return word if word.isascii() else word.translate(_ALIKE)


def foreign(word: str, meant: str) -> str:
    """Return the letters by which alone a word differs from the Latin one meant.

    Empty when it is the same word, or differs by anything else. `с, а` for `саst`.
    """
    if word.isascii() or in_latin(word).lower() != meant.lower():
        return ""
    return ", ".join(dict.fromkeys(one for one in word if not one.isascii()))
