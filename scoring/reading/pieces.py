"""Cut a text into the encoder's word pieces: a unigram model, best path first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

START: Final = 0
END: Final = 2
UNKNOWN: Final = 3
_SPACE: Final = "▁"
_UNKNOWN_COST: Final = 10.0
"""How much worse an unknown character is than the rarest piece."""
_WORD: Final = re.compile(r"\S+")
_WORDS_KEPT: Final = 4_096


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a text."""

    id: int
    start: int
    end: int
    """One past its last character; a leading space does not count."""


class Pieces:
    """The vocabulary: each piece with its log-probability."""

    def __init__(self, names: Sequence[str], scores: Sequence[float]) -> None:
        """Take the pieces in the order of the encoder's embedding table.

        Args:
            names: The pieces; `▁` stands for a space before a word.
            scores: Their natural log-probabilities.
        """
        self._known: Mapping[str, tuple[int, float]] = {
            name: (number, score)
            for number, (name, score) in enumerate(zip(names, scores, strict=True))
        }
        self._unknown = min(scores) - _UNKNOWN_COST
        self._longest: dict[str, int] = {}
        self._cut = lru_cache(_WORDS_KEPT)(self._word)
        for name in names:
            self._longest[name[:2]] = max(self._longest.get(name[:2], 1), len(name))

    def __len__(self) -> int:
        return len(self._known)

    def cut(self, text: str) -> tuple[Piece, ...]:
        """Cut a cleaned text along the likeliest path; empty gives nothing."""
        return tuple(
            Piece(number, word.start() + start, word.start() + end)
            for word in _WORD.finditer(text)
            for number, start, end in self._cut(word[0])
        )

    def _word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Cut one word: no piece reaches over a space."""
        path = self._path(_SPACE + word)
        pieces: list[tuple[int, int, int]] = []
        end = len(word) + 1
        while end:
            start, number = path[end]
            pieces.append((number, max(start - 1, 0), max(end - 1, 1)))
            end = start
        return tuple(reversed(pieces))

    def _path(self, letters: str) -> list[tuple[int, int]]:
        """Return, for each end, where the best piece that ends there starts."""
        best = [0.0] + [float("-inf")] * len(letters)
        path = [(0, UNKNOWN)] * (len(letters) + 1)
        for start in range(len(letters)):
            so_far = best[start]
            if so_far + self._unknown > best[start + 1]:
                best[start + 1] = so_far + self._unknown
                path[start + 1] = (start, UNKNOWN)
            longest = self._longest.get(letters[start : start + 2], 1)
            for end in range(start + 1, min(len(letters), start + longest) + 1):
                piece = self._known.get(letters[start:end])
                if piece is not None and so_far + piece[1] > best[end]:
                    best[end] = so_far + piece[1]
                    path[end] = (start, piece[0])
        return path
