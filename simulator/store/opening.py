"""Open a store's file: its journal, its tables, its version.

Any number of programs may open the same file for the first time at the same moment.
"""

import sqlite3
from pathlib import Path
from typing import Final

from simulator.store import schema
from simulator.store.errors import (
    CorruptStoreError,
    NewerStoreError,
    ReadOnlyStoreError,
    StorePlaceError,
)
from simulator.store.trouble import translated, writable

_SMALLEST: Final = 512
"""Bytes of the smallest database; SQLite would write over a file that has fewer."""
_TRIES: Final = 20


def check_place(folder: Path) -> None:
    """Refuse a folder in which nothing could be kept; it need not be there yet.

    Raises:
        StoreError: It is no folder, or may not be written to.
    """
    with translated(folder):
        there = folder.absolute()
        while not there.exists():
            there = there.parent
        if not there.is_dir():
            raise StorePlaceError(folder)
        if not writable(there):
            raise ReadOnlyStoreError(folder)


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """Open a store's file and bring it up to date; makes it, with its folder.

    Args:
        path: The file.
        patience: Seconds to wait for another writer.

    Raises:
        StoreError: It cannot be used; says why and what to do.
    """
    with translated(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    with translated(path):
        if path.is_file() and 0 < path.stat().st_size < _SMALLEST:
            raise CorruptStoreError(path)
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            prepare(path, connection)
        except BaseException:
            connection.close()
            raise
    return connection


def prepare(path: Path, connection: sqlite3.Connection) -> None:
    """Bring an open file up to date, and see to it that commits last.

    Raises:
        NewerStoreError, CorruptStoreError: It is none of ours, or none that we know.
    """
    connection.text_factory = _text
    version, logged = _found(connection)
    if not version:
        _refuse_others(path, connection)
    elif logged != _names()[:version]:
        raise CorruptStoreError(path)
    if version > schema.VERSION:
        raise NewerStoreError(path, found=version, known=schema.VERSION)
    if version < schema.VERSION:
        _use_log(connection)
        _migrate(connection)
    (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
    # Without the log, only EXTRA makes a commit outlive a power cut.
    durable = "FULL" if journal == "wal" else "EXTRA"
    connection.execute(f"PRAGMA synchronous = {durable}")
    connection.execute("PRAGMA foreign_keys = ON")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _found(connection: sqlite3.Connection) -> tuple[int, list[str]]:
    """Return the version of a store and its log of migrations, of one moment.

    Another program may be migrating just now: read one after the other, the two would
    not fit together, and a sound store would look damaged.
    """
    connection.execute("BEGIN")
    try:
        version = _version(connection)
        return version, _logged(connection) if version else []
    finally:
        connection.execute("ROLLBACK")


def _names() -> list[str]:
    return [name for name, _ in schema.MIGRATIONS]


def _logged(connection: sqlite3.Connection) -> list[str]:
    """Return the migrations that a store went through, those we know only."""
    rows = connection.execute(schema.LOGGED).fetchall()
    return [row[0] for row in rows][: schema.VERSION]


def _refuse_others(path: Path, connection: sqlite3.Connection) -> None:
    """Leave alone a database of some other program; a new one has no tables.

    Behind a lock: another copy of this program may be making the tables just now.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        (tables,) = connection.execute(schema.TABLES).fetchone()
        if tables and not _version(connection):
            raise CorruptStoreError(path)
    finally:
        connection.execute("ROLLBACK")


def _use_log(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log, once and for good.

    The switch does not wait for another program doing the same, so it is tried
    again behind a lock that does. Where the folder allows no log (some network
    drives) SQLite keeps its rollback journal, which is as safe and slower.
    """
    for _ in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date; two programs may try at the same moment."""
    for number, (name, statements) in enumerate(schema.MIGRATIONS, start=1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) < number:
                for statement in (schema.CREATE_LOG, *statements):
                    connection.execute(statement)
                connection.execute(schema.LOG_MIGRATION, (name,))
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _text(raw: bytes) -> str:
    """Read a text; one that is damaged must not hide all the others."""
    return raw.decode(errors="replace")
