"""Draw the graph of a scenario as a file: Mermaid, DOT."""

from simulator.authoring.graphing.dot import to_dot
from simulator.authoring.graphing.mermaid import (
    MOST_ARROWS,
    MOST_CHARACTERS,
    to_mermaid,
)

__all__ = [
    "MOST_ARROWS",
    "MOST_CHARACTERS",
    "to_dot",
    "to_mermaid",
]
