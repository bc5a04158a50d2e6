"""Which names a scenario defines, gathered before anything refers to them.

Lenient: whatever has the wrong shape is passed over here and reported by `check`.
"""

from collections.abc import Iterator

from msgspec import Struct

from simulator.scenario.decisions import decision_meant
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence

INTERRUPTED = "interrupted"
"""The flag that is set when somebody does not let the first speaker finish."""


class Known(Struct):
    """The names of one file."""

    scenes: dict[str, Mapping] = {}
    endings: dict[str, Scalar] = {}
    facts: frozenset[str] = frozenset()
    people: dict[str, tuple[str, ...]] = {}
    """Person → meters."""
    owners: dict[str, list[str]] = {}
    """Meter → the people who have it."""
    replies: dict[str, dict[str, Scalar]] = {}
    """Scene → reply → where its id stands first."""
    homes: dict[str, list[str]] = {}
    """Reply → the scenes that have one of that name."""
    flags: set[str] = set()
    """Flags that something sets."""
    forms: dict[str, set[str]] = {}
    """Scenes with a form → the ids of all that it offers."""
    options: set[str] = set()
    """What forms offer to decide."""


def gather(root: Mapping) -> Known:
    """Gather the names of a scenario."""
    known = Known()
    for person, node in mapping(root, "cast").items():
        known.people[person] = tuple(mapping(node, "mood"))
        for meter in known.people[person]:
            known.owners.setdefault(meter, []).append(person)
    known.facts = frozenset(mapping(child(root, "client"), "facts"))
    endings = child(root, "endings")
    if isinstance(endings, Mapping):
        known.endings = endings.keys
    _gather_flags(root, "reactions", known)
    if child(child(root, "meeting"), "floor") is not None:
        known.flags.add(INTERRUPTED)
    for scene, node in mapping(root, "scenes").items():
        if isinstance(node, Mapping):
            known.scenes[scene] = node
            _gather_scene(scene, node, known)
        else:
            known.scenes[scene] = Mapping(node.line, node.column, flow=False)
    return known


def child(node: Node | None, key: str) -> Node | None:
    """Return the value of a key, if the node is a mapping that has it."""
    return node.values.get(key) if isinstance(node, Mapping) else None


def mapping(node: Node | None, key: str) -> dict[str, Node]:
    """Return the keys and values under a key; empty when it holds none."""
    found = child(node, key)
    return found.values if isinstance(found, Mapping) else {}


def items(node: Node | None, key: str) -> list[Node]:
    """Return the items under a key; empty when it holds no list."""
    found = child(node, key)
    return found.items if isinstance(found, Sequence) else []


def scalars(node: Node | None, key: str) -> Iterator[Scalar]:
    """Yield the scalar items under a key."""
    for item in items(node, key):
        if isinstance(item, Scalar):
            yield item


def gather_replies(scene: str, node: Node, known: Known) -> None:
    """Note the replies of a scene."""
    replies = known.replies.setdefault(scene, {})
    for reply in items(node, "replies"):
        name = child(reply, "id")
        if isinstance(name, Scalar) and name.value not in replies:
            replies[name.value] = name
            known.homes.setdefault(name.value, []).append(scene)


def id_of(node: Node) -> str:
    """Return the `id` of an item; empty when it has none."""
    name = child(node, "id")
    return name.value if isinstance(name, Scalar) else ""


def _gather_scene(scene: str, node: Mapping, known: Known) -> None:
    gather_replies(scene, node, known)
    for moves in ("replies", "reactions", "then"):
        _gather_flags(node, moves, known)
    if "form" in node.values:
        offers = child(node, "offers")
        known.forms[scene] = {
            i for part in mapping(node, "offers") for i in mapping(offers, part)
        }
        known.options.update(map(decision_meant, mapping(offers, "options")))


def _gather_flags(node: Mapping, key: str, known: Known) -> None:
    if key in node.values:
        for move in items(node, key):
            if isinstance(move, Mapping) and "set" in move.values:
                known.flags.update(flag.value for flag in scalars(move, "set"))
