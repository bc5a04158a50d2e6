"""Write a file beside its place and put it there when it is whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.keeping.errors import OwnFileError
from simulator.replacing import replacing
from simulator.sessions.errors import NotWrittenError
from simulator.store import FILE

_ITS_FILES = (FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal")


@contextmanager
def beside(path: Path, data: Path) -> Iterator[Path]:
    """Give a file to write to, for this person alone to read; then put it in place.

    Whatever ends it in the midst, a full disk or Ctrl+C, what stood at `path` stands
    there as it was and nothing half-written is left.

    Args:
        path: Where the file is to be in the end.
        data: The data folder, whose store must not be written over.

    Raises:
        NotWrittenError: It cannot be written.
        OwnFileError: It is the store.
    """
    if path.resolve() in [(data / name).resolve() for name in _ITS_FILES]:
        raise OwnFileError(path)
    try:
        with replacing(path, private=True) as part:
            yield part
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise NotWrittenError(path, why) from error
