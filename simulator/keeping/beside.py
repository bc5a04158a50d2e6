"""Write a file beside its place and put it there when it is whole, or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from simulator.keeping.errors import OwnFileError
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
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = _made(path)
        yield part
        _settle(part)
        part.replace(path)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise NotWrittenError(path, why) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink()


def _made(path: Path) -> Path:
    opened, name = tempfile.mkstemp(".part", f"{path.name}.", path.parent)
    os.close(opened)
    return Path(name)


def _settle(path: Path) -> None:
    """See to it that the disk has the file before it gets its name."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
