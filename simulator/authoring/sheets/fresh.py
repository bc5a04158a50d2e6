"""New rows → what is to be written, with the rows that belong to them."""

from collections.abc import Iterable, Mapping
from typing import Final

from simulator.authoring.sheets.cells import Form
from simulator.authoring.sheets.changes import New
from simulator.authoring.sheets.columns import COLUMNS, Column, Kind
from simulator.authoring.sheets.emit import Data
from simulator.authoring.sheets.rows import IF
from simulator.authoring.sheets.tree import Path
from simulator.authoring.sheets.values import Wanted, data_of
from simulator.scenario import schema
from simulator.scenario.formschema import THEN
from simulator.scenario.shapes import Record

_RECORDS: Final[Mapping[Kind, Record]] = {
    Kind.PEOPLE: schema.PERSON,
    Kind.FACTS: schema.FACT,
    Kind.SCENES: schema.SCENE,
    Kind.REPLIES: schema.REPLY,
    Kind.REACTIONS: schema.REACTION,
    Kind.ENDINGS: schema.ENDING,
}
_BY_KEY: Final[Mapping[str, Record]] = {
    "patience": schema.PATIENCE,
    "client": schema.CLIENT,
    "meeting": schema.MEETING,
    "continues": schema.CONTINUES,
}
_BY_PARENT: Final[Mapping[str, Record]] = {
    "scenes": schema.SCENE,
    "replies": schema.REPLY,
    "reactions": schema.REACTION,
    "then": THEN,
    "endings": schema.ENDING,
    "cast": schema.PERSON,
    "facts": schema.FACT,
}


def order_of(place: Path) -> tuple[str, ...]:
    """Return the keys of the mapping at a place, in the order in which they stand."""
    if not place:
        return tuple(schema.SCENARIO.keys)
    record = _BY_KEY.get(str(place[-1])) if len(place) == 1 else None
    if record is None and len(place) > 1:
        record = _BY_PARENT.get(str(place[-2]))
    return tuple(record.keys) if record else ()


class Fresh:
    """The new rows of a workbook, by the list that they stand in."""

    def __init__(self, rows: Iterable[New]) -> None:
        self._by_group: dict[str, list[New]] = {}
        for row in rows:
            self._by_group.setdefault(row.group, []).append(row)

    def covers(self, group: str) -> bool:
        """Tell whether a list belongs to a new row, and comes with it."""
        return any(group.startswith(f"{path}.") for path in self._paths())

    def _paths(self) -> list[str]:
        rows = (row for rows in self._by_group.values() for row in rows)
        return [f"{row.group}.{row.id}" for row in rows if row.id]

    def data(self, row: New) -> Data:
        """Return what a new row, with all that belongs to it, is to be written as."""
        if row.kind is Kind.LINES:
            return _line(row)
        columns = {column.key: column for column in COLUMNS[row.kind]}
        own = _RECORDS[row.kind].keys
        found: dict[str, Data] = {}
        for key in own:
            inner = self._by_group.get(f"{row.group}.{row.id}.{key}", [])
            if inner and row.id:
                found[key] = [self.data(one) for one in inner]
            elif key in columns and row.cells.get(key):
                found[key] = data_of(wanted(columns[key], row.cells[key]))
        return found


def wanted(column: Column, words: str, form: Form | None = None) -> Wanted:
    """Return what is to stand in the place of a cell's value."""
    return Wanted(words, form or column.form, column.spoken)


def _line(row: New) -> Data:
    words = Wanted(row.cells["text"], Form.LINES, single=True)
    found: dict[str, Data] = {row.cells["who"]: data_of(words)}
    if row.cells.get(IF):
        found[IF] = data_of(Wanted(row.cells[IF], Form.NAME))
    return found
