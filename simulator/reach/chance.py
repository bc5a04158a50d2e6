"""Draws that a seed fixes: the same on every machine, in every process."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final, TypeVar

_T = TypeVar("_T")
_WORD: Final = 0xFFFFFFFFFFFFFFFF
_GOLDEN: Final = 0x9E3779B97F4A7C15


class Chance:
    """A stream of draws.

    Source:
        SplitMix64 (Steele, Lea and Flood 2014), begun at a digest of the salt.
    """

    __slots__ = ("_state",)

    def __init__(self, *salt: object) -> None:
        """Begin a stream; the same salt gives the same draws."""
        words = "/".join(map(str, salt)).encode()
        self._state = int.from_bytes(blake2b(words, digest_size=8).digest(), "big")

    def below(self, count: int) -> int:
        """Draw a whole number from 0 to `count` - 1; `count` is at least 1."""
        self._state = mixed = (self._state + _GOLDEN) & _WORD
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _WORD
        return ((mixed ^ (mixed >> 31)) * count) >> 64

    def one(self, items: Sequence[_T]) -> _T:
        """Draw one of some items; there is at least one."""
        return items[self.below(len(items))] if len(items) > 1 else items[0]

    def some(self, items: Sequence[_T]) -> list[_T]:
        """Draw any of some items, each as likely in as out, in their order."""
        return [item for item in items if self.below(2)]

    def shuffled(self, items: Sequence[_T]) -> list[_T]:
        """Return items in any order."""
        left, drawn = list(items), []
        while left:
            drawn.append(left.pop(self.below(len(left))))
        return drawn
