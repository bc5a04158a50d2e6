"""What is noted of values while nodes are built, to be looked at in the text later."""

from typing import Any, Final, NamedTuple

from simulator.plaintext import first_unsafe
from simulator.scenario.findings import MOST_FINDINGS, Spot
from simulator.scenario.nodes import Mapping, Scalar, Sequence

DASH: Final = "- "
"""How a list item begins."""


class Unsafe(NamedTuple):
    """A character that must not reach a screen, made by an escape."""

    character: str
    start: Spot
    """Where the value starts that it is in."""
    end: Spot


class LongItem(NamedTuple):
    """An item of a list in words without quotes that go on over several lines."""

    second: int
    """Its second line, from 1."""
    last: int
    dash: int
    """The column of its dash."""


class Marginalia:
    """Notes on the values of one file."""

    __slots__ = ("cuts", "long_items", "unsafe", "value_ends")

    def __init__(self, cuts: frozenset[int]) -> None:
        self.cuts = cuts
        """Lines on which a comment follows something else."""
        self.unsafe: list[Unsafe] = []
        """Characters that escapes in double quotes have made."""
        self.value_ends: dict[Spot, Spot] = {}
        """Where plain values on the lines of `cuts` start → where they end."""
        self.long_items: list[LongItem] = []
        """Those with a dash among their words, which may begin a line."""

    def escapes(self, scalar: Scalar, event: Any) -> None:
        """Note what an escape in double quotes would let onto the screen."""
        character = first_unsafe(scalar.value)
        if character is not None and len(self.unsafe) < MOST_FINDINGS:
            end = Spot(event.end_mark.line + 1, event.end_mark.column + 1)
            start = Spot(scalar.line, scalar.column)
            self.unsafe.append(Unsafe(character, start, end))

    def end(self, scalar: Scalar, event: Any) -> None:
        """Note where a value ends that a comment follows."""
        end = event.end_mark
        if end.line + 1 in self.cuts:
            place = Spot(scalar.line, scalar.column)
            self.value_ends[place] = Spot(end.line + 1, end.column + 1)

    def item(
        self, scalar: Scalar, event: Any, holder: Sequence | Mapping | None
    ) -> None:
        """Note words that may have swallowed the items below them."""
        last = event.end_mark.line + 1
        if last > scalar.line and isinstance(holder, Sequence) and not holder.flow:
            self.long_items.append(LongItem(scalar.line + 1, last, holder.column))
