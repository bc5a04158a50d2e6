"""Cut a text into the encoder's word pieces: a unigram model, best path first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

START: Final = 0
END: Final = 2
UNKNOWN: Final = 3
_SPACE: Final = "▁"
_UNKNOWN_COST: Final = 10.0
"""How much worse an unknown character is than the rarest piece."""


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
        for name in names:
            self._longest[name[:2]] = max(self._longest.get(name[:2], 1), len(name))

    def __len__(self) -> int:
        return len(self._known)

    def cut(self, text: str) -> tuple[Piece, ...]:
        """Cut a cleaned text along the likeliest path; empty gives nothing."""
        letters, places = _spaced(text)
        path = self._path(letters)
        pieces: list[Piece] = []
        end = len(letters)
        while end:
            start, number = path[end]
            first = start + 1 if letters[start] == _SPACE and end > start + 1 else start
            pieces.append(Piece(number, places[first], places[end - 1] + 1))
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


def _spaced(text: str) -> tuple[str, list[int]]:
    """Mark the spaces, one between words, one before the first."""
    letters: list[str] = []
    places: list[int] = []
    space = True
    for place, letter in enumerate(text):
        if letter.isspace():
            space = True
            continue
        if space:
            letters.append(_SPACE)
            places.append(place)
            space = False
        letters.append(letter)
        places.append(place)
    return "".join(letters), places
