"""A sound YAML text as nodes that know where they start and end.

The parser's own nodes know where they start, which is enough to tell of a mistake.
To change a word in its place one must also know where it ends.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from simulator.scenario.builder import PARSER
from simulator.scenario.nodes import PLAIN
from simulator.scenario.text import normal

Step = str | int
Path = tuple[Step, ...]
"""Keys of mappings, and numbers of list items counted from 0."""


class Leaf(Struct):
    """A value or a key: offsets into the text, its words as YAML reads them."""

    start: int
    end: int
    value: str
    style: str

    @property
    def words(self) -> str:
        """The words as the scenario has them."""
        return normal(self.value).strip()


class Items(Struct):
    """A list."""

    start: int
    end: int
    flow: bool
    items: list["Node"] = []


class Fields(Struct):
    """Keys with their values."""

    start: int
    end: int
    flow: bool
    keys: list[Leaf] = []
    items: list["Node"] = []
    """The values, in the order of their keys."""
    numbers: dict[str, int] = {}
    """Key → which one it is, counted from 0."""

    def index(self, key: str) -> int | None:
        """Return which of the keys one is; None when it is not there."""
        return self.numbers.get(key)

    def get(self, key: str) -> "Node | None":
        """Return the value of a key; None when it is not there."""
        number = self.index(key)
        return None if number is None else self.items[number]


Node = Leaf | Items | Fields


def read_tree(text: str) -> Node:
    """Read a text that the scenario parser has found sound as YAML.

    Raises:
        yaml.YAMLError: It is not.
        ValueError: It is empty, or has aliases, or several documents.
    """
    parser: Any = PARSER(text)
    try:
        return _Growing(parser).root()
    finally:
        parser.dispose()


class _Growing:
    """Makes a tree of the parser's events, without recursion."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._open: list[Items | Fields] = []
        self._keys: list[Leaf | None] = []
        self._root: Node | None = None

    def root(self) -> Node:
        while self._parser.check_event():
            self._take(self._parser.get_event())
        if self._root is None:
            raise ValueError
        return self._root

    def _take(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or PLAIN
            self._add(Leaf(start, end, event.value, style), opens=False)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._add(Items(start, end, bool(event.flow_style)), opens=True)
        elif isinstance(event, yaml.MappingStartEvent):
            self._add(Fields(start, end, bool(event.flow_style)), opens=True)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._open.pop().end = end
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise ValueError

    def _add(self, node: Node, *, opens: bool) -> None:
        parent = self._open[-1] if self._open else None
        if parent is None and self._root is not None:
            raise ValueError
        if parent is None:
            self._root = node
        elif isinstance(parent, Fields) and self._keys[-1] is None:
            if not isinstance(node, Leaf):
                raise ValueError
            parent.numbers[node.value] = len(parent.keys)
            parent.keys.append(node)
            self._keys[-1] = node
        else:
            parent.items.append(node)
            self._keys[-1] = None
        if opens and not isinstance(node, Leaf):
            self._open.append(node)
            self._keys.append(None)


def child(node: Node | None, step: Step) -> Node | None:
    """Return what stands under a key or a number; None when nothing does."""
    if isinstance(node, Fields) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Items) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None


def at(node: Node | None, path: Path) -> Node | None:
    """Return what a path leads to; None when it breaks off."""
    for step in path:
        node = child(node, step)
    return node


def leaves(node: Node, path: Path = ()) -> Iterator[tuple[Path, Leaf]]:
    """Yield all words in the order of the text; a key goes by its value's path."""
    if isinstance(node, Leaf):
        yield path, node
    elif isinstance(node, Fields):
        for key, value in zip(node.keys, node.items, strict=True):
            yield (*path, key.value), key
            yield from leaves(value, (*path, key.value))
    else:
        for number, item in enumerate(node.items):
            yield from leaves(item, (*path, number))
