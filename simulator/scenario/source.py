"""A file's text while it is being mended in memory, so that reading can go on.

A mended line keeps its length where it can; where it can't, `shifts` tells by how
much its characters have moved, so that findings keep the places of the file.
"""

import re
from typing import Final, NamedTuple

from simulator.scenario.findings import Spot
from simulator.scenario.nodes import Mapping, Node, Sequence
from simulator.scenario.text import lines_of

_INDENT: Final = re.compile(r"[ \t]*")


class Fitting(NamedTuple):
    """Where the lines above start that are still open, in columns from 0."""

    keys: set[int]
    dashes: set[int]


class Source:
    """The lines of a file, some of them mended."""

    __slots__ = ("_tabs", "damaged", "lines", "shifts")

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.damaged: set[int] = set()
        """Lines on which a value is no longer the writer's, counted from 1."""
        self.shifts: dict[int, int] = {}
        """Line → by how many characters its text has moved to the right."""
        self._tabs: dict[int, str] = {}

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return "\n".join(self.lines)

    def within(self, line: int, column: int) -> Spot:
        """Return a place, or the end of the file when it lies beyond."""
        if line > len(self.lines):
            return Spot(len(self.lines), len(self.lines[-1]) + 1)
        return Spot(line, min(column, len(self.lines[line - 1]) + 1))

    def original(self, at: Spot) -> Spot:
        """Return where in the file it is that now stands at a place."""
        return Spot(at.line, max(1, at.column - self.shifts.get(at.line, 0)))

    def told(self, number: int) -> bool:
        """Tell whether a line has had its finding: others may only follow from it."""
        return number in self.damaged or number in self._tabs

    def line(self, number: int) -> str:
        """Return a line, counted from 1; empty beyond the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def indent(self, number: int) -> int:
        """Return how many blanks a line starts with."""
        found = _INDENT.match(self.line(number))
        return found.end() if found else 0

    def blank(self, number: int) -> bool:
        """Tell whether a line holds nothing but a comment, if that."""
        words = self.line(number).strip()
        return not words or words.startswith("#")

    def blunt(self, number: int, column: int) -> None:
        """Make the character at a place (column from 1) mean nothing special."""
        line = self.line(number)
        if column <= len(line):
            self.lines[number - 1] = f"{line[: column - 1]}x{line[column:]}"
        self.damaged.add(number)

    def insert(self, number: int, column: int, words: str) -> None:
        """Put words before the character at a place."""
        line = self.line(number)
        self.lines[number - 1] = line[: column - 1] + words + line[column - 1 :]
        self.damaged.add(number)

    def comment_out(self, number: int) -> None:
        """Take a line out of the reading."""
        self.blunt(number, self.indent(number) + 1)
        line = self.line(number)
        at = self.indent(number)
        self.lines[number - 1] = f"{line[:at]}#{line[at + 1 :]}"

    def move(self, number: int, indent: int) -> None:
        """Give a line another indentation."""
        line = self.line(number)
        old = self.indent(number)
        self.lines[number - 1] = " " * indent + line[old:]
        self.shifts[number] = self.shifts.get(number, 0) + indent - old

    def move_block(self, number: int, indent: int, fitting: Fitting) -> None:
        """Move a line, and with it those below that belong to it.

        They start no further left, not where the line itself is moved to, nor where
        they fit already; but right under a dash its item goes on.
        """
        old = self.indent(number)
        kept = old + 2 if self.begins_item(number) else old
        keys, dashes = {indent, *fitting.keys} - {kept}, {indent, *fitting.dashes}
        for other in range(number, len(self.lines) + 1):
            if self.blank(other):
                continue
            start = self.indent(other)
            stops = dashes if self.begins_item(other) else keys
            if start < old or (start in stops and other != number):
                break
            self.move(other, start + indent - old)

    def begins_item(self, number: int) -> bool:
        """Tell whether a line begins with the dash of a list item."""
        return self.line(number).lstrip(" ").startswith("- ")

    def tabbed(self) -> list[tuple[int, int]]:
        """Return the lines that a tab indents, each with the tab's column."""
        return [
            (number, line.index("\t") + 1)
            for number, line in enumerate(self.lines, 1)
            if "\t" in line[: self.indent(number)] and line.strip()
        ]

    def empty_blank_lines(self) -> None:
        """Take the tabs out of lines that hold nothing else."""
        for number, line in enumerate(self.lines):
            if "\t" in line and not line.strip():
                self.lines[number] = ""

    def expand(self, tabbed: list[tuple[int, int]], width: int) -> None:
        """Indent lines with spaces, so many for each tab that the file has there."""
        for number, _ in tabbed:
            indent = self._tabs.setdefault(
                number, self.lines[number - 1][: self.indent(number)]
            )
            self.move(number, len(indent.expandtabs(width)))

    def restore(self, root: Node | None) -> None:
        """Give nodes on moved lines the columns that they have in the file."""
        waiting = [root] if root is not None and self.shifts else []
        while waiting:
            node = waiting.pop()
            node.column = max(1, node.column - self.shifts.get(node.line, 0))
            if isinstance(node, Sequence):
                waiting += node.items
            elif isinstance(node, Mapping):
                waiting += node.keys.values()
                waiting += node.values.values()
