"""Hear what others write to the classes while this program serves them.

A file is looked at once a second: several programs on one machine may share it.
"""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Final

from simulator.store.errors import StoreError
from simulator.store.opening import connect

ANY: Final = ""
"""In place of a class: something may have been written to any of them."""
_LOOK: Final = 1.0
"""Seconds between two looks at a file."""

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


class SqliteListening(Listening):
    """Looks whether another connection has written to the file."""

    def __init__(self, path: Path, told: Told) -> None:
        """Look from now on.

        Args:
            path: The file.
            told: Called in another thread.
        """
        super().__init__()
        self._path, self._told = path, told
        self._looking = Event()
        self._begin()
        self._looking.wait(2 * _LOOK)  # what is written until then would be missed

    def _listen(self) -> None:
        try:
            connection = connect(self._path, _LOOK)
        except StoreError:
            self._looking.set()
            return  # whoever writes is told what is wrong with the file
        with contextlib.closing(connection):
            seen = _version(connection, 0)
            self._looking.set()
            while not self._over.wait(_LOOK):
                before, seen = seen, _version(connection, seen)
                if seen != before:
                    self._told(ANY)


def _version(connection: sqlite3.Connection, before: int) -> int:
    """Return what changes when another connection writes."""
    with contextlib.suppress(sqlite3.Error):
        (before,) = connection.execute("PRAGMA data_version").fetchone()
    return before
