"""Which row of the file, as it is now, is which of those that were exported."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Final

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


def matches(base: Tables, now: Tables) -> dict[str, Row]:
    """Return which row of the file, as it is now, each exported row has become.

    Rows with ids go by them, lists without ids by what their items hold.
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
            found.update(_matched(kind, rows, there))
    return found


def _matched(kind: Kind, rows: list[Row], there: list[Row]) -> dict[str, Row]:
    if kind not in (Kind.LINES, Kind.REACTIONS):
        named = {_name(row): row for row in there}
        pairs = ((row.path, named.get(_name(row))) for row in rows)
        return {path: row for path, row in pairs if row is not None}
    keys = [
        column.key for column in COLUMNS[kind] if column.key not in ("where", "scene")
    ]
    mine = [_held(row, keys) for row in rows]
    theirs = [_held(row, keys) for row in there]
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    found: dict[str, Row] = {}
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and high - low == end - start):
            found.update(
                zip((r.path for r in rows[low:high]), there[start:end], strict=True)
            )
    return found


def _held(row: Row, keys: list[str]) -> tuple[str, ...]:
    return tuple(row.cells.get(key, "") for key in keys)


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
