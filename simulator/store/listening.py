"""Hear what others write to the classes while this program serves them.

PostgreSQL tells it. A file is looked at once a second, since several programs on one
machine may share it.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from simulator.store import schemapg
from simulator.store.errors import StoreError
from simulator.store.opening import connect
from simulator.store.openingpg import Address, dial
from simulator.store.troublepg import translated

if TYPE_CHECKING:
    from simulator.store.openingpg import Connection

ANY: Final = ""
"""In place of a class: something may have been written to any of them."""
_LOOK: Final = 1.0
"""Seconds between two looks at a file, and between two tries to reach a database."""
_STOPS: Final = 0.25
"""Seconds after which whoever listens notices that he shall stop."""

Told = Callable[[str], object]
"""Is given the id of a class to which somebody wrote, or `ANY`."""


class Listening:
    """Listens in a thread, until it is stopped."""

    def __init__(self) -> None:
        """Prepare; `_begin` begins."""
        self._over = Event()
        self._thread = Thread(target=self._listen, daemon=True, name="listening")

    def stop(self) -> None:
        """Leave it; returns when nobody is told any more."""
        self._over.set()
        self._thread.join()

    def _begin(self) -> None:
        self._thread.start()

    def _listen(self) -> None:
        raise NotImplementedError


class PostgresListening(Listening):
    """Is told by the database, by the very commit that wrote.

    What was written while the connection was lost is told as `ANY` once it is back.
    """

    def __init__(self, address: Address, told: Told) -> None:
        """Listen from now on.

        Args:
            address: Of the database.
            told: Called in another thread.

        Raises:
            StoreError: The database cannot be listened to.
        """
        super().__init__()
        self._address, self._told = address, told
        self._connection = self._dialled()
        self._begin()

    def _dialled(self) -> "Connection":
        connection = dial(self._address)
        try:
            with translated(self._address.shown):
                connection.execute(schemapg.LISTEN)
        except StoreError:
            connection.close()
            raise
        return connection

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                for room in self._heard():
                    self._told(room)
            except StoreError:
                self._connection.close()
                self._over.wait(_LOOK)
                self._come_back()
        self._connection.close()

    def _heard(self) -> Iterator[str]:
        with translated(self._address.shown):
            for notify in self._connection.notifies(timeout=_STOPS):
                yield notify.payload

    def _come_back(self) -> None:
        with contextlib.suppress(StoreError):
            self._connection = self._dialled()
            self._told(ANY)


class SqliteListening(Listening):
    """Looks whether another connection has written to the file."""

    def __init__(self, path: Path, told: Told) -> None:
        """Look from now on; see `PostgresListening`."""
        super().__init__()
        self._path, self._told = path, told
        self._begin()

    def _listen(self) -> None:
        try:
            connection = connect(self._path, _LOOK)
        except StoreError:
            return  # whoever writes is told what is wrong with the file
        with contextlib.closing(connection):
            seen = _version(connection, 0)
            while not self._over.wait(_LOOK):
                before, seen = seen, _version(connection, seen)
                if seen != before:
                    self._told(ANY)


def _version(connection: sqlite3.Connection, before: int) -> int:
    """Return what changes when another connection writes."""
    with contextlib.suppress(sqlite3.Error):
        (before,) = connection.execute("PRAGMA data_version").fetchone()
    return before
