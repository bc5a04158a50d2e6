"""New rows → what is to be written, with the rows that belong to them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from simulator.authoring.sheets.cells import Form
from simulator.authoring.sheets.changes import Entry, New
from simulator.authoring.sheets.columns import COLUMNS, Column, Kind
from simulator.authoring.sheets.emit import Data
from simulator.authoring.sheets.moving import Moving
from simulator.authoring.sheets.plan import Arrange
from simulator.authoring.sheets.rows import IF, Row
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
    """What is put into lists, new rows and rows from other lists, by the list."""

    def __init__(self, lists: Iterable[Arrange], moving: Moving) -> None:
        self._moving = moving
        self._by_group = {
            one.group: [entry for entry, _ in one.comers] for one in lists
        }

    def covers(self, group: str) -> bool:
        """Tell whether a list belongs to a new row, and comes with it."""
        above, _, key = group.rpartition(".")
        return any(above == path and key in own for path, own in self._owners())

    def _owners(self) -> Iterator[tuple[str, Collection[str]]]:
        """Yield the paths of new rows, and the lists that each may have."""
        for entry in (
            entry for entries in self._by_group.values() for entry in entries
        ):
            if isinstance(entry, New) and entry.id:
                keys = _RECORDS[entry.kind].keys
                columns = {column.key for column in COLUMNS[entry.kind]}
                yield f"{entry.group}.{entry.id}", keys.keys() - columns

    def data(self, row: Entry) -> Data:
        """Return what a row, with all that belongs to it, is to be written as.

        Raises:
            NoPlaceError: It comes from a list whose items cannot be moved.
        """
        if isinstance(row, Row):
            return self._moving.block(row)
        if row.kind is Kind.LINES:
            return _line(row)
        columns = {column.key: column for column in COLUMNS[row.kind]}
        found: dict[str, Data] = {}
        for key in _RECORDS[row.kind].keys:
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
