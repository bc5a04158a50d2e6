"""Findings of the new text → the cells that they come from."""

from collections.abc import Iterator

from simulator.authoring.sheets.changes import Changes, New
from simulator.authoring.sheets.columns import PATH, Kind
from simulator.authoring.sheets.file import serious
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.plan import Merged
from simulator.authoring.sheets.problems import Problem
from simulator.authoring.sheets.rows import IF, Row, Tables
from simulator.authoring.sheets.tree import Fields, Items, Leaf, Node, Path, at
from simulator.scenario.findings import Finding
from simulator.scenario.text import lines_of

Given = dict[Path, tuple[Kind, GivenRow]]
"""Place in the new tree → the row of a sheet."""


class Places:
    """Knows which row of a workbook stands where in the new text."""

    def __init__(
        self, text: str, root: Node, tables: Tables, origins: dict[str, GivenRow]
    ) -> None:
        self._text, self._root = text, root
        self._rows: Given = {
            row.place: (kind, origins[row.path])
            for kind, rows in tables.items()
            for row in rows
            if row.path in origins
        }

    def problem(self, finding: Finding) -> Problem:
        """Return a finding as a problem: of a cell where it has one."""
        nowhere = Problem("", "", "", {}, serious(finding), finding)
        if finding.line is None or finding.column is None:
            return nowhere
        offset = _offset(self._text, finding.line, finding.column)
        place = _place_at(self._root, offset)
        for length in range(len(place), 0, -1):
            found = self._rows.get(place[:length])
            if found is not None:
                kind, given = found
                column = _column(kind, place[length:], given)
                if kind is Kind.LINES and self._at_speaker(place, offset):
                    column = "who"
                cell = given.cell(column)
                return Problem(given.sheet, cell, "", {}, serious(finding), finding)
        return nowhere

    def _at_speaker(self, place: Path, offset: int) -> bool:
        """Tell whether a place is in the name of who says a line."""
        line = at(self._root, place[:-1])
        if not isinstance(line, Fields) or place[-1] == IF:
            return False
        return any(key.start <= offset < key.end for key in line.keys)


def origins(
    tables: Tables, merged: Merged, found: dict[Kind, Changes], back: dict[str, str]
) -> dict[str, GivenRow]:
    """Return for each row of the new text, by its path, the row of the workbook.

    Args:
        tables: The rows of the new text.
        merged: What was done.
        found: The changes, which know the rows of the workbook.
        back: Path in the file before → path when exported.
    """
    named: dict[str, GivenRow] = {}
    arranged = {one.group: one.entries for one in merged.lists}
    for kind, rows in tables.items():
        if kind not in found:
            continue
        given = found[kind].given
        groups: dict[str, list[Row]] = {}
        for row in rows:
            groups.setdefault(row.group, []).append(row)
        for group, members in groups.items():
            entries = arranged.get(group, [])
            for number, row in enumerate(members):
                entry = entries[number] if number < len(entries) else row
                own = entry.given if isinstance(entry, New) else None
                own = own or given.get(back.get(entry_path(entry), ""))
                if own is not None:
                    named[row.path] = own
    return named


def entry_path(entry: Row | New) -> str:
    """Return the path of a row that the file had before."""
    return entry.path if isinstance(entry, Row) else ""


def _column(kind: Kind, rest: Path, given: GivenRow) -> str:
    if "value" in given.cells:
        return "value"
    if kind is Kind.LINES:
        return IF if rest and rest[0] == IF else "text"
    key = str(rest[0]) if rest else "id"
    return key if key in given.cells else "id" if "id" in given.cells else PATH


def _offset(text: str, line: int, column: int) -> int:
    """Return the offset of a place; lines end as YAML's do."""
    lines = lines_of(text)
    offset = 0
    for one in lines[: line - 1]:
        offset += len(one)
        offset += 2 if text.startswith("\r\n", offset) else 1
    return offset + column - 1


def _place_at(root: Node, offset: int) -> Path:
    """Return the place of the innermost node that an offset lies in."""
    place: Path = ()
    node: Node | None = root
    while node is not None and not isinstance(node, Leaf):
        step, node = next(_holding(node, offset), (None, None))
        if step is not None:
            place = (*place, step)
    return place


def _holding(node: Items | Fields, offset: int) -> Iterator[tuple[str | int, Node]]:
    """Yield the last of the items that begins before an offset."""
    for number in range(len(node.items) - 1, -1, -1):
        item = node.items[number]
        begins = node.keys[number].start if isinstance(node, Fields) else item.start
        if begins <= offset:
            yield (
                (node.keys[number].value if isinstance(node, Fields) else number),
                item,
            )
