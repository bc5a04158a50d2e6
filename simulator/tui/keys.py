"""One key, two layouts: every letter is bound as it arrives in both.

Under a Russian layout a terminal delivers «й» where «q» is pressed, and nobody
switches the layout for a game. Capitals are bound too: Caps Lock is a key.
"""

from collections.abc import Iterable
from typing import Final

from textual.binding import Binding, BindingType

_LATIN: Final = "qwertyuiopasdfghjklzxcvbnm"
_CYRILLIC: Final = "йцукенгшщзфывапролдячсмить"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)


def twin(key: str) -> str | None:
    """Return the same key under the Russian layout: `ctrl+q` → `ctrl+й`.

    None for a key that is no Latin letter and so needs no twin.
    """
    *modifiers, last = key.split("+")
    if len(last) != 1 or last.lower() not in _LATIN:
        return None
    cyrillic = last.lower().translate(_TO_CYRILLIC)
    return "+".join([*modifiers, cyrillic if last.islower() else cyrillic.upper()])


def both(*keys: str) -> str:
    """Return keys as a binding for both layouts: `q` → `q,й,Q,Й`.

    With a modifier capitals are left out; a key that is no letter stays alone.
    """
    wanted: list[str] = []
    for key in keys:
        capital = key.upper() if len(key) == 1 and twin(key) else None
        for each in (key, twin(key), capital, capital and twin(capital)):
            if each and each not in wanted:
                wanted.append(each)
    return ",".join(wanted)


def twins(bindings: Iterable[BindingType]) -> list[BindingType]:
    """Return further bindings that give inherited letter keys their twins."""
    found: list[BindingType] = []
    for binding in Binding.make_bindings(bindings):
        other = twin(binding.key)
        if other is not None:
            found.append(Binding(other, binding.action, show=False))
    return found


def label(letter: str, language: str) -> str:
    """Name a letter key for a reader: `q`, and `й/q` for one who reads Russian.

    One name is enough where both letters look alike (`c` and «с»).
    """
    cyrillic = twin(letter)
    if language != "ru" or cyrillic is None:
        return letter
    return cyrillic if cyrillic in "с" else f"{cyrillic}/{letter}"
