"""Two versions of a scenario in one graph, with what became of each part marked."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from simulator.graph.alike import same
from simulator.graph.building import graph_of
from simulator.graph.matching import names
from simulator.graph.model import Change, Edge, Graph, Node
from simulator.graph.rewriting import in_new_names
from simulator.scenario.model import STAY, Scenario


def compared(old: Scenario, new: Scenario) -> Graph:
    """Return the graph of a new version with what changed since an old one.

    What is gone stands behind what is there. A move that leads elsewhere now is
    marked as changed where it leads, and as removed where it led. Between two
    languages words do not count.
    """
    called = names(old, new)
    before, after = graph_of(in_new_names(old, called)), graph_of(new)
    words = old.language == new.language
    backwards = {
        now: was for was, now in (*called.scenes.items(), *called.endings.items())
    }
    nodes = [
        _node(node, before.nodes.get(node.id), backwards, words)
        for node in after.nodes.values()
    ]
    nodes += [
        replace(node, change=Change.REMOVED, start=False)
        for node in before.nodes.values()
        if node.id not in after.nodes
    ]
    return replace(
        after,
        nodes={node.id: node for node in nodes},
        edges=tuple(_edges(before, after, words)),
        compared=True,
    )


def _node(
    node: Node, before: Node | None, backwards: Mapping[str, str], words: bool
) -> Node:
    if before is None:
        return replace(node, change=Change.ADDED)
    was = backwards.get(node.id, "")
    kept = same(before.aspects, node.aspects, words=words)
    alike = kept and not was and before.start == node.start
    return replace(node, change=Change.SAME if alike else Change.CHANGED, was=was)


def _edges(before: Graph, after: Graph, words: bool) -> Iterator[Edge]:
    olds = {edge.key: edge for edge in before.edges}
    news = {edge.key: edge for edge in after.edges}
    for edge in after.edges:
        yield _edge(edge, olds.get(edge.key), words)
    for edge in before.edges:
        now = news.get(edge.key)
        if now is None or _leads(now) != _leads(edge):
            yield replace(edge, change=Change.REMOVED)


def _edge(edge: Edge, before: Edge | None, words: bool) -> Edge:
    if before is None:
        return replace(edge, change=Change.ADDED)
    if _leads(before) != _leads(edge):
        was = STAY if before.stays else before.target
        return replace(edge, change=Change.CHANGED, was=was)
    alike = same(before.aspects, edge.aspects, words=words)
    return replace(edge, change=Change.SAME if alike else Change.CHANGED)


def _leads(edge: Edge) -> tuple[str, bool]:
    return edge.target, edge.stays
