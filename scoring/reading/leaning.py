"""The scene as evidence: what replies on offer do makes the same acts likelier.

A manager has just said something, and an author has written what may be answered.
Words that come to one of these replies most likely do what it does. So the log-odds
of every act are moved a little, towards what the fitting replies do; an act that the
words clearly show, or clearly do not, stays what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp, log
from typing import Final, cast, overload

from scoring.codes import Code, CodeUse
from scoring.reading.impression import CODES, OUTPUTS, TOPICS, Impression, Part

LEAN: Final = 1.5
"""Log-odds that a reply which fits for certain moves an act by, at most."""
_HELD: Final = 1e-6
_NAMES: Final = tuple(str(topic) for topic in TOPICS)


def leaning(
    chances: Mapping[str, float], does: Mapping[str, Iterable[CodeUse]]
) -> tuple[float, ...]:
    """Return by how much each output moves, in log-odds.

    Args:
        chances: Reply → the chance that the words come to it.
        does: Reply → its acts, as its author wrote them.
    """
    shifts = [0.0] * OUTPUTS
    for name, chance in chances.items():
        mine = _outputs(does.get(name, ()))
        for number in range(OUTPUTS):
            shifts[number] += LEAN * chance * (1 if number in mine else -1)
    return tuple(shifts)


def leant(impression: Impression, shifts: Sequence[float]) -> Impression:
    """Return an impression with its chances moved, as a whole and part by part."""
    return replace(
        impression,
        chances=_moved(impression.chances, shifts),
        parts=[
            Part(part.start, part.end, _Moved(part.chances, shifts))
            for part in impression.parts
        ],
    )


def _outputs(uses: Iterable[CodeUse]) -> set[int]:
    found: set[int] = set()
    for use in uses:
        if use.code is not Code.NONE:
            found.add(CODES.index(use.code))
        found |= {len(CODES) + _NAMES.index(one) for one in use.about if one in _NAMES}
    return found


class _Moved(Sequence[float]):
    """Chances that are moved when they are asked for: of a part few ever are."""

    def __init__(self, chances: Sequence[float], shifts: Sequence[float]) -> None:
        self._chances, self._shifts = chances, shifts

    def __len__(self) -> int:
        return len(self._chances)

    @overload
    def __getitem__(self, place: int) -> float: ...
    @overload
    def __getitem__(self, place: slice) -> list[float]: ...
    def __getitem__(self, place: int | slice) -> float | list[float]:
        if isinstance(place, slice):
            return _moved(self._chances[place], self._shifts[place])
        return _shifted(self._chances[place], self._shifts[place])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return list(self) == list(cast("Sequence[object]", other))

    __hash__ = None  # type: ignore[assignment]  # as of every list


def _moved(chances: Sequence[float], shifts: Sequence[float]) -> list[float]:
    return [_shifted(one, by) for one, by in zip(chances, shifts, strict=True)]


def _shifted(chance: float, shift: float) -> float:
    held = min(max(chance, _HELD), 1 - _HELD)
    return 1 / (1 + exp(-(log(held / (1 - held)) + shift)))
