"""Where in a scenario's file something stands, for findings."""

from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence


def spot(document: Node | None, *path: str | int) -> Node | None:
    """Return the node that a path of keys and numbers leads to.

    Where the path breaks off, the last node on it: a place that is near is better
    than none, and none is better than an invented one.

    Args:
        document: The file's outermost node; None gives None.
        path: Keys of mappings, numbers of list items counted from 0.
    """
    here = document
    for step in path:
        following = _step(here, step)
        if following is None:
            return here
        here = following
    return here


def key_of(document: Node | None, *path: str | int) -> Node | None:
    """Return the node of the last key of a path, rather than of its value."""
    *before, last = path
    parent = spot(document, *before)
    if isinstance(parent, Mapping) and isinstance(last, str):
        return parent.keys.get(last, parent)
    return parent


def reply_spot(document: Node | None, scene: str, reply: str) -> Node | None:
    """Return the mapping of a reply, or the nearest place to it."""
    replies = spot(document, "scenes", scene, "replies")
    if isinstance(replies, Sequence):
        for item in replies.items:
            name = spot(item, "id")
            if isinstance(name, Scalar) and name.value == reply:
                return item
    return replies


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.values.get(step)
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None
