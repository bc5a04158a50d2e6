"""The log of classes on SQLite, in the file where attempts are kept, too."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.store import schema
from simulator.store.database import FILE, Database, Row
from simulator.store.errors import (
    BusyStoreError,
    CorruptStoreError,
    NoSuchRoomError,
    TakenCodeError,
)
from simulator.store.rooms import Entry, Note, RoomHeader
from simulator.store.trouble import translated


class SqliteRooms(Database):
    """The classes of one data folder. To be used by one thread, which opens it."""

    def __init__(self, folder: Path) -> None:
        """Open the file; it is made if there is none.

        Raises:
            StoreError: It cannot be used; says why and what to do.
        """
        super().__init__(folder / FILE)
        self._opened()

    def open_room(self, header: RoomHeader, texts: Sequence[bytes]) -> None:
        """Keep a new class; see `RoomLog`."""
        with self._transaction() as connection:
            for text in texts:
                digest = hashlib.sha256(text).hexdigest()
                connection.execute(schema.ADD_TEXT, (digest, text))
            if connection.execute(schema.ROOM_OF_CODE, (header.code,)).fetchone():
                raise TakenCodeError(self.path)
            body = json.dumps(header.body, ensure_ascii=False)
            values = (header.id, header.code, header.opened_at, body)
            connection.execute(schema.ADD_ROOM, values)

    def room(self, name: str) -> RoomHeader | None:
        """Return the class of an id; see `RoomLog`."""
        return next(self._rooms(schema.ROOM, name), None)

    def with_code(self, code: str) -> RoomHeader | None:
        """Return the class of a code; see `RoomLog`."""
        return next(self._rooms(schema.ROOM_OF_CODE, code), None)

    def rooms(self) -> tuple[RoomHeader, ...]:
        """Return all classes; see `RoomLog`."""
        return tuple(self._rooms(schema.ROOMS))

    def add(self, notes: Sequence[Note], at: str) -> tuple[Entry, ...]:
        """Keep notes; see `RoomLog`."""
        with self._transaction() as connection:
            return tuple([self._added(connection, note, at) for note in notes])

    def entries(self, room: str, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of a class; see `RoomLog`."""
        rows = self._read(schema.ENTRIES, room, after)
        found = tuple([self._entry(row) for row in rows])
        if any(one.seq != place for place, one in enumerate(found, after + 1)):
            raise CorruptStoreError(self.path)
        return found

    def erase(self, room: str, stead: Sequence[Entry]) -> None:
        """Put other entries in place of some; see `RoomLog`."""
        self._opened().execute(schema.FORGET)
        with self._transaction() as connection:
            for entry in stead:
                body = json.dumps(entry.body, ensure_ascii=False)
                values = (entry.key, body, room, entry.seq)
                connection.execute(schema.REPLACE_ENTRY, values)
        with translated(self.path):
            # Rows have moved between pages while the table grew, and left copies.
            self._opened().execute(schema.PACK)
            (busy, *_) = self._opened().execute(schema.EMPTY_LOG).fetchone()
        if busy:
            raise BusyStoreError(self.path)

    def _added(self, connection: sqlite3.Connection, note: Note, at: str) -> Entry:
        there = connection.execute(schema.ENTRY_OF_KEY, (note.room, note.key))
        found = there.fetchone()
        if found is not None:
            return self._entry(found)
        if connection.execute(schema.ROOM, (note.room,)).fetchone() is None:
            raise NoSuchRoomError(self.path, room=note.room)
        (last,) = connection.execute(schema.LAST_ENTRY, (note.room,)).fetchone()
        entry = Entry(int(last) + 1, note.key, at, note.body)
        body = json.dumps(note.body, ensure_ascii=False)
        values = (note.room, entry.seq, note.key, at, body)
        connection.execute(schema.ADD_ENTRY, values)
        return entry

    def _rooms(self, statement: str, *values: str) -> Iterator[RoomHeader]:
        for name, code, opened_at, body in self._read(statement, *values):
            yield RoomHeader(name, code, opened_at, self._body(body))

    def _entry(self, row: Row) -> Entry:
        seq, key, at, body = row
        return Entry(seq, key, at, self._body(body))
