"""The rows of a sheet as they came back, held against those that were exported."""

from collections.abc import Iterable, Mapping
from typing import Final

from simulator.authoring.sheets.cells import BadWordsError, canonical
from simulator.authoring.sheets.changes import (
    FIXED,
    MOVES,
    Changed,
    Changes,
    New,
    group_of,
)
from simulator.authoring.sheets.columns import COLUMNS, PATH, Column, Kind
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.problems import Problem
from simulator.authoring.sheets.rows import IF, Row
from simulator.authoring.sheets.unholdable import only_worn
from simulator.messages import N_

_LABEL: Final = "what"
"""A column in the language of the workbook."""

LOCKED: Final = N_(
    "this cell is grey: it is not read back. Write `{was}` there again, and make the"
    " change in the YAML file"
)
_EMPTY: Final = N_("it must not be empty. To delete it, delete the whole row")
_RENAMED: Final = N_(
    "the id was `{was}`; other places call it so, so it is changed in the YAML file."
    " For a new row, empty the grey path before it"
)
_UNKNOWN: Final = N_(
    "the path `{value}` was not exported. In a new row the path stays empty"
)
_TWICE: Final = N_("`{value}` stands here a second time. Give one of them another id")
_NO_SPEAKER: Final = N_(
    "`if` is no speaker: the condition stands in a column of its own. Write the id of"
    " somebody of the cast, or `note`"
)
_STAYS: Final = N_(
    "rows are gone here ({n}), `{path}` the first of them; what stood there stays as it"
    " is"
)
NOTHING_LEFT: Final = N_("all rows are gone; a scenario needs one of them at least")
_NEEDED: Final = frozenset({Kind.PEOPLE, Kind.SCENES, Kind.ENDINGS})
_NO_NEW: Final = N_("this sheet takes no new rows; they are written in the YAML file")


def changes(
    kind: Kind,
    base: list[Row],
    rows: Iterable[GivenRow],
    sheet: str,
    homes: Mapping[str, str],
) -> Changes:
    """Hold the rows of a sheet against those that were exported.

    Args:
        kind: The sheet.
        base: The rows that were exported.
        rows: Those that came back.
        sheet: What the workbook calls it.
        homes: Path that a moved reply will have → the exported one: a line may say
            either.
    """
    found = Changes(kind, sheet)
    return _Comparing(found, base, homes).compare([row for row in rows if _used(row)])


def _used(row: GivenRow) -> bool:
    return any(words.strip() for words in row.cells.values())


class _Comparing:
    def __init__(
        self, found: Changes, base: list[Row], homes: Mapping[str, str]
    ) -> None:
        self._found, self._kind, self._homes = found, found.kind, homes
        self._base = {row.path: row for row in base}
        self._columns = [c for c in COLUMNS[self._kind] if c.key != PATH]

    def compare(self, rows: list[GivenRow]) -> Changes:
        owners = self._owners(rows)
        for given in rows:
            row = self._base.get(given.path)
            if row is not None and owners[given.path] is given:
                self._known(row, given)
            elif self._kind in FIXED:
                self._wrong(given, PATH, _NO_NEW)
            elif given.path and row is None:
                self._wrong(given, PATH, _UNKNOWN, value=given.path)
            else:
                self._new(given)
        self._look_for_twins()
        self._note_gone()
        if self._kind in _NEEDED and self._base and not rows:
            self._found.problems.append(Problem(self._found.sheet, "", NOTHING_LEFT))
        return self._found

    def _note_gone(self) -> None:
        """Note the rows that were deleted; where none can go, they stay."""
        there = self._found.given
        gone = [row for path, row in self._base.items() if path not in there]
        if self._kind not in FIXED:
            self._found.gone = gone
        elif gone:
            values = {"n": str(len(gone)), "path": gone[0].path}
            told = Problem(self._found.sheet, "", _STAYS, values, serious=False)
            self._found.problems.append(told)

    def _owners(self, rows: list[GivenRow]) -> dict[str, GivenRow]:
        """Settle whose a path is where a row was copied together with it.

        The row that has kept its id keeps the path, else the one most like before.
        """
        claims: dict[str, list[GivenRow]] = {}
        for given in rows:
            if given.path in self._base:
                claims.setdefault(given.path, []).append(given)
        return {
            path: max(claim, key=lambda one: self._likeness(self._base[path], one))
            for path, claim in claims.items()
        }

    def _likeness(self, row: Row, given: GivenRow) -> tuple[bool, int]:
        same = [
            given.cells.get(column.key, "").strip() == row.cells.get(column.key, "")
            for column in self._columns
        ]
        own = given.cells.get("id", "").strip() == row.cells.get("id", "")
        return own, sum(same)

    def _known(self, row: Row, given: GivenRow) -> None:
        self._found.given[row.path] = given
        group = row.group
        for column in self._columns:
            if column.key not in given.cells:
                continue
            words = self._canonical(column, row, given)
            was = self._was(column, row)
            if words is None or words == was or only_worn(words, was):
                continue
            if self._refused(column, row, words, given):
                continue
            if column.key in MOVES:
                group = self._group({**row.cells, column.key: words})
            else:
                changed = Changed(self._kind, row, column, words, given)
                self._found.cells.append(changed)
        self._found.order.setdefault(group, []).append(row)

    def _group(self, cells: dict[str, str]) -> str:
        group = group_of(self._kind, cells)
        above, _, key = group.rpartition(".")
        return f"{self._homes[above]}.{key}" if above in self._homes else group

    def _was(self, column: Column, row: Row) -> str:
        return row.cells.get(column.key, "")

    def _canonical(self, column: Column, row: Row, given: GivenRow) -> str | None:
        """Return the words of a cell; None, with a problem, where there are none."""
        words = given.cells[column.key]
        if column.key == _LABEL:
            return self._was(column, row)
        if column.key in row.locked or column.locked:
            was = self._was(column, row)
            words = words.replace("\r\n", "\n").strip()
            if words not in ("", was) and not only_worn(words, was):
                self._wrong(given, column.key, LOCKED, was=was)
            return was
        try:
            return canonical(words, row.form_in(column))
        except BadWordsError as error:
            self._wrong(given, column.key, error.template, **error.values)
            return None

    def _refused(self, column: Column, row: Row, words: str, given: GivenRow) -> bool:
        if column.key == "id":
            self._wrong(given, "id", _RENAMED, was=row.cells["id"])
            return True
        required = row.required if column.key == "value" else column.required
        if required and not words:
            self._wrong(given, column.key, _EMPTY)
            return True
        return self._is_no_speaker(column, words, given)

    def _is_no_speaker(self, column: Column, words: str, given: GivenRow) -> bool:
        """Tell whether a condition would be taken for who speaks."""
        if column.key != "who" or words != IF:
            return False
        self._wrong(given, "who", _NO_SPEAKER)
        return True

    def _new(self, given: GivenRow) -> None:
        cells: dict[str, str] = {}
        for column in self._columns:
            if column.locked:
                continue
            try:
                cells[column.key] = canonical(
                    given.cells.get(column.key, ""), column.form
                )
            except BadWordsError as error:
                self._wrong(given, column.key, error.template, **error.values)
                return
            if column.required and not cells[column.key]:
                self._wrong(given, column.key, _EMPTY)
                return
            if self._is_no_speaker(column, cells[column.key], given):
                return
        group = self._group(cells)
        new = New(self._kind, group, cells, given)
        self._found.order.setdefault(group, []).append(new)

    def _look_for_twins(self) -> None:
        for entries in self._found.order.values():
            seen = {one.cells.get("id") for one in entries if isinstance(one, Row)}
            for entry in entries:
                if isinstance(entry, New) and entry.id:
                    if entry.id in seen:
                        self._wrong(entry.given, "id", _TWICE, value=entry.id)
                    seen.add(entry.id)

    def _wrong(self, given: GivenRow, column: str, message: str, **values: str) -> None:
        self._found.problems.append(given.wrong(column, message, **values))
