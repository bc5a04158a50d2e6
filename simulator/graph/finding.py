"""Find a scene by any words of it."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from simulator.graph.model import Graph, Node

MOST: Final = 50
"""More places than this are a list that nobody reads."""


class Found(Struct, frozen=True):
    """A scene or an ending in which words stand."""

    node: str
    where: str
    """The words in which they stand; empty when it is the id."""


def find(graph: Graph, words: str, most: int = MOST) -> tuple[Found, ...]:
    """Return the scenes and endings in which some words stand, each once.

    Those come first whose id has them, then those whose lines or replies do, in the
    author's order; case and the dots of ё do not count. No words find every scene.
    """
    wanted = _folded(words)
    by_id = [Found(name, "") for name in graph.nodes if wanted in _folded(name)]
    found = {one.node: one for one in by_id[:most]}
    if len(found) < most:
        for one in _by_words(graph, wanted):
            found.setdefault(one.node, one)
            if len(found) == most:
                break
    return tuple(found.values())


def _by_words(graph: Graph, wanted: str) -> Iterator[Found]:
    for node in graph.nodes.values():
        for text in _texts(node):
            if wanted in _folded(text):
                yield Found(node.id, text)
    for edge in graph.edges:
        for text in (edge.label, edge.text):
            if wanted in _folded(text):
                yield Found(edge.source, text)


def _texts(node: Node) -> Iterator[str]:
    yield node.title
    yield node.text
    for line in node.lines:
        yield from line.texts


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())
