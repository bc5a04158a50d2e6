"""A scenario as a graph: scenes and endings, what leads where, how often it is passed.

    graph = graph_of(scenario)
    both = compared(old, new)

Pure and below all that draws it: files of Mermaid and DOT, the terminal, `diff`.
"""

from simulator.graph.bands import Band, band_of
from simulator.graph.building import graph_of, reached
from simulator.graph.comparing import compared
from simulator.graph.finding import Found, find
from simulator.graph.matching import Names, names
from simulator.graph.model import (
    ANYWHERE,
    Change,
    Edge,
    EdgeKind,
    Graph,
    Node,
    NodeKind,
    Speech,
)
from simulator.graph.passing import Passing
from simulator.graph.rewriting import in_new_names
from simulator.graph.walking import Walk, walk
from simulator.graph.words import Labels, Look
from simulator.scenario.conditiontext import condition_text

__all__ = [
    "ANYWHERE",
    "Band",
    "Change",
    "Edge",
    "EdgeKind",
    "Found",
    "Graph",
    "Labels",
    "Look",
    "Names",
    "Node",
    "NodeKind",
    "Passing",
    "Speech",
    "Walk",
    "band_of",
    "compared",
    "condition_text",
    "find",
    "graph_of",
    "in_new_names",
    "names",
    "reached",
    "walk",
]
