"""What the graph of a scenario is: scenes and endings, and what leads where.

Nouns only, frozen. Built by `simulator.graph.graph_of`, drawn by whoever wants to.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from scoring.forms.model import FormKind
from simulator.graph.alike import Aspects

ANYWHERE: Final = "*"
"""The node that stands for every scene; no id is written so."""


class NodeKind(StrEnum):
    """What a node stands for."""

    SCENE = "scene"
    FORM = "form"
    ENDING = "ending"
    ANYWHERE = "anywhere"
    """Every scene: where the moves start that may be made in all of them."""


class EdgeKind(StrEnum):
    """Which kind of move an edge stands for."""

    REPLY = "reply"
    FORM = "form"
    REACTION = "reaction"
    PATIENCE = "patience"


class Change(StrEnum):
    """What became of a part between two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Speech(Struct, frozen=True):
    """A line as the graph shows it."""

    who: str
    """The speaker's name; empty for a stage direction."""
    texts: tuple[str, ...]
    """Its variants."""
    when: str = ""
    """The condition; empty when it is always said."""


class Node(Struct, frozen=True):
    """A scene or an ending."""

    id: str
    kind: NodeKind
    title: str = ""
    """An ending's title."""
    text: str = ""
    """What became of everybody, at an ending."""
    good: bool = False
    """True for a good ending."""
    form: FormKind | None = None
    start: bool = False
    """True for the scene that the talk begins with."""
    tests: tuple[str, ...] = ()
    """The principles that it is an opportunity for."""
    lines: tuple[Speech, ...] = ()
    change: Change = Change.SAME
    was: str = ""
    """The id it had in the old version, where that was another."""
    aspects: Aspects = {}


class Edge(Struct, frozen=True):
    """A move that leads from a scene somewhere, or keeps the talk in it."""

    source: str
    target: str
    kind: EdgeKind
    label: str
    """A reply's id, a reaction's code, the number of a move after a form."""
    text: str = ""
    """The trainee's words; empty for what is no reply."""
    when: str = ""
    """The condition under which the move is there; empty for always."""
    through: str = ""
    """The code whose reaction supplies the target that the reply leaves out."""
    stays: bool = False
    """True when the talk stays in the scene, and its lines are not said again."""
    change: Change = Change.SAME
    was: str = ""
    """The target that the move had in the old version, where that was another."""
    nth: int = 1
    """Tells apart moves of a scene that are called alike."""
    aspects: Aspects = {}

    @property
    def dashed(self) -> bool:
        """True for what no reply leads to by itself."""
        return self.kind in (EdgeKind.REACTION, EdgeKind.PATIENCE) or bool(self.through)

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What makes it the same move in another version, its target left out."""
        return self.source, self.kind, self.label, self.through, self.nth


class Graph(Struct, frozen=True):
    """A scenario as scenes and what leads from one to another."""

    title: str
    language: str
    nodes: Mapping[str, Node]
    """By id, in the author's order: scenes, then endings."""
    edges: tuple[Edge, ...]
    """In the author's order."""
    compared: bool = False
    """True when it shows two versions at once."""

    def out_of(self, node: str) -> tuple[Edge, ...]:
        """Return the edges that lead out of a node."""
        return tuple(edge for edge in self.edges if edge.source == node)

    def into(self, node: str) -> tuple[Edge, ...]:
        """Return the edges that lead to a node from elsewhere."""
        return tuple(e for e in self.edges if e.target == node and e.source != node)
