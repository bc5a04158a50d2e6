"""A YAML file as three kinds of nodes, each with its place.

A scalar is its words: whether they are a number, a date or a name is decided by
what is expected there, so `no`, `on` and `1:30` are words where words are. Nodes are
told apart by where they are, not by what is in them.
"""

from typing import Final

from msgspec import Struct

PLAIN: Final = ""
"""The style of a scalar without quotes, `|` or `>`."""


class Scalar(Struct, eq=False):
    """One value or key."""

    value: str
    line: int
    """From 1, as `column`."""
    column: int
    style: str
    """`PLAIN`, or the character that opens it: one of `'"|>`."""


class Sequence(Struct, eq=False):
    """A list."""

    line: int
    column: int
    flow: bool
    """True when written in brackets."""
    items: list["Node"] = []


class Mapping(Struct, eq=False):
    """Keys with their values, in the order of the file."""

    line: int
    column: int
    flow: bool
    """True when written in braces."""
    keys: dict[str, Scalar] = {}
    values: dict[str, "Node"] = {}


Node = Scalar | Sequence | Mapping
