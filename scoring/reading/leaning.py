"""The scene as evidence: what replies on offer do makes the same acts likelier.

A manager has just said something, and an author has written what may be answered.
Words that come to one of these replies most likely do what it does. So the log-odds
of every act are moved a little, towards what the fitting replies do; an act that the
words clearly show, or clearly do not, stays what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp, log
from typing import Final

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
            Part(part.start, part.end, _moved(part.chances, shifts))
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


def _moved(chances: Sequence[float], shifts: Sequence[float]) -> list[float]:
    moved: list[float] = []
    for chance, shift in zip(chances, shifts, strict=True):
        held = min(max(chance, _HELD), 1 - _HELD)
        moved.append(1 / (1 + exp(-(log(held / (1 - held)) + shift))))
    return moved
