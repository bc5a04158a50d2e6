"""A workbook that came back → its rows, and what in it cannot be read.

It may have been through Excel, LibreOffice or anything else: sheets and columns go
by their headings, in either language and any order; what was added is passed over.
"""

import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from simulator.authoring.sheets.columns import COLUMNS, PATH, TITLES, Column, Kind
from simulator.authoring.sheets.given import GivenRow, Workbook
from simulator.authoring.sheets.headings import Heads, find_headings, folded
from simulator.authoring.sheets.hidden import HIDDEN, exported
from simulator.authoring.sheets.problems import Problem, TooBigWorkbookError
from simulator.messages import N_
from simulator.tables.broken import BROKEN_ZIP
from simulator.tables.errors import NotATableError

MOST: Final = 64 * 1024 * 1024
"""Bytes that a workbook may unpack to."""
_MOST_EMPTY: Final = 1_000
"""After this many empty rows nothing further is looked for: LibreOffice, for one,
declares a million."""
_BROKEN: Final = (
    *BROKEN_ZIP,
    *(SyntaxError, LookupError, ValueError, OverflowError, TypeError),
    *(AttributeError, OSError),
)
"""What openpyxl raises at a file that is broken inside, or locked."""

Gettext = Callable[[str], str]

_MERGED: Final = N_("the cells are merged. Unmerge them, and write into each its own")
_FORMULA: Final = N_("a formula stands here. Write its result as words")
_ERROR: Final = N_("the spreadsheet shows the mistake `{value}` here. Write words")
_DATE: Final = N_(
    "the spreadsheet has made a date of what was typed here. Format the cell as text"
    " and type it again"
)
_PERCENT: Final = N_(
    "the spreadsheet has made {value} of a percentage here. Format the cell as text"
    " and type it again"
)
_TWO_HEADINGS: Final = N_("two columns are headed “{value}”. Delete one of them")
_TWO_SHEETS: Final = N_("it has the headings of “{other}”, as another sheet has")
_RENAMED: Final = N_("taken for “{other}”, because it has its headings")
_PASSED_SHEET: Final = N_("passed over: its headings are none of ours")
_PASSED_COLUMN: Final = N_("the column “{value}” is none of ours and was passed over")
_NO_SHEET: Final = N_("The sheet “{value}” is gone; what stood there stays as it is.")
_NO_COLUMN: Final = N_("the column “{value}” is gone; what stood there stays as it is")
_NO_PATH: Final = N_(
    "the grey column “{value}” is gone, by which rows are known. Export anew, and copy"
    " your words over"
)


def read_workbook(data: bytes, name: str, languages: Sequence[Gettext]) -> Workbook:
    """Read a workbook.

    Args:
        data: The file.
        name: What messages call it.
        languages: The catalogues in whose words headings may stand; the first is
            the one that sheets are named in.

    Raises:
        NotATableError: It is no XLSX, is locked, or is broken inside.
        TooBigWorkbookError: It unpacks to more than any scenario.
        NotOursError: It was not made by an export.
    """
    try:
        book = _opened(data, name)
        hidden = exported(book, name)
        reader = _Reader(book, languages)
        kinds = [Kind.TRANSLATION] if hidden[0] != "scenario" else _SCENARIO_KINDS
        rows = reader.read(kinds)
    except _BROKEN as error:
        raise NotATableError(Path(name)) from error
    return Workbook(*hidden, rows, reader.problems, reader.titles)


_SCENARIO_KINDS: Final = [kind for kind in Kind if kind is not Kind.TRANSLATION]


def _opened(data: bytes, name: str) -> Any:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(one.file_size for one in archive.infolist()) > MOST:
            raise TooBigWorkbookError(name, MOST >> 20)
    with warnings.catch_warnings():  # of what it leaves out, such as choices of cells
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


class _Reader:
    def __init__(self, book: Any, languages: Sequence[Gettext]) -> None:
        self._book, self._languages = book, languages
        self.problems: list[Problem] = []
        self.titles: dict[Kind, str] = {}

    def read(self, kinds: Iterable[Kind]) -> dict[Kind, list[GivenRow]]:
        found: dict[Kind, list[GivenRow]] = {}
        kinds = list(kinds)
        for sheet in self._book.worksheets:
            if sheet.title == HIDDEN:
                continue
            kind, heads = self._kind_of(sheet, kinds)
            if kind is None:
                self._note(sheet.title, _PASSED_SHEET)
            elif kind in found:
                self._wrong(sheet.title, "", _TWO_SHEETS, other=self._title(kind))
            else:
                self.titles[kind] = sheet.title
                found[kind] = self._sheet(sheet, kind, heads)
        for kind in kinds:
            if kind not in found:
                self._note("", _NO_SHEET, value=self._title(kind))
        return found

    def _title(self, kind: Kind) -> str:
        return self._languages[0](TITLES[kind])

    def _kind_of(self, sheet: Any, kinds: list[Kind]) -> tuple[Kind | None, Heads]:
        """Tell which sheet one is: by its name, else by its headings."""
        title = folded(sheet.title)
        for kind in kinds:
            names = {folded(say(TITLES[kind])) for say in self._languages}
            heads = find_headings(sheet, kind, self._languages)
            if title in names and heads.columns:
                return kind, heads
        for kind in kinds:
            heads = find_headings(sheet, kind, self._languages)
            if len(heads.columns) == len(COLUMNS[kind]):
                if self._is_free(kind):
                    self._note(sheet.title, _RENAMED, other=self._title(kind))
                return kind, heads
        return None, Heads(0, {}, {}, ())

    def _is_free(self, kind: Kind) -> bool:
        names = {folded(say(TITLES[kind])) for say in self._languages}
        return not any(folded(name) in names for name in self._book.sheetnames)

    def _sheet(self, sheet: Any, kind: Kind, heads: Heads) -> list[GivenRow]:
        title = sheet.title
        for number in heads.twice:
            cell = sheet.cell(heads.row, number)
            self._wrong(title, cell.coordinate, _TWO_HEADINGS, value=str(cell.value))
        for words in heads.others.values():
            self._note(title, _PASSED_COLUMN, value=words)
        for column in COLUMNS[kind]:
            if column.key not in heads.columns.values():
                self._missing(title, column)
        self._look_for_merged(sheet, heads)
        return list(self._rows(sheet, heads))

    def _missing(self, title: str, column: Column) -> None:
        heading = self._languages[0](column.heading)
        if column.key == PATH:
            self._wrong(title, "", _NO_PATH, value=heading)
        else:
            self._note(title, _NO_COLUMN, value=heading)

    def _look_for_merged(self, sheet: Any, heads: Heads) -> None:
        for merged in sorted(sheet.merged_cells.ranges, key=str):
            columns = set(range(merged.min_col, merged.max_col + 1))
            if columns & set(heads.columns) and merged.max_row >= heads.row:
                self._wrong(sheet.title, str(merged), _MERGED)

    def _rows(self, sheet: Any, heads: Heads) -> Iterator[GivenRow]:
        from openpyxl.utils import get_column_letter

        letters = {key: get_column_letter(at) for at, key in heads.columns.items()}
        empty = 0
        last = max(heads.columns, default=1)
        for row in sheet.iter_rows(heads.row + 1, sheet.max_row, 1, last):
            cells = {
                key: self._words(sheet.title, row[at - 1])
                for at, key in heads.columns.items()
            }
            empty = 0 if any(cells.values()) else empty + 1
            if empty > _MOST_EMPTY:
                return
            if not empty:
                yield GivenRow(sheet.title, row[0].row, cells, letters)

    def _words(self, title: str, cell: Any) -> str:
        """Return the words of a cell; empty, with a problem, where there are none."""
        value = getattr(cell, "value", None)
        if value is None:
            return ""
        if cell.data_type == "e":
            self._wrong(title, cell.coordinate, _ERROR, value=str(value))
        elif isinstance(value, str) and cell.data_type != "f":
            return value
        elif isinstance(value, bool):
            return "true" if value else "false"
        elif isinstance(value, int | float):
            if "%" not in str(cell.number_format):
                return _number(value)
            self._wrong(title, cell.coordinate, _PERCENT, value=_number(value))
        else:
            rule = _DATE if isinstance(value, _DATES) else _FORMULA
            self._wrong(title, cell.coordinate, rule)
        return ""

    def _wrong(self, sheet: str, cell: str, message: str, **values: str) -> None:
        self.problems.append(Problem(sheet, cell, message, values))

    def _note(self, sheet: str, message: str, **values: str) -> None:
        self.problems.append(Problem(sheet, "", message, values, serious=False))


_DATES: Final = (datetime, date, time, timedelta)


def _number(value: float) -> str:
    """Return a number as it would have been typed: 5, not 5.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)), "f")
