"""New rows that the file has: the same workbook was imported before."""

from collections.abc import Iterator, Mapping

from simulator.authoring.sheets.changes import Changes, New
from simulator.authoring.sheets.columns import Kind
from simulator.authoring.sheets.matching import held_by, mapped_group
from simulator.authoring.sheets.rows import Row, Tables

Spot = tuple[str, int]
"""A sheet, and the number of a row of it."""


def spot(entry: New) -> Spot:
    """Return where in the workbook a new row stands."""
    return entry.given.sheet, entry.given.number


def already(
    found: Mapping[Kind, Changes], now: Tables, match: Mapping[str, Row]
) -> dict[Spot, Row]:
    """Return which new rows of the sheets stand in the file, word for word.

    A row of the file stands for one row of the sheet: a line that is put in twice is
    said twice.

    Args:
        found: The changes, sheet by sheet.
        now: The rows of the file as it is now.
        match: Exported path → the row as the file has it now.
    """
    taken = {row.path for row in match.values()}
    there: dict[Spot, Row] = {}
    for entry in _new_rows(found):
        group, held = mapped_group(entry.group, match), held_by(entry.kind, entry.cells)
        rows = (row for row in now[entry.kind] if row.group == group)
        free = (row for row in rows if row.path not in taken)
        same = next((r for r in free if held_by(entry.kind, r.cells) == held), None)
        if same is not None:
            there[spot(entry)] = same
            taken.add(same.path)
    return there


def _new_rows(found: Mapping[Kind, Changes]) -> Iterator[New]:
    for changes in found.values():
        for entries in changes.order.values():
            yield from (entry for entry in entries if isinstance(entry, New))
