"""Rows set aside in a temporary file: a table is read once, however slow its format."""

import pickle
import struct
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Final

from simulator.tables.errors import UnwritableTableError
from simulator.tables.reading import Row

_CHUNK: Final = 250
"""Rows that are kept, and worked on, together."""
_LENGTH: Final = struct.Struct("<I")


class Spool:
    """Rows in their order, in chunks. A chunk is bytes, ready for another process."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.rows = 0
        """How many were set aside."""

    def fill(self, rows: Iterable[Row]) -> None:
        """Set rows aside.

        Raises:
            UnwritableTableError: There is no room for them.
        """
        source = iter(rows)
        while chunk := list(islice(source, _CHUNK)):
            self.rows += len(chunk)
            plain = [(row.number, row.cells) for row in chunk]
            data = pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)
            with _telling():
                self._file.write(_LENGTH.pack(len(data)) + data)

    def chunks(self) -> Iterator[bytes]:
        """Yield what was set aside, from the beginning."""
        with _telling():
            self._file.seek(0)
        while head := self._file.read(_LENGTH.size):
            yield self._file.read(_LENGTH.unpack(head)[0])


@contextmanager
def spool() -> Iterator[Spool]:
    """Open a spool; nothing of it is left behind."""
    with _telling():
        file = tempfile.TemporaryFile(prefix="whose-client-")  # noqa: SIM115 - closed below
    with file:
        yield Spool(file)


def unpacked(chunk: bytes) -> list[Row]:
    """Return the rows of a chunk that a spool of this program gave."""
    return [Row(number, cells) for number, cells in pickle.loads(chunk)]


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        folder = Path(tempfile.gettempdir())
        raise UnwritableTableError(folder, error.strerror or str(error)) from error
