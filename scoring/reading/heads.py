"""The answers to what is asked of each word piece, put together for the reply.

The network says of every piece, in log-odds: how likely each act is in it, how much it
should count when the reply is asked for that act, what the reply then says there; how
much it should count for how well the reply serves, and the steps up from 0 to 4 there.
All is worked out in double precision and nothing is rounded on the way, so processors
that add in another order agree to fourteen digits.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scoring.reading.impression import OUTPUTS, Impression, Part
from scoring.reading.odds import Floats, chances_of
from scoring.reading.pieces import Piece

STEPS: Final = 4
ASKED: Final = 3 * OUTPUTS + 1 + STEPS
"""Answers for a piece: part, look, there (`OUTPUTS` each), gather (1), steps."""
_AT: Final = (OUTPUTS, 2 * OUTPUTS, 3 * OUTPUTS, 3 * OUTPUTS + 1)


def answered(
    answers: Floats, states: NDArray[np.float32], said: Sequence[Piece]
) -> Impression:
    """Return what is made of a reply.

    Args:
        answers: A row of `ASKED` for each piece; for an empty reply, of its end.
        states: The network's last layer for the same pieces; their sum is where the
            reply points.
        said: The pieces; as many as there are rows, or none.
    """
    part, look, there, gather, steps = np.split(answers, _AT, axis=1)
    odds = (_shares(look) * there).sum(0) + _peak(part) / 2
    parts = chances_of(part).tolist()
    return Impression(
        chances=chances_of(odds).tolist(),
        parts=[
            Part(piece.start, piece.end, row)
            for piece, row in zip(said, parts, strict=False)
        ],
        overall=float(chances_of((_shares(gather) * steps).sum(0)).sum()),
        vector=unit(states.astype(np.float64).sum(0)),
    )


def unit(vector: Floats) -> list[float]:
    """Return a vector cut to the length 1; nought stays as it is."""
    shortened: list[float] = (vector / (np.sqrt((vector**2).sum()) or 1.0)).tolist()
    return shortened


def _shares(odds: Floats) -> Floats:
    """Return the softmax down the rows."""
    power = np.exp(odds - odds.max(0))
    shares: Floats = power / power.sum(0)
    return shares


def _peak(odds: Floats) -> Floats:
    """Return the logarithm of the sum of exponentials down the rows."""
    most = odds.max(0)
    peak: Floats = most + np.log(np.exp(odds - most).sum(0))
    return peak
