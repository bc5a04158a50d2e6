"""A table written row by row; no cell of it can become a formula."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from simulator.plaintext import plain
from simulator.replacing import replacing
from simulator.tables.errors import UnwritableTableError
from simulator.tables.reading import XLSX

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins a formula."""
TABLES: Final = (".csv", *XLSX)


class TableWriter(Protocol):
    """Takes rows."""

    def write(self, cells: Sequence[str | float | None]) -> None:
        """Write one more row."""
        ...


def is_table(path: Path) -> bool:
    """Tell from its ending whether a file is a table."""
    return path.suffix.lower() in TABLES


@contextmanager
def create_table(path: Path) -> Iterator[TableWriter]:
    """Write a table; a file that is there already is replaced only when complete.

    Raises:
        UnwritableTableError: The file cannot be written.
    """
    opened = _sheet if path.suffix.lower() in XLSX else _csv
    with _replacing(path) as beside, opened(beside) as writer:
        yield writer


@contextmanager
def create_workbook(path: Path) -> Iterator[Callable[[str], TableWriter]]:
    """Write an XLSX file of several sheets; replaced only when complete.

    Yields what begins a sheet: give it the sheet's name, get its writer.

    Raises:
        UnwritableTableError: The file cannot be written.
    """
    with _replacing(path) as beside, _book(beside) as begin:
        yield begin


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """Give a file beside another, and put it in its place once it is complete."""
    try:
        with replacing(path) as beside:
            yield beside
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableTableError(path, error.strerror or str(error)) from error


def harmless(text: str) -> str:
    """Return words that no spreadsheet takes for a formula when it opens a CSV."""
    words = plain(text)
    return f"'{words}" if words.startswith(_DANGEROUS) else words


@contextmanager
def _csv(path: Path) -> Iterator[TableWriter]:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        yield _CsvWriter(csv.writer(file, delimiter=";"))


@contextmanager
def _sheet(path: Path) -> Iterator[TableWriter]:
    with _book(path) as begin:
        yield begin("")


@contextmanager
def _book(path: Path) -> Iterator[Callable[[str], TableWriter]]:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(path, {"constant_memory": True})
    quoted = book.add_format({"quote_prefix": True})
    yield lambda name: _SheetWriter(book.add_worksheet(name or None), quoted)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


class _CsvWriter:
    def __init__(self, writer: Any) -> None:
        self._writer = writer

    def write(self, cells: Sequence[str | float | None]) -> None:
        """Write one more row."""
        self._writer.writerow(
            [harmless(cell) if isinstance(cell, str) else cell for cell in cells]
        )


class _SheetWriter:
    def __init__(self, sheet: Any, quoted: Any) -> None:
        self._sheet, self._quoted, self._rows = sheet, quoted, 0

    def write(self, cells: Sequence[str | float | None]) -> None:
        """Write one more row; words are marked as words."""
        for place, value in enumerate(cells):
            if isinstance(value, str):
                words = plain(value)
                style = self._quoted if words.startswith(_DANGEROUS) else None
                self._sheet.write_string(self._rows, place, words, style)
            elif value is not None:
                self._sheet.write_number(self._rows, place, value)
        self._rows += 1
