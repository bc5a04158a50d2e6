"""Put keys in and take them out; give a list other items, or another order."""

from collections.abc import Sequence

from simulator.authoring.sheets.edits import Edits
from simulator.authoring.sheets.emit import (
    Block,
    Data,
    NoPlaceError,
    Style,
    entry,
    fields,
    inline,
    item,
    named,
)
from simulator.authoring.sheets.page import Page
from simulator.authoring.sheets.tree import Fields, Items, Leaf, Node


class CommentedError(Exception):
    """A change would cost comments that stand in the midst of it."""


Piece = int | tuple[str, Data]
"""An item that stays, by number; or one that is put in.

That is its id, which is empty in a list, with its value.
"""


class Blocks:
    """Makes edits of the larger kind in one text."""

    def __init__(self, page: Page, edits: Edits, style: Style) -> None:
        self.page, self.edits, self.style = page, edits, style

    def put(self, parent: Fields, key: str, data: Data, order: Sequence[str]) -> None:
        """Put a new key into a mapping, behind those that come before it in order."""
        rank = {name: place for place, name in enumerate(order)}
        mine = rank.get(key, len(rank))
        before = [
            number
            for number, leaf in enumerate(parent.keys)
            if rank.get(leaf.value, -1) < mine
        ]
        number = before[-1] if before else 0
        if parent.flow:
            self._put_inline(parent, number, f"{key}: {inline(data, self.style)}")
            return
        first = parent.keys[0].start
        indent = self.page.column(first)
        words = entry(key, data, indent, self.style)
        line = self.page.line_start(first)
        if not before and not self.page.text[line:first].strip():
            self.edits.insert(line, words, indent)
        else:
            self._put_below(self.page.trails(parent, number), words, indent)

    def _put_below(self, place: int, words: str, indent: int) -> None:
        """Put whole lines in where one begins, or at the end of the text."""
        if self.page.text[place - 1] != "\n":
            words = self.style.eol + words.removesuffix(self.style.eol)
        self.edits.insert(place, words, indent)

    def _put_inline(self, parent: Fields, number: int, words: str) -> None:
        if parent.keys:
            self.edits.insert(self.page.last(parent.items[number]), f", {words}")
        else:
            self.edits.insert(parent.start + 1, words)

    def empty(self, parent: Fields, number: int) -> None:
        """Take a key out of a mapping whose list has lost all its items.

        What stood above an item, or behind it, goes with the item.

        Raises:
            CommentedError: A comment stands at the key itself.
        """
        node = parent.items[number]
        if isinstance(node, Items | Fields) and node.items and not node.flow:
            start = parent.keys[number].end
            self._free(start, max(start, self.page.tiles(node)[0][0]), node)
            self._drop(parent, number)
        else:
            self.drop(parent, number)

    def drop(self, parent: Fields, number: int) -> None:
        """Take a key and its value out of a mapping.

        Raises:
            CommentedError: Comments stand in it that would be lost.
        """
        node, start = parent.items[number], parent.keys[number].end
        self._free(start, max(start, self.page.last(node)), node)
        self._drop(parent, number)

    def _drop(self, parent: Fields, number: int) -> None:
        """Take a key out, with what stands behind it on its line.

        Raises:
            CommentedError: Comments stand in between that would be lost.
        """
        keys, values = parent.keys, parent.items
        start, end = keys[number].start, self.page.last(values[number])
        line = self.page.line_start(start)
        if not parent.flow and not self.page.text[line:start].strip():
            below = self._whole(values[number])
            self.edits.swallow(line, below, "", self.page.column(start))
        elif number + 1 < len(keys) and not (parent.flow and number):
            end = keys[number + 1].start
            self._free(start, end, values[number])
            self.edits.swallow(start, end, "")
        elif number:
            self.edits.swallow(self.page.last(values[number - 1]), end, "")
        else:
            self.edits.swallow(start, end, "")

    def _whole(self, node: Node) -> int:
        """Return where the lines of a value end, with the comments of its items."""
        if isinstance(node, Leaf) or node.flow or not node.items:
            return self.page.below(node)
        return self.page.tail(node)

    def replace(self, parent: Fields, number: int, words: str) -> None:
        """Put other YAML behind the colon of a key.

        Raises:
            CommentedError: Comments stand in between that would be lost.
        """
        node = parent.items[number]
        start = self.page.text.index(":", parent.keys[number].end) + 1
        end = max(start, self.page.last(node))
        self._free(start, end, node)
        self.edits.swallow(start, end, words)

    def _free(self, start: int, end: int, node: Node) -> None:
        if self.page.commented(start, end, node):
            raise CommentedError

    def block(self, of: Items, number: int) -> Block:
        """Return an item with its changes, to be put in elsewhere.

        Raises:
            NoPlaceError: It is written in brackets.
        """
        if of.flow:
            raise NoPlaceError
        indent = self.page.indent(of)
        tile = self.page.tiles(of)[number]
        return Block(self.edits.rendered(*tile, indent), indent)

    def arrange(self, of: Items | Fields, pieces: Sequence[Piece]) -> None:
        """Give a list or a mapping other items, or another order.

        Raises:
            CommentedError: It is written in brackets with comments inside.
            NoPlaceError: The lines of an item elsewhere cannot stand in brackets.
        """
        if of.flow:
            self._arrange_inline(of, pieces)
            return
        tiles = self.page.tiles(of)
        indent = self.page.indent(of)
        short = isinstance(of, Fields) and all(_in_braces(one) for one in of.items)
        parts = [self._lines(tiles, piece, indent, short) for piece in pieces]
        start, end = tiles[0][0], tiles[-1][1]
        words = "".join(parts)
        if not self.page.text[start:end].endswith("\n"):
            words = words.removesuffix(self.style.eol)
        self.edits.swallow(start, end, words, indent)

    def _lines(
        self, tiles: list[tuple[int, int]], piece: Piece, indent: int, short: bool
    ) -> str:
        if isinstance(piece, tuple):
            return self._fresh(piece, indent, short)
        words = self.edits.rendered(*tiles[piece], indent)
        return words if words.endswith("\n") else words + self.style.eol

    def _fresh(self, piece: tuple[str, Data], indent: int, short: bool) -> str:
        name, data = piece
        if not name:
            return item(data, indent, self.style)
        if isinstance(data, dict) and not short:
            inner = fields(data, indent + self.style.step, self.style)
            return f"{' ' * indent}{named(name)}:{self.style.eol}{inner}"
        return entry(name, data, indent, self.style)

    def _arrange_inline(self, of: Items | Fields, pieces: Sequence[Piece]) -> None:
        self._free(of.start, of.end, of)
        parts = [self._inline(of, piece) for piece in pieces]
        opening, closing = "{}" if isinstance(of, Fields) else "[]"
        self.edits.swallow(of.start, of.end, f"{opening}{', '.join(parts)}{closing}")

    def _inline(self, of: Items | Fields, piece: Piece) -> str:
        if isinstance(piece, tuple):
            name, data = piece
            words = inline(data, self.style)
            return f"{named(name)}: {words}" if name else words
        node = of.items[piece]
        start = of.keys[piece].start if isinstance(of, Fields) else node.start
        return self.edits.rendered(start, self.page.last(node))


def _in_braces(node: Node) -> bool:
    return isinstance(node, Fields) and node.flow
