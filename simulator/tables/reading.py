"""Rows of a CSV or XLSX file, one at a time, however many there are."""

import csv
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct

from simulator.tables.errors import (
    NoHeaderError,
    NotATableError,
    UnreadableTableError,
)
from simulator.tables.sheets import sheet_rows
from simulator.tables.sheetxml import FORMULA

XLSX: Final = (".xlsx", ".xlsm")
_DELIMITERS: Final = ";\t,"
_CHUNK: Final = 1 << 20
csv.field_size_limit(1 << 20)

Cell = str | int | float | None
"""What stands in a cell; None for nothing. A formula without a value is
`simulator.tables.sheetxml.FORMULA`."""


class Row(Struct, frozen=True):
    """A row with its number in the file, the header being number 1."""

    number: int
    cells: tuple[Cell, ...]


class Table(Struct, frozen=True):
    """A table that is open, read as far as its header."""

    path: Path
    header: tuple[str, ...]
    _rest: Iterator[tuple[Cell, ...]]

    def rows(self) -> Iterator[Row]:
        """Yield the rows under the header, once; empty ones are passed over.

        Raises:
            TableError: The file can no longer be read.
        """
        with _telling(self.path):
            for number, cells in enumerate(self._rest, 2):
                if any(cell not in (None, "") for cell in cells):
                    yield Row(number, cells)


@contextmanager
def open_table(path: Path) -> Iterator[Table]:
    """Open a table and read its header.

    CSV may be in UTF-8 or Windows-1251, parted by commas, semicolons or tabs.

    Raises:
        TableError: It cannot be read, is no table, or has no header.
    """
    is_sheet = path.suffix.lower() in XLSX
    with closing(sheet_rows(path) if is_sheet else _csv_rows(path)) as rows:
        with _telling(path):
            header = next(rows, ())
        names = tuple("" if cell is None else str(cell).strip() for cell in header)
        if not any(names):
            raise NoHeaderError(path)
        yield Table(path, names, rows)


def _csv_rows(path: Path) -> Generator[tuple[Cell, ...], None, None]:
    encoding = _encoding(path)
    delimiter = _delimiter(path, encoding)
    with path.open(encoding=encoding, newline="") as file:
        for row in csv.reader(file, delimiter=delimiter):
            yield tuple(row)


def is_formula(cell: Cell) -> bool:
    """Tell whether a cell holds a formula whose value nobody knows."""
    return cell == FORMULA or (isinstance(cell, str) and cell.lstrip()[:1] == "=")


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turn what the system or a parser raises into a sentence."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise UnreadableTableError(path, why) from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise NotATableError(path) from error


def _encoding(path: Path) -> str:
    """Tell how a CSV file is written: UTF-8 throughout, or else Windows-1251."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            while chunk := file.read(_CHUNK):
                if "\0" in chunk:
                    raise NotATableError(path)
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8-sig"


def _delimiter(path: Path, encoding: str) -> str:
    """Return the sign that parts the names of the header most often."""
    with path.open(encoding=encoding, newline="") as file:
        line = file.readline(_CHUNK)
    return max(_DELIMITERS, key=line.count)
