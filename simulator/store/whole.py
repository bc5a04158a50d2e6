"""All attempts of a data folder at once: to be copied, taken in, and erased."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from simulator.store import rows, schema
from simulator.store.database import FILE, PATIENCE, Database, Row
from simulator.store.errors import BusyStoreError
from simulator.store.opening import check_place, connect
from simulator.store.records import Kept, Log, Scored, Timed
from simulator.store.trouble import translated


class Whole(Database):
    """The attempts of one data folder, gone through one by one and never all held."""

    @contextlib.contextmanager
    def unmoved(self) -> Iterator[None]:
        """Read what stands at one moment, whatever others write meanwhile."""
        if self._connection is None:
            yield
            return
        with translated(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Write all that is put within, or nothing."""
        with self._transaction():
            yield

    @property
    def attempts(self) -> int:
        """How many attempts there are."""
        return self._count(schema.HOW_MANY)

    @property
    def rooms(self) -> int:
        """How many classes are held here."""
        return self._count(schema.HOW_MANY_ROOMS)

    def digests(self) -> tuple[str, ...]:
        """Return the digests of the texts that attempts were played on."""
        return tuple(str(row[0]) for row in self._read(schema.PLAYED_TEXTS))

    def logs(self) -> Iterator[Log]:
        """Yield every attempt, by id; one that is damaged is marked, never raised."""
        if self._connection is None:
            return
        with translated(self.path):
            for row in self._connection.execute(schema.EACH_ATTEMPT):
                yield self._log(row)

    def log(self, attempt: str) -> Log | None:
        """Return one attempt; None where there is none of that id."""
        found = self._read(schema.ATTEMPT, attempt)
        return self._log(found[0]) if found else None

    def add_text(self, digest: str, text: bytes) -> None:
        """Keep a text that attempts are played on; to be called within `writing`."""
        self._opened().execute(schema.ADD_TEXT, (digest, text))

    def put(self, log: Log) -> None:
        """Keep an attempt, of which a beginning may stand there already.

        To be called within `writing`, in which it was looked that it is a beginning.
        """
        write = self._opened().execute
        kept, header = log.kept, log.kept.header
        standing = rows.standing_values(kept.standing)
        if write(schema.ATTEMPT, (header.id,)).fetchone() is None:
            times = (kept.started_at, kept.last_at)
            values = (*rows.header_values(header), *times, *standing)
            write(schema.ADD_ATTEMPT, values)
        (length,) = write(schema.LENGTH, (header.id,)).fetchone()
        self._opened().executemany(
            schema.ADD_EVENT,
            [
                (header.id, seq, one.at, one.body["kind"], _dumped(one))
                for seq, one in enumerate(log.events[length:], length)
            ],
        )
        write(schema.UPDATE_ATTEMPT, (kept.last_at, *standing, header.id))
        if log.draft:
            write(schema.KEEP_DRAFT, (header.id, log.draft))
        else:
            write(schema.DROP_DRAFT, (header.id,))

    def scores(self, attempt: str) -> tuple[Scored, ...]:
        """Return all that an attempt was scored with, the first first.

        None while it was scored but once: that stands with the attempt itself.
        """
        found = [rows.scored(row) for row in self._read(schema.SCORES, attempt)]
        return tuple(one for one in found if one is not None)

    def rescore(self, before: Kept, after: Scored) -> bool:
        """Let other scores stand for an attempt; those before are kept beside them.

        To be called within `writing`.

        Returns:
            False where the attempt no longer stands as it did: nothing is changed.
        """
        write, name = self._opened().execute, before.header.id
        row = write(schema.ATTEMPT, (name,)).fetchone()
        if row is None or rows.kept(row) != before:
            return False
        first = Scored(
            before.last_at, before.standing.business, before.standing.key_client
        )
        there = write(schema.SCORES, (name,)).fetchone()
        for one in (after,) if there else (first, after):
            points = rows.points_values(one.business, one.key_client)
            values = (name, one.at, *points, one.rubric, one.rulebook, name)
            write(schema.ADD_SCORE, values)
        write(
            schema.SET_SCORE,
            (*rows.points_values(after.business, after.key_client), name),
        )
        return True

    def erase(self) -> None:
        """Erase everything of the one who plays here; no byte of it stays in the file.

        Classes that are held here stay, with the texts they are held with. Whatever
        ends the program in the midst: doing it again finishes it.

        Raises:
            BusyStoreError: Another program reads the file; do it again.
            StoreError: It could not be done.
        """
        with translated(self.path):
            self._opened().execute(schema.FORGET)
        with self._transaction() as connection:
            connection.execute(schema.LATE_KEYS)
            for (name,) in connection.execute(schema.NAMES).fetchall():
                if name not in schema.NOBODYS and not name.startswith("sqlite_"):
                    connection.execute(schema.CLEAR.format(table=_quoted(name)))
            connection.execute(schema.CLEAR_TEXTS)
        with translated(self.path):
            # Rows have moved between pages while the tables grew, and left copies.
            self._opened().execute(schema.PACK)
            (busy, *_) = self._opened().execute(schema.EMPTY_LOG).fetchone()
        if busy:
            raise BusyStoreError(self.path)

    def copy_to(self, path: Path) -> None:
        """Write the whole file as it stands at one moment, while others go on.

        Args:
            path: Where to; what is there is written over, so name a file of its own.

        Raises:
            StoreError: The store cannot be read, or the copy not written.
        """
        source = self._opened()
        with translated(path), contextlib.closing(sqlite3.connect(path)) as copy:
            source.backup(copy)
            # A copy is one file: without this it would come with a log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")

    def _log(self, row: Row) -> Log:
        kept = rows.kept(row)
        found = self._opened().execute(schema.TIMED_EVENTS, (row[0],)).fetchall()
        drafts = self._opened().execute(schema.DRAFT, (row[0],)).fetchall()
        draft = next((str(one[0]) for one in drafts), "")
        bodies = rows.bodies_of([text for _, _, text in found])
        if bodies is None or [one[0] for one in found] != list(range(len(found))):
            return Log(rows.damaged(kept), (), draft)
        pairs = zip(found, bodies, strict=True)
        return Log(
            kept, tuple([Timed(str(at), body) for (_, at, _), body in pairs]), draft
        )

    def _count(self, statement: str) -> int:
        return next((int(row[0]) for row in self._read(statement)), 0)


def open_whole(folder: Path) -> Whole:
    """Open the store of a data folder, to go through all of it.

    Args:
        folder: The data folder; need not be there, and is not made by reading.

    Raises:
        StoreError: It cannot be used; says why and what to do.
    """
    path = folder / FILE
    with translated(path):
        there = path.exists()
    if there:
        return Whole(path, connect(path, PATIENCE))
    check_place(folder)
    return Whole(path)


def _dumped(event: Timed) -> str:
    return json.dumps(event.body, ensure_ascii=False)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
