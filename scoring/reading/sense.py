"""Whether words do anything at all, before it is asked what they do.

An encoder that has learned from replies alone hears a deed in everything: in "When
is lunch?", a question of fact. Two questions go first. Are the words about the matter
(by the letters, and by how clearly any act is heard)? And do they hang together (by
the order of the words, which counts for more in long texts)?
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import cast

from scoring.reading.impression import Impression


@dataclass(frozen=True, slots=True)
class Sense:
    """What each figure counts for, and what is needed at least; fitted."""

    matter: tuple[float, ...]
    """For `figures_of_matter`."""
    order: tuple[float, ...]
    """For `figures_of_order`."""
    least_matter: float
    least_order: float

    @classmethod
    def of(cls, body: Mapping[str, object]) -> "Sense":
        """Take it from the stored object.

        Raises:
            KeyError, TypeError, ValueError: It is not one.
        """
        return cls(
            matter=_figures(body["matter"]),
            order=_figures(body["order"]),
            least_matter=float(str(body["least_matter"])),
            least_order=float(str(body["least_order"])),
        )

    def found(self, impression: Impression, margin: float, length: int) -> bool:
        """Tell whether words do anything.

        Args:
            impression: What an encoder made of them.
            margin: By how many log-odds the likeliest act passes its threshold;
                below 0 when none does.
            length: How many words there are.
        """
        about = figures_of_matter(impression.matter, margin)
        whole = figures_of_order(impression.matter, impression.order, length)
        return (
            _sum(self.matter, about) >= self.least_matter
            and _sum(self.order, whole) >= self.least_order
        )


def figures_of_matter(matter: float, margin: float) -> tuple[float, ...]:
    """Return what tells whether words are about the matter."""
    return matter, margin


def figures_of_order(matter: float, order: float, length: int) -> tuple[float, ...]:
    """Return what tells whether words hang together."""
    much = log1p(length)
    return matter, order, much, order * much


def _figures(stored: object) -> tuple[float, ...]:
    return tuple(float(one) for one in cast(Sequence[float], stored))


def _sum(weights: Sequence[float], figures: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(weights, figures, strict=True))
