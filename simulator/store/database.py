"""One SQLite file as the store uses it: opened late, read, and written whole."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from simulator.store import schema
from simulator.store.errors import CorruptStoreError
from simulator.store.opening import connect
from simulator.store.rows import body_of, is_text
from simulator.store.trouble import translated

FILE: Final = "attempts.sqlite"
PATIENCE: Final = 5.0
"""Seconds to wait for another writer."""

Row = tuple[Any, ...]


class Database:
    """A file of the store; made when it is first written to."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection | None = None
    ) -> None:
        """Use a file; without a connection it is opened when it is needed."""
        self.path = path
        self._connection = connection

    def _opened(self) -> sqlite3.Connection:
        """Return the connection.

        Raises:
            StoreError: The file cannot be used; says why and what to do.
        """
        if self._connection is None:
            self._connection = connect(self.path, PATIENCE)
        return self._connection

    def _read(self, statement: str, *values: str | int) -> list[Row]:
        """Return rows; none while there is no file, which reading does not make."""
        with translated(self.path):
            if self._connection is None and not self.path.exists():
                return []
            return _rows(self._opened(), statement, values)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all that is written within, or nothing."""
        connection = self._opened()
        with translated(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def text(self, digest: str) -> bytes:
        """Return a file exactly as it was kept.

        Raises:
            CorruptStoreError: It is missing or no longer the same.
        """
        for (body,) in self._read(schema.TEXT, digest):
            if is_text(body, digest):
                return bytes(body)
        raise CorruptStoreError(self.path)

    def _body(self, text: str) -> dict[str, object]:
        """Return the JSON object that a row holds.

        Raises:
            CorruptStoreError: It is none.
        """
        body = body_of(text)
        if body is None:
            raise CorruptStoreError(self.path)
        return body

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()


def _rows(
    connection: sqlite3.Connection, statement: str, values: Sequence[str | int]
) -> list[Row]:
    """Return the rows that a question comes to.

    Texts are read by SQLite itself, which is much quicker where there are many; only
    where one is damaged are they read one by one, as `connect` has it.
    """
    careful, connection.text_factory = connection.text_factory, str
    try:
        return connection.execute(statement, values).fetchall()
    except sqlite3.OperationalError as error:
        if "decode" not in str(error):
            raise
    finally:
        connection.text_factory = careful
    return connection.execute(statement, values).fetchall()
