"""Two versions of a scenario in the author's terms: `whose-client diff`."""

from simulator.authoring.differing.model import (
    Bounds,
    Detail,
    Difference,
    How,
    Part,
    Played,
    Report,
    Scores,
)
from simulator.authoring.differing.report import compare

__all__ = [
    "Bounds",
    "Detail",
    "Difference",
    "How",
    "Part",
    "Played",
    "Report",
    "Scores",
    "compare",
]
