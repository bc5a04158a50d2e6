"""Where classes are kept: in the data folder, or in a database for several servers."""

from pathlib import Path
from typing import Protocol

from msgspec import Struct

from simulator.store.database import FILE
from simulator.store.listening import Listening, SqliteListening, Told
from simulator.store.rooms import RoomLog
from simulator.store.roomsqlite import SqliteRooms


class Logs(Protocol):
    """Where classes are kept. Both methods raise `StoreError` when they cannot."""

    def open(self) -> RoomLog:
        """Open the log, in the thread that will use it."""
        ...

    def listen(self, told: Told) -> Listening:
        """Hear what is written from now on, by whatever server.

        What is written here may be told, too.
        """
        ...


class SqliteLogs(Struct, frozen=True):
    """The classes of a data folder, for the servers of one machine."""

    folder: Path

    def open(self) -> SqliteRooms:
        """Open the file; see `Logs`."""
        return SqliteRooms(self.folder)

    def listen(self, told: Told) -> SqliteListening:
        """Look at the file; see `Logs`."""
        return SqliteListening(self.folder / FILE, told)


def logs_in(folder: Path, database: str = "") -> Logs:
    """Return where classes are kept; nothing is opened yet.

    Args:
        folder: The data folder.
        database: The address of a database; empty: the data folder keeps them.

    Raises:
        BadAddressError: It is no such address.
        NoDriverError: What speaks to the database is not installed.
    """
    if not database:
        return SqliteLogs(folder)
    from simulator.store.logspg import postgres_logs

    return postgres_logs(database)
