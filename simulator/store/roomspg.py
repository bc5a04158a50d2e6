"""The log of classes on PostgreSQL, for any number of servers at the same time.

Whoever writes to a class holds its row until he has committed, so its entries have one
order without a gap, and a key that was sent to two servers stands there once. What is
written is told to all servers by the same commit.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from simulator.store import schemapg
from simulator.store.errors import (
    CorruptDatabaseError,
    DatabaseAwayError,
    NoSuchRoomError,
    TakenCodeError,
)
from simulator.store.openingpg import Address, connect
from simulator.store.rooms import Entry, Note, RoomHeader
from simulator.store.rows import body_of, is_text
from simulator.store.troublepg import translated

if TYPE_CHECKING:
    from simulator.store.openingpg import Connection

Found = TypeVar("Found")
Row = tuple[Any, ...]
_Key = tuple[str, str]
"""The id of a class, and a key in it."""


class PostgresRooms:
    """The classes of one database. To be used by one thread at a time.

    A connection that was lost is made anew at the next use. All that is done here may
    be done twice, so what was under way when it was lost is tried once more at once.
    """

    def __init__(self, address: Address) -> None:
        """Connect, and bring the tables up to date.

        Raises:
            StoreError: The database cannot be used; says why and what to do.
        """
        self._address = address
        self._connection: Connection | None = connect(address)

    def open_room(self, header: RoomHeader, texts: Sequence[bytes]) -> None:
        """Keep a new class; see `RoomLog`."""
        self._done(lambda connection: self._opened(connection, header, texts))

    def room(self, name: str) -> RoomHeader | None:
        """Return the class of an id; see `RoomLog`."""
        return next(self._rooms(schemapg.ROOM, name), None)

    def with_code(self, code: str) -> RoomHeader | None:
        """Return the class of a code; see `RoomLog`."""
        return next(self._rooms(schemapg.ROOM_OF_CODE, code), None)

    def rooms(self) -> tuple[RoomHeader, ...]:
        """Return all classes; see `RoomLog`."""
        return tuple(self._rooms(schemapg.ROOMS))

    def text(self, digest: str) -> bytes:
        """Return a file that a class is held with; see `RoomLog`."""
        for (body,) in self._read(schemapg.TEXT, digest):
            if is_text(body, digest):
                return bytes(body)
        raise CorruptDatabaseError(self._address.shown)

    def add(self, notes: Sequence[Note], at: str) -> tuple[Entry, ...]:
        """Keep notes; see `RoomLog`."""
        return self._done(lambda connection: self._added(connection, notes, at))

    def entries(self, room: str, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of a class; see `RoomLog`."""
        rows = self._read(schemapg.ENTRIES, room, after)
        found = tuple([self._entry(row) for row in rows])
        if any(one.seq != place for place, one in enumerate(found, after + 1)):
            raise CorruptDatabaseError(self._address.shown)
        return found

    def erase(self, room: str, stead: Sequence[Entry]) -> None:
        """Put other entries in place of some, and write the table anew; see `RoomLog`.

        What the database keeps besides (its write-ahead log until that is recycled,
        replicas, backups) is up to whoever looks after it.
        """
        self._done(lambda connection: self._erased(connection, room, stead))

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(
        self, connection: "Connection", header: RoomHeader, texts: Sequence[bytes]
    ) -> None:
        by_digest = {hashlib.sha256(text).hexdigest(): text for text in texts}
        body = json.dumps(header.body, ensure_ascii=False)
        with connection.transaction():
            for kept in sorted(by_digest.items()):
                connection.execute(schemapg.ADD_TEXT, kept)
            values = (header.id, header.code, header.opened_at, body)
            if connection.execute(schemapg.ADD_ROOM, values).rowcount:
                return
            row = connection.execute(schemapg.ROOM, (header.id,)).fetchone()
            if row is None or row != values:
                raise TakenCodeError(self._address.shown)

    def _added(
        self, connection: "Connection", notes: Sequence[Note], at: str
    ) -> tuple[Entry, ...]:
        with connection.transaction():
            last = self._locked(connection, notes)
            found = self._there(connection, notes)
            fresh: list[tuple[str, int, str, str, str]] = []
            for note in notes:
                if (note.room, note.key) not in found:
                    last[note.room] += 1
                    entry = Entry(last[note.room], note.key, at, note.body)
                    found[note.room, note.key] = entry
                    body = json.dumps(note.body, ensure_ascii=False)
                    fresh.append((note.room, entry.seq, note.key, at, body))
            self._write(connection, fresh)
        return tuple([found[note.room, note.key] for note in notes])

    def _locked(
        self, connection: "Connection", notes: Iterable[Note]
    ) -> dict[str, int]:
        """Hold classes, in one order everywhere; return the last places of their logs.

        The places are read after the classes are held: who held them before has
        written by then.
        """
        names = sorted({note.room for note in notes})
        held = [row[0] for row in connection.execute(schemapg.LOCK_ROOMS, (names,))]
        for name in names:
            if name not in held:
                raise NoSuchRoomError(self._address.shown, room=name)
        rows = connection.execute(schemapg.LAST_ENTRIES, (names,)).fetchall()
        return {str(name): int(seq) for name, seq in rows}

    def _there(
        self, connection: "Connection", notes: Sequence[Note]
    ) -> dict[_Key, Entry]:
        """Return the entries that stand there already."""
        asked = sorted({(note.room, note.key) for note in notes})
        columns = ([room for room, _ in asked], [key for _, key in asked])
        rows = connection.execute(schemapg.ENTRIES_OF_KEYS, columns).fetchall()
        return {(row[0], row[2]): self._entry(row[1:]) for row in rows}

    def _write(
        self, connection: "Connection", fresh: Sequence[tuple[str, int, str, str, str]]
    ) -> None:
        """Write entries, and have all servers told once it is committed."""
        if not fresh:
            return
        with connection.cursor() as cursor:
            cursor.executemany(schemapg.ADD_ENTRY, fresh)
        rooms = sorted({room for room, *_ in fresh})
        connection.execute(schemapg.TELL, (schemapg.CHANNEL, rooms))

    def _erased(
        self, connection: "Connection", room: str, stead: Sequence[Entry]
    ) -> None:
        with connection.transaction():
            connection.execute(schemapg.LOCK_ROOMS, ([room],))
            for entry in stead:
                body = json.dumps(entry.body, ensure_ascii=False)
                values = (entry.key, body, room, entry.seq)
                connection.execute(schemapg.REPLACE_ENTRY, values)
            connection.execute(schemapg.TELL, (schemapg.CHANNEL, [room]))
        connection.execute(schemapg.PACK)

    def _rooms(self, statement: str, *values: str) -> Iterator[RoomHeader]:
        for name, code, opened_at, body in self._read(statement, *values):
            yield RoomHeader(name, code, opened_at, self._body(body))

    def _read(self, statement: str, *values: str | int) -> list[Row]:
        return self._done(
            lambda connection: connection.execute(statement, values).fetchall()
        )

    def _entry(self, row: Row) -> Entry:
        seq, key, at, body = row
        return Entry(seq, key, at, self._body(body))

    def _body(self, text: str) -> Mapping[str, object]:
        body = body_of(text)
        if body is None:
            raise CorruptDatabaseError(self._address.shown)
        return body

    def _done(self, work: "Callable[[Connection], Found]") -> Found:
        """Do something; once more, where the connection had been lost meanwhile."""
        fresh = self._connection is None
        try:
            return self._tried(work)
        except DatabaseAwayError:
            if fresh:
                raise
        return self._tried(work)

    def _tried(self, work: "Callable[[Connection], Found]") -> Found:
        if self._connection is None:
            self._connection = connect(self._address)
        try:
            with translated(self._address.shown):
                return work(self._connection)
        except DatabaseAwayError:
            self.close()
            raise
