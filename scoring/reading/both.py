"""Two encoders as one: what the network makes of words, and what the letters say.

They err differently, so their log-odds are added. How much that gains is measured in
`docs/agreement.md`.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from scoring.reading.impression import OUTPUTS, Encoder, Impression, Part
from scoring.reading.odds import Floats, chances_of

LETTERS: Final = 1.0
"""What the letters' log-odds count for, the network's counting 1."""
GRADE: Final = 0.15
"""The letters' share in how well a reply serves."""
_HELD: Final = 1e-5


class BothEncoders:
    """Reads with both; the parts and the vector are the network's."""

    def __init__(self, network: Encoder, letters: Encoder) -> None:
        """Take the two encoders."""
        self._network = network
        self._letters = letters

    def encode(self, manager_says: str, reply: str) -> Impression:
        """Read a reply; see `Encoder`."""
        one = self._network.encode(manager_says, reply)
        two = self._letters.encode(manager_says, reply)
        return Impression(
            chances=together(one.chances, two.chances).tolist(),
            parts=_helped(one.parts, two.parts),
            overall=(1 - GRADE) * one.overall + GRADE * two.overall,
            vector=one.vector,
            matter=two.matter,
            order=two.order,
        )


def together(network: ArrayLike, letters: ArrayLike) -> Floats:
    """Return the chances of both, in the shape of theirs."""
    return chances_of(_odds(network) + LETTERS * _odds(letters))


def _helped(parts: Sequence[Part], clauses: Sequence[Part]) -> list[Part]:
    """Add to each word piece what the letters say of the clause that it stands in."""
    if not parts:
        return []
    told = np.full((len(parts), OUTPUTS), 0.5)
    for row, part in enumerate(parts):
        for clause in clauses:
            if clause.start <= part.start < clause.end:
                told[row] = clause.chances
    moved = together([part.chances for part in parts], told).tolist()
    return [
        Part(part.start, part.end, chances)
        for part, chances in zip(parts, moved, strict=True)
    ]


def _odds(chances: ArrayLike) -> Floats:
    held = np.clip(np.asarray(chances, np.float64), _HELD, 1 - _HELD)
    odds: Floats = np.log(held / (1 - held))
    return odds
