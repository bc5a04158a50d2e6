"""Which row of the file, as it is now, is which of those that were exported."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from simulator.authoring.sheets.changes import Changes, New
from simulator.authoring.sheets.columns import COLUMNS, Kind
from simulator.authoring.sheets.rows import Row, Tables

ORDER: Final = {
    Kind.SCENES: 0,
    Kind.PEOPLE: 0,
    Kind.FACTS: 0,
    Kind.ENDINGS: 0,
    Kind.REPLIES: 1,
    Kind.REACTIONS: 1,
    Kind.LINES: 2,
}
"""Sheets with lists; those within the items of others come later."""


Held = tuple[str, ...]
"""What a row holds, wherever it stands."""


def matches(
    base: Tables, now: Tables, found_in_sheet: Mapping[Kind, Changes]
) -> dict[str, Row]:
    """Return which row of the file, as it is now, each exported row has become.

    Rows with ids go by them, lists without ids by what their items hold: what was
    exported, or what the sheet has made of it, where it was imported before.

    Args:
        base: The rows that were exported.
        now: The rows of the file as it is now.
        found_in_sheet: The changes, sheet by sheet.
    """
    found: dict[str, Row] = {}
    for kind in sorted(base, key=lambda one: ORDER.get(one, 3)):
        by_group: dict[str, list[Row]] = {}
        for row in now[kind]:
            by_group.setdefault(row.group, []).append(row)
        groups: dict[str, list[Row]] = {}
        for row in base[kind]:
            groups.setdefault(row.group, []).append(row)
        for group, rows in groups.items():
            there = by_group.get(mapped_group(group, found), [])
            if kind in (Kind.LINES, Kind.REACTIONS):
                mine = found_in_sheet.get(kind, Changes(kind))
                found.update(_Lists(rows, there).matched(mine, group))
            else:
                found.update(_by_id(rows, there))
    return found


def _by_id(rows: list[Row], there: list[Row]) -> dict[str, Row]:
    named = {_name(row): row for row in there}
    pairs = ((row.path, named.get(_name(row))) for row in rows)
    return {path: row for path, row in pairs if row is not None}


class _Lists:
    """A list without ids as it was exported, and as the file has it now."""

    def __init__(self, rows: list[Row], there: list[Row]) -> None:
        self._rows, self._there = rows, there
        self._pairs: dict[int, int] = {}

    def matched(self, changes: Changes, group: str) -> dict[str, Row]:
        """Return which row each exported one has become, by its path."""
        kind = changes.kind
        mine = [held_by(kind, row.cells) for row in self._rows]
        theirs = [held_by(kind, row.cells) for row in self._there]
        codes = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
        self._pairs = dict(_paired(codes, "equal"))
        self._match_changed(changes, theirs)
        put_in = _put_in(changes, group)
        for number, at in _paired(codes, "replace"):
            if theirs[at] not in put_in and at in self._free(len(theirs)):
                self._pairs.setdefault(number, at)
        pairs = self._pairs.items()
        return {self._rows[number].path: self._there[at] for number, at in pairs}

    def _match_changed(self, changes: Changes, theirs: list[Held]) -> None:
        """Match rows with what the sheet has made of them."""
        changed = _changed(changes)
        for number, row in enumerate(self._rows):
            words = changed.get(row.path)
            same = [at for at in self._free(len(theirs)) if theirs[at] == words]
            if number not in self._pairs and same:
                self._pairs[number] = same[0]

    def _free(self, count: int) -> list[int]:
        taken = set(self._pairs.values())
        return [at for at in range(count) if at not in taken]


def _changed(changes: Changes) -> dict[str, Held]:
    """Return what each changed row of a sheet holds, by its exported path."""
    cells: dict[str, dict[str, str]] = {}
    for one in changes.cells:
        held = cells.setdefault(one.row.path, dict(one.row.cells))
        held[one.column.key] = one.words
    return {path: held_by(changes.kind, held) for path, held in cells.items()}


def _put_in(changes: Changes, group: str) -> set[Held]:
    """Return what the new rows of a list hold."""
    entries = changes.order.get(group, [])
    return {held_by(changes.kind, one.cells) for one in entries if isinstance(one, New)}


def _paired(
    codes: Iterable[tuple[str, int, int, int, int]], tag: str
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of items that stand for each other, one for one."""
    for found, low, high, start, end in codes:
        if found == tag and high - low == end - start:
            yield from zip(range(low, high), range(start, end), strict=True)


def held_by(kind: Kind, cells: Mapping[str, str]) -> Held:
    """Return what a row holds, wherever it stands."""
    return tuple(
        cells.get(column.key, "")
        for column in COLUMNS[kind]
        if not (column.locked or column.key in ("where", "scene"))
    )


def _name(row: Row) -> str:
    return row.cells.get("id") or row.path


def mapped_group(group: str, found: Mapping[str, Row]) -> str:
    """Return what a list is called now, whose items above may have moved."""
    parts = group.split(".")
    for length in range(len(parts), 0, -1):
        row = found.get(".".join(parts[:length]))
        if row is not None:
            return ".".join([row.path, *parts[length:]])
    return group
