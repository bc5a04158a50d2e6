"""Bring changes of a workbook together with what has happened to the file since.

Both are held against the text that was exported. What only one side changed is
taken; what both changed alike is there already; what both changed differently is a
conflict, told with both values, and then nothing is written.
"""

from collections.abc import Mapping
from typing import Final

from simulator.authoring.sheets.already import already
from simulator.authoring.sheets.arranging import Arranging
from simulator.authoring.sheets.changes import Changed, Changes, New, moved_by
from simulator.authoring.sheets.columns import Kind
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.matching import ORDER, mapped_group, matches
from simulator.authoring.sheets.plan import Merged, SetCell
from simulator.authoring.sheets.problems import Problem
from simulator.authoring.sheets.rows import Row, Tables
from simulator.messages import N_

_BOTH: Final = N_(
    "changed here to “{mine}”, and in the file since the export to “{theirs}”."
    " Decide on one and write it in both"
)
_GONE: Final = N_(
    "changed here to “{mine}”, but `{path}` has been deleted from the file since the"
    " export. Export anew"
)
_DELETED: Final = N_(
    "the row of `{path}` was deleted here, but changed in the file since the export."
    " Export anew"
)
_ORPHAN: Final = N_(
    "this row belongs to `{path}`, whose row was deleted. Delete this one as well, or"
    " bring that one back"
)


def merge(found: Mapping[Kind, Changes], base: Tables, now: Tables) -> Merged:
    """Bring the changes of all sheets together with the file as it is now.

    Args:
        found: The changes, sheet by sheet.
        base: The rows that were exported.
        now: The rows of the file as it is now.
    """
    return _Merging(found, base, now).merge()


class _Merging:
    def __init__(
        self, found: Mapping[Kind, Changes], base: Tables, now: Tables
    ) -> None:
        self._found, self._base, self._now = found, base, now
        self._match = matches(base, now, found)
        self._there = already(found, now, self._match)
        self._merged = Merged()
        self._gone: set[str] = set()
        """Paths that were exported and whose rows were deleted."""
        self._lists_of = Arranging(
            self._match, self._there, self._gone, self._merged, base, now
        )
        self._lists_of.note_moves(found)

    def merge(self) -> Merged:
        kinds = sorted(self._found, key=lambda kind: ORDER.get(kind, 3))
        for kind in kinds:
            self._delete(self._found[kind])
        for kind in kinds:
            changes = self._found[kind]
            self._merged.problems += changes.problems
            for changed in changes.cells:
                self._cell(changed)
            if kind in ORDER:
                self._lists(changes)
        return self._merged

    def _cell(self, changed: Changed) -> None:
        if self._orphaned(changed.row.path):
            above = self._orphaned(changed.row.path)
            self._wrong(changed.given, changed.column.key, _ORPHAN, path=above)
            return
        row = self._match.get(changed.row.path)
        key, words = changed.column.key, changed.words
        if row is None:
            path = changed.row.path
            self._wrong(changed.given, key, _GONE, mine=words, path=path)
        elif row.cells[key] == words:
            return
        elif row.cells[key] != changed.row.cells[key]:
            theirs = row.cells[key]
            self._wrong(changed.given, key, _BOTH, mine=words, theirs=theirs)
        else:
            one = SetCell(row, changed.column, words, changed.given, changed.kind)
            self._merged.cells.append(one)

    def _delete(self, changes: Changes) -> None:
        for row in changes.gone:
            if self._orphaned(row.path):
                continue
            now = self._match.get(row.path)
            self._gone.add(row.path)
            if now is None and not self._may_be_there(changes.kind, row):
                continue
            if now is None or self._differs(row, now):
                told = Problem(changes.sheet, "", _DELETED, {"path": row.path})
                self._merged.problems.append(told)
            else:
                self._merged.gone.append(now.path)

    def _may_be_there(self, kind: Kind, row: Row) -> bool:
        """Tell whether a row without an id may have been changed beyond knowing."""
        group = mapped_group(row.group, self._match)
        known = {one.path for one in (*self._match.values(), *self._there.values())}
        rows = self._now[kind] if kind in (Kind.LINES, Kind.REACTIONS) else []
        return any(one.group == group and one.path not in known for one in rows)

    def _differs(self, row: Row, now: Row) -> bool:
        """Tell whether a row, or one that belongs to it, has changed since."""
        within = f"{row.path}."
        there = f"{now.path}."
        mine = [
            r for rs in self._base.values() for r in rs if r.path.startswith(within)
        ]
        theirs = [
            r for rs in self._now.values() for r in rs if r.path.startswith(there)
        ]
        same = [dict(r.cells) for r in mine] == [dict(r.cells) for r in theirs]
        return row.cells != now.cells or not same

    def _orphaned(self, path: str) -> str:
        """Return what a path belongs to that was deleted; empty when nothing was."""
        parts = path.split(".")
        above = (".".join(parts[:length]) for length in range(1, len(parts)))
        return next((one for one in above if one in self._gone), "")

    def _lists(self, changes: Changes) -> None:
        base: dict[str, list[Row]] = {}
        for row in self._base[changes.kind]:
            base.setdefault(row.group, []).append(row)
        for group in dict.fromkeys([*base, *changes.order]):
            if self._group_gone(changes, group):
                continue
            before, after = base.get(group, []), changes.order.get(group, [])
            if before != after:
                self._lists_of.arrange(changes, group, before, after)

    def _group_gone(self, changes: Changes, group: str) -> bool:
        """Tell whether a list went with what it belongs to; rows put there are told."""
        above = self._orphaned(group)
        for entry in changes.order.get(group, []) if above else ():
            if isinstance(entry, New):
                given = entry.given
            elif entry.group != group:
                given = changes.given[entry.path]
            else:
                continue
            self._wrong(given, moved_by(changes.kind), _ORPHAN, path=above)
        return bool(above)

    def _wrong(self, given: GivenRow, column: str, message: str, **values: str) -> None:
        self._merged.problems.append(given.wrong(column, message, **values))
