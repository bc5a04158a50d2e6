"""Rows of an XLSX file, which is a zip of XML files."""

import zipfile
from collections.abc import Generator
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from simulator.tables.broken import BROKEN_ZIP
from simulator.tables.errors import NotATableError, TooBigError
from simulator.tables.sheetxml import Plains, rows_in
from simulator.tables.workbookxml import Workbook

MOST: Final = 200 * 1024 * 1024
"""Bytes that a file may unpack to."""
_BROKEN: Final = (
    *BROKEN_ZIP,
    *(ExpatError, SyntaxError, KeyError, ValueError, IndexError, OverflowError),
)
"""What is raised at a file that is broken inside, or locked."""


def sheet_rows(path: Path) -> Generator[Plains, None, None]:
    """Yield the rows of the first sheet: values, never formulas.

    A formula whose value is not in the file is `simulator.tables.sheetxml.FORMULA`.

    Raises:
        NotATableError: The file is no XLSX, or is locked by a password.
        TooBigError: It would unpack to more than any base of clients.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_what_is_too_big(path, archive)
            book = Workbook(archive)
            with archive.open(book.sheet) as source:
                yield from rows_in(source, book)
    except _BROKEN as error:
        raise NotATableError(path) from error


def _refuse_what_is_too_big(path: Path, archive: zipfile.ZipFile) -> None:
    """Look at what a file says that it unpacks to; zipfile holds it to that."""
    if sum(one.file_size for one in archive.infolist()) > MOST:
        raise TooBigError(path, MOST >> 20)
