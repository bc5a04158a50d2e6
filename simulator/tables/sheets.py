"""Rows of an XLSX file, by openpyxl, which is imported only for such a file."""

import zipfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Final

from simulator.tables.errors import NotATableError, TooBigError

FORMULA: Final = "\x1f="
"""Stands for a formula whose value is not in the file."""
MOST: Final = 200 * 1024 * 1024
"""Bytes that a file may unpack to."""
_CHUNK: Final = 1 << 20


def sheet_rows(path: Path) -> Generator[tuple[Any, ...], None, None]:
    """Yield the rows of the first sheet: values, never formulas.

    Raises:
        NotATableError: The file is no XLSX, or is locked by a password.
        TooBigError: It would unpack to more than any base of clients.
    """
    yield from _beside(path) if _has_formulas(path) else _values(path)


def _values(path: Path, *, computed: bool = True) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=computed)
        try:
            for row in book.worksheets[0].iter_rows(values_only=True):
                yield tuple(_plain(cell) for cell in row)
        finally:
            book.close()
    except (InvalidFileException, *_BROKEN) as error:
        raise NotATableError(path) from error


def _beside(path: Path) -> Iterator[tuple[Any, ...]]:
    """Yield computed values; a formula that has none is marked as one."""
    written = _values(path, computed=False)
    for values, sources in zip(_values(path), written, strict=False):
        yield tuple(
            FORMULA if value is None and str(source)[:1] == "=" else value
            for value, source in zip(values, sources, strict=False)
        )


def _plain(cell: object) -> str | int | float | None:
    """Return a cell as a number or as words; dates become words."""
    if cell is None or isinstance(cell, str | int | float):
        return int(cell) if isinstance(cell, bool) else cell
    return str(cell)


def _has_formulas(path: Path) -> bool:
    """Look into the sheets of a file for formulas, and refuse what is far too big."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST:
                raise TooBigError(path, MOST // (1024 * 1024))
            names = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
            return any(_mentions(archive, name) for name in names)
    except (zipfile.BadZipFile, *_BROKEN) as error:
        raise NotATableError(path) from error


def _mentions(archive: zipfile.ZipFile, name: str) -> bool:
    """Tell whether a sheet has a cell with a formula, reading it in pieces."""
    before, read = b"", 0
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            read += len(chunk)
            if read > MOST:
                raise TooBigError(Path(archive.filename or name), MOST >> 20)
            if b"<f>" in before + chunk or b"<f " in before + chunk:
                return True
            before = chunk[-3:]
    return False


_BROKEN: Final = (KeyError, ValueError, TypeError, IndexError, EOFError, SyntaxError)
"""What openpyxl and zipfile raise at a file that is broken inside."""
