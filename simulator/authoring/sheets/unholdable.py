"""Values that no cell can hold: what is shown of them in grey, and why it is grey."""

import re
from collections.abc import Iterator
from typing import Final

from simulator.authoring.sheets.cells import LONGEST, Form
from simulator.authoring.sheets.tree import Fields, Items, Leaf, Node
from simulator.messages import N_

_MOST: Final = 1_000
"""Characters that are shown."""
_WORN: Final = re.compile(r"\s|x005F_|_x000D_")
_WEARS: Final = re.compile(r"\t|x005F_")
_LONG: Final = N_(
    "Longer than a cell can hold: this is its beginning. It is changed in the YAML"
    " file."
)
_BROKEN: Final = N_(
    "An item here has a line break, which a cell would take for the next item. It is"
    " changed in the YAML file."
)
_ESCAPED: Final = N_(
    "Spreadsheets take signs as `x005F` out of it. It is changed in the YAML file."
)
_NESTED: Final = N_("Too nested for a cell: it is changed in the YAML file.")


def glimpse(node: Node | None) -> str:
    """Return what is shown of a value that no cell can hold: its words, its first."""
    words = _said(node).strip() if node is not None else ""
    return words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"


def why(node: Node | None, form: Form) -> str:
    """Say why no cell can hold a value, as a message of the catalogue."""
    words = [leaf.words for leaf in _leaves(node)]
    if sum(len(one) + 1 for one in words) > LONGEST:
        return _LONG
    if any("x005F_" in one for one in words):
        return _ESCAPED
    if form is Form.LINES and any("\n" in one for one in words):
        return _BROKEN
    return _NESTED


def only_worn(words: str, was: str) -> bool:
    """Tell whether words differ only by what spreadsheets do to them unasked.

    LibreOffice drops a tab where it writes .ods; escapes are taken for signs.
    """
    return bool(_WEARS.search(was)) and _WORN.sub("", words) == _WORN.sub("", was)


def _said(node: Node) -> str:
    if isinstance(node, Leaf):
        return node.words
    if isinstance(node, Items):
        return "\n".join(map(_said, node.items))
    pairs = zip(node.keys, node.items, strict=True)
    return ", ".join(f"{key.value}: {_said(one)}" for key, one in pairs)


def _leaves(node: Node | None) -> Iterator[Leaf]:
    if isinstance(node, Leaf):
        yield node
    elif isinstance(node, Items | Fields):
        for one in node.items:
            yield from _leaves(one)
