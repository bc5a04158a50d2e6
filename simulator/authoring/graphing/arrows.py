"""What is drawn of a graph: one arrow for all moves between the same two scenes."""

from msgspec import Struct

from simulator.graph import Change, Edge, Graph
from simulator.graph.words import Look, edge_label, edge_words


class Arrow(Struct, frozen=True):
    """All moves of one kind between the same two scenes."""

    source: str
    target: str
    dashed: bool
    change: Change
    labels: tuple[str, ...]
    """One line for each move."""
    words: tuple[str, ...]
    """The whole of what each move says, for those who point at the arrow."""


def arrows(graph: Graph, look: Look) -> tuple[Arrow, ...]:
    """Return the arrows of a graph, in the order of their first moves."""
    found: dict[tuple[str, str, bool, Change], list[Edge]] = {}
    for edge in graph.edges:
        key = (edge.source, edge.target, edge.dashed, edge.change)
        found.setdefault(key, []).append(edge)
    return tuple(
        Arrow(
            *key,
            tuple(dict.fromkeys(edge_label(edge, look) for edge in edges)),
            tuple(edge_words(edge) for edge in edges),
        )
        for key, edges in found.items()
    )
