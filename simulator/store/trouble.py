"""SQLite's errors and the system's, told as the store's own."""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from simulator.store.errors import (
    BusyStoreError,
    CorruptStoreError,
    DiskFailedError,
    DiskFullError,
    ReadOnlyStoreError,
    StoreError,
    StorePlaceError,
)

_Kind = type[StoreError]

_BY_CODE: Final[Mapping[int, _Kind]] = {
    sqlite3.SQLITE_BUSY: BusyStoreError,
    sqlite3.SQLITE_LOCKED: BusyStoreError,
    sqlite3.SQLITE_PROTOCOL: BusyStoreError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyStoreError,
    sqlite3.SQLITE_PERM: ReadOnlyStoreError,
    sqlite3.SQLITE_CANTOPEN: StorePlaceError,
    sqlite3.SQLITE_NOTADB: CorruptStoreError,
    sqlite3.SQLITE_CORRUPT: CorruptStoreError,
    sqlite3.SQLITE_MISMATCH: CorruptStoreError,
    sqlite3.SQLITE_CONSTRAINT: CorruptStoreError,
    sqlite3.SQLITE_ERROR: CorruptStoreError,  # a table or a column is missing
}
_BY_ERRNO: Final[Mapping[int, _Kind]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EROFS: ReadOnlyStoreError,
    errno.EACCES: ReadOnlyStoreError,
    errno.EPERM: ReadOnlyStoreError,
    errno.ENOTDIR: StorePlaceError,
    errno.EEXIST: StorePlaceError,
    errno.ENOENT: StorePlaceError,
    errno.ELOOP: StorePlaceError,
    errno.ENAMETOOLONG: StorePlaceError,
    errno.EINVAL: StorePlaceError,
}


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise a `StoreError` for whatever SQLite or the system complains of.

    Wrong use of the database, which is a programmer's mistake, stays as it is.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        raise _of_sqlite(path, error) from error
    except UnicodeDecodeError as error:  # SQLite's own words, quoting damaged ones
        raise CorruptStoreError(path) from error
    except OSError as error:
        kind = _BY_ERRNO.get(error.errno or 0)
        if kind is None:
            raise DiskFailedError(path, why=error.strerror or error) from error
        raise kind(path) from error


def writable(folder: Path) -> bool:
    """Tell whether files can be made in a folder, as far as the system knows."""
    as_we_are = os.access in os.supports_effective_ids
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=as_we_are)


def _of_sqlite(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # what was read is no text of ours
        return CorruptStoreError(path)
    kind = _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF)
    if kind is None:
        return DiskFailedError(path, why=error)
    # A log that cannot be made beside the file is told as a file that cannot be
    # opened; what keeps the person from it is that the folder is read-only.
    if kind is StorePlaceError and path.is_file() and not writable(path.parent):
        return ReadOnlyStoreError(path)
    return kind(path)
