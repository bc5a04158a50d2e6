"""What a person left in a workbook: its sheets by kind, its rows, where each stands."""

from collections.abc import Mapping

from msgspec import Struct

from simulator.authoring.sheets.columns import PATH, Kind
from simulator.authoring.sheets.problems import Problem


class GivenRow(Struct, frozen=True):
    """One row of a sheet."""

    sheet: str
    """As the workbook calls the sheet."""
    number: int
    """As the spreadsheet counts it."""
    cells: Mapping[str, str]
    """Column → words as they stand there; only columns that the sheet still has."""
    letters: Mapping[str, str]
    """Column → its letter."""

    @property
    def path(self) -> str:
        """The path that the row was exported with; empty in a new one."""
        return self.cells.get(PATH, "").strip()

    def cell(self, column: str) -> str:
        """Return the name of a cell: `D14`; of one that is gone, that of the path."""
        letter = self.letters.get(column) or self.letters.get(PATH, "A")
        return f"{letter}{self.number}"

    def wrong(self, column: str, message: str, **values: str) -> Problem:
        """Return a problem with a cell of this row."""
        return Problem(self.sheet, self.cell(column), message, values)


class Workbook(Struct, frozen=True):
    """A workbook as it came back."""

    kind: str
    """`scenario`, or the language of a translation."""
    scenario: str
    """The id of the scenario that it was made from."""
    base: str
    """The text of the file that it was made from; of a translation, the sibling's."""
    original: str
    """Of a translation: the text that is translated; else empty."""
    rows: Mapping[Kind, list[GivenRow]]
    """Only the sheets that are still there."""
    problems: list[Problem] = []
    sheets: Mapping[Kind, str] = {}
    """What it calls them."""
