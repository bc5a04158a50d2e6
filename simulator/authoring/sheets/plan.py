"""What is to be done to a file; data only."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from simulator.authoring.sheets.changes import Entry, New
from simulator.authoring.sheets.columns import Column, Kind
from simulator.authoring.sheets.given import GivenRow
from simulator.authoring.sheets.problems import Problem
from simulator.authoring.sheets.rows import Row


class SetCell(Struct, frozen=True):
    """Words that are to stand in the place of others."""

    row: Row
    """As the file has it now."""
    column: Column
    words: str
    given: GivenRow
    kind: Kind


class Arrange(Struct, frozen=True):
    """What a list is to hold, in order."""

    kind: Kind
    group: str
    entries: list[Entry]
    """Rows as the file has them now, and new ones."""
    given: GivenRow
    """A row of the sheet, where a problem with the whole list is told."""
    rows: Mapping[str, GivenRow] = {}
    """Path, as the file has it now, of a row that comes from another list → where it
    stands in the sheet."""
    moved: int = 0
    """How many rows come from another list, or from elsewhere in this one."""

    @property
    def comers(self) -> Iterator[tuple[Entry, GivenRow]]:
        """What is put into the list, and where each stands in the sheet."""
        for entry in self.entries:
            if isinstance(entry, New):
                yield entry, entry.given
            elif entry.path in self.rows:
                yield entry, self.rows[entry.path]


class Merged(Struct):
    """What is to be done to the file as it is now."""

    cells: list[SetCell] = []
    lists: list[Arrange] = []
    gone: list[str] = []
    """Paths, as the file has them now, of rows that go."""
    problems: list[Problem] = []
