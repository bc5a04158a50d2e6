"""All attempts of a data folder at once: to be copied, taken in, and erased."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from simulator.store import rows, schema
from simulator.store.besides import Besides
from simulator.store.database import FILE, PATIENCE, Row
from simulator.store.errors import BusyStoreError
from simulator.store.opening import check_place, connect
from simulator.store.records import Correction, Kept, Log, Scored, Timed
from simulator.store.trouble import translated


class Whole(Besides):
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
            write(schema.ADD_ATTEMPT, rows.attempt_values(kept))
        (length,) = write(schema.LENGTH, (header.id,)).fetchone()
        self._opened().executemany(
            schema.ADD_EVENT,
            [
                (header.id, seq, one.at, one.body["kind"], _dumped(one))
                for seq, one in enumerate(log.events[length:], length)
            ],
        )
        write(schema.UPDATE_ATTEMPT, (kept.last_at, *standing, header.id))
        self.add_said(log)
        if log.draft:
            write(schema.KEEP_DRAFT, (header.id, log.draft))
        else:
            write(schema.DROP_DRAFT, (header.id,))

    def add_said(self, log: Log) -> None:
        """Keep scores and corrections of an attempt that are not kept yet.

        To be called within `writing`.
        """
        name = log.kept.header.id
        if log.scores:
            there = self.scores(name)
            for score in log.scores:
                if score not in there:
                    self._add_score(name, score)
        if log.corrections:
            known = self.corrections(name)
            for one in log.corrections:
                if one not in known:
                    self.correct(name, one)

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
        standing = before.standing
        first = Scored(before.last_at, standing.business, standing.key_client)
        told = self.scores(name)
        noted = told and rows.points_of(told[-1]) == rows.points_of(first)
        for one in (after,) if noted else (first, after):
            self._add_score(name, one)
        write(schema.SET_SCORE, (*rows.points_of(after), name))
        return True

    def _add_score(self, attempt: str, one: Scored) -> None:
        values = (attempt, one.at, *rows.points_of(one), one.rubric, one.rulebook)
        self._opened().execute(schema.ADD_SCORE, (*values, attempt))

    def corrections(self, attempt: str) -> tuple[Correction, ...]:
        """Return what was said of an attempt's readings, place by place, first first.

        One that is damaged is left out.
        """
        found = self._read(schema.CORRECTIONS, attempt)
        bodies = [(row, rows.body_of(row[3])) for row in found]
        return tuple(
            Correction(place, str(at), str(who), body)
            for (place, at, who, _), body in bodies
            if body is not None and isinstance(place, int)
        )

    def correct(self, attempt: str, one: Correction) -> None:
        """Keep a correction beside those before it; to be called within `writing`."""
        body = json.dumps(one.body, ensure_ascii=False)
        values = (attempt, one.place, one.at, one.who, body, attempt, one.place)
        self._opened().execute(schema.ADD_CORRECTION, values)

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
        name = kept.header.id
        said = self.scores(name), self.corrections(name)
        pairs = zip(found, bodies, strict=True)
        events = tuple([Timed(str(at), body) for (_, at, _), body in pairs])
        return Log(kept, events, draft, *said)

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
