"""Which of several things may be there together: where they are few, any of them."""

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Final

FEW: Final = 5
"""Of so many things every selection is tried: 32."""


def is_few(things: Collection[str]) -> bool:
    """Tell whether every selection of things is tried."""
    return len(things) <= FEW


def selections(things: Collection[str]) -> list[frozenset[str]]:
    """Return what may be there of things, those first that tell most.

    That is all, none, one, all but one; and, where they are few, any others. Of many
    things these meet most conditions, but what they do not meet is not proved.
    """
    whole = frozenset(things)
    return list(dict.fromkeys([whole, frozenset(), *_sized(whole)]))


def _sized(things: frozenset[str]) -> Iterator[frozenset[str]]:
    names, many = sorted(things), len(things)
    sizes = dict.fromkeys([1, many - 1])
    if is_few(things):
        sizes |= dict.fromkeys(range(2, many - 1))
    for size in sizes:
        if size >= 0:
            yield from map(frozenset, combinations(names, size))
