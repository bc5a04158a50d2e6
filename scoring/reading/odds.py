"""Log-odds and the chances that they stand for."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def chances_of(odds: Floats) -> Floats:
    """Return the chances, 0..1, of log-odds."""
    chances: Floats = 1 / (1 + np.exp(-odds))
    return chances
