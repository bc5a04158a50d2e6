"""A YAML file as three kinds of nodes, each with its place.

A scalar is its words: whether they are a number, a date or a name is decided by
what is expected there, so `no`, `on` and `1:30` are words where words are.
"""

from typing import Final

PLAIN: Final = ""
"""The style of a scalar without quotes, `|` or `>`."""


class Scalar:
    """One value or key."""

    __slots__ = ("column", "line", "style", "value")

    def __init__(self, value: str, line: int, column: int, style: str) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.style = style
        """`PLAIN`, or the character that opens it: one of `'"|>`."""


class Sequence:
    """A list."""

    __slots__ = ("column", "flow", "items", "line")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        self.items: list[Node] = []
        self.line = line
        self.column = column
        self.flow = flow
        """True when written in brackets."""


class Mapping:
    """Keys with their values, in the order of the file."""

    __slots__ = ("column", "flow", "keys", "line", "values")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        self.keys: dict[str, Scalar] = {}
        self.values: dict[str, Node] = {}
        self.line = line
        self.column = column
        self.flow = flow
        """True when written in braces."""


Node = Scalar | Sequence | Mapping
