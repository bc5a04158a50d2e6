"""The items of a list as its cell parts them."""

from typing import NamedTuple

from simulator.authoring.sheets.cells import Form
from simulator.authoring.sheets.tree import Items, Leaf


class Span(NamedTuple):
    """An item of a list as a cell shows it."""

    words: str
    numbers: range
    """Those of its parts: in brackets `ask_fact(a, b)` is read as two."""


def spans(node: Items, form: Form) -> list[Span]:
    """Return the items of a list: those that a cell parts."""
    found: list[Span] = []
    parts: list[str] = []
    for number, item in enumerate(node.items, 1):
        parts += [item.words] if isinstance(item, Leaf) else []
        words = ", ".join(parts)
        whole = words.count("(") <= words.count(")")
        if whole or form is Form.LINES or not node.flow or number == len(node.items):
            found.append(Span(words, range(number - len(parts), number)))
            parts = []
    return found
