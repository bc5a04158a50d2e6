"""Rows that go to another list: their lines, taken before their own list changes."""

from collections.abc import Collection, Iterable

from simulator.authoring.sheets.blocks import Blocks
from simulator.authoring.sheets.columns import Kind
from simulator.authoring.sheets.emit import Block, NoPlaceError
from simulator.authoring.sheets.plan import Arrange
from simulator.authoring.sheets.rows import Row
from simulator.authoring.sheets.tree import Items, Node, at


class Moving:
    """Takes rows with all that has been changed in them."""

    def __init__(self, root: Node, blocks: Blocks, lists: Iterable[Arrange]) -> None:
        self._root, self._blocks = root, blocks
        self._waiting = [
            (one, entry)
            for one in lists
            for entry, _ in one.comers
            if isinstance(entry, Row)
        ]
        self._blocks_of: dict[str, Block] = {}

    def take(self, deep: int, to: Collection[Arrange]) -> None:
        """Take the rows out of lists that are about to change, or to be needed.

        A line holds no lists, so it is taken at once.

        Args:
            deep: How deep the lists are that are about to change.
            to: Those lists.
        """
        for one, row in list(self._waiting):
            now = one.kind is Kind.LINES or len(row.place) > deep
            if now or any(one is other for other in to):
                self._waiting.remove((one, row))
                source = at(self._root, row.place[:-1])
                step = row.place[-1]
                if isinstance(source, Items) and isinstance(step, int):
                    self._take(row, source, step)

    def _take(self, row: Row, source: Items, number: int) -> None:
        if not source.flow:
            self._blocks_of[row.path] = self._blocks.block(source, number)

    def block(self, row: Row) -> Block:
        """Return the lines of a row.

        Raises:
            NoPlaceError: They are written in brackets.
        """
        if row.path not in self._blocks_of:
            raise NoPlaceError
        return self._blocks_of[row.path]
