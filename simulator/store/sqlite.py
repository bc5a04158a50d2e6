"""The store on SQLite: append-only, committed before it answers.

Write-ahead log and `synchronous=FULL`: what was acknowledged survives a killed
program and a power cut. Writers wait for each other; an event's place in its
attempt is unique, so two windows on one talk cannot overwrite each other.
"""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.store import rows, schema
from simulator.store.database import FILE, PATIENCE
from simulator.store.drills import DrillLog
from simulator.store.errors import (
    CorruptStoreError,
    NoSuchAttemptError,
    TakenElsewhereError,
)
from simulator.store.lookups import Lookups
from simulator.store.opening import check_place, connect
from simulator.store.records import Body, Header, Kept, Standing
from simulator.store.trouble import translated

SQLITE_VERSION: Final = sqlite3.sqlite_version
"""The version of SQLite itself."""


class Store(DrillLog, Lookups):
    """The attempts of one data folder; its file is made by the first that is kept."""

    def create(
        self,
        header: Header,
        text: bytes,
        events: Sequence[Body],
        standing: Standing,
        at: str,
    ) -> None:
        """Keep a new attempt with its first events; returns once committed.

        Doing the same again changes nothing; one that is kept already and goes on
        with these events is continued.

        Raises:
            TakenElsewhereError: Other events stand under this id already.
            StoreError: It could not be kept; nothing was changed.
        """
        with self._transaction() as connection:
            connection.execute(schema.ADD_TEXT, (header.digest, text))
            if _row(connection, header.id) is None:
                fresh = Kept(header, standing, at, at)
                connection.execute(schema.ADD_ATTEMPT, rows.attempt_values(fresh))
            self._add(connection, header.id, 0, events, standing, at)

    def append(
        self,
        attempt: str,
        first: int,
        events: Sequence[Body],
        standing: Standing,
        at: str,
    ) -> None:
        """Keep further events; returns once committed.

        Events that stand there already are kept once: trying again is safe.

        Args:
            attempt: The attempt's id.
            first: The place of the first of these events, counted from 0.
            events: Oldest first.
            standing: Where the attempt stands after them.
            at: ISO 8601, UTC.

        Raises:
            TakenElsewhereError: Other events stand at these places already.
            NoSuchAttemptError: The attempt, or what came before, is not there.
            StoreError: They could not be kept; nothing was changed.
        """
        with self._transaction() as connection:
            (length,) = connection.execute(schema.LENGTH, (attempt,)).fetchone()
            if length < first or _row(connection, attempt) is None:
                raise NoSuchAttemptError(self.path, attempt=attempt)
            self._add(connection, attempt, first, events, standing, at)

    def keep_draft(self, attempt: str, text: str) -> None:
        """Keep words that have not been sent yet; empty ones are forgotten.

        Raises:
            StoreError: They could not be kept, or there is no such attempt.
        """
        with self._transaction() as connection:
            if not text:
                connection.execute(schema.DROP_DRAFT, (attempt,))
            elif _row(connection, attempt) is None:
                raise NoSuchAttemptError(self.path, attempt=attempt)
            else:
                connection.execute(schema.KEEP_DRAFT, (attempt, text))

    def draft(self, attempt: str) -> str:
        """Return the words that have not been sent yet; empty when there are none."""
        return next((str(row[0]) for row in self._read(schema.DRAFT, attempt)), "")

    def events(self, attempt: str) -> tuple[dict[str, object], ...]:
        """Return an attempt's events, oldest first; none for an unknown id.

        Raises:
            CorruptStoreError: Some are missing or damaged.
        """
        found = self._read(schema.EVENTS, attempt)
        if [row[0] for row in found] != list(range(len(found))):
            raise CorruptStoreError(self.path)
        return tuple(self._body(row[1]) for row in found)

    def times(self, attempt: str) -> tuple[str, ...]:
        """Return when each of an attempt's events was kept, oldest first, ISO 8601."""
        return tuple(str(at) for (at,) in self._read(schema.TIMES, attempt))

    def attempt(self, attempt: str) -> Kept:
        """Return one attempt.

        Raises:
            NoSuchAttemptError: There is none of that id.
        """
        for row in self._read(schema.ATTEMPT, attempt):
            return rows.kept(row)
        raise NoSuchAttemptError(self.path, attempt=attempt)

    def attempts(self) -> tuple[Kept, ...]:
        """Return all attempts, the one last played first."""
        return tuple(rows.kept(row) for row in self._read(schema.ATTEMPTS))

    def check(self) -> None:
        """Read the whole file over.

        Raises:
            CorruptStoreError: It is damaged.
        """
        for (told,) in self._read("PRAGMA integrity_check(1)"):
            if told != "ok":
                raise CorruptStoreError(self.path)
        for (digest,) in self._read(schema.DIGESTS):
            self.text(digest)

    @property
    def journal(self) -> str | None:
        """How commits are made to last: `wal`, or `delete` where a log can't be used.

        None while there is no file.
        """
        return next((str(row[0]) for row in self._read("PRAGMA journal_mode")), None)

    def _add(
        self,
        connection: sqlite3.Connection,
        attempt: str,
        first: int,
        events: Sequence[Body],
        standing: Standing,
        at: str,
    ) -> None:
        """Add the events that are not there yet; with none, nothing is changed."""
        bodies = [json.dumps(event, ensure_ascii=False) for event in events]
        there = connection.execute(
            schema.EVENTS_FROM, (attempt, first, len(bodies))
        ).fetchall()
        if [row[0] for row in there] != bodies[: len(there)]:
            raise TakenElsewhereError(self.path)
        fresh = range(len(there), len(bodies))
        if not fresh:
            return
        connection.executemany(
            schema.ADD_EVENT,
            [(attempt, first + n, at, events[n]["kind"], bodies[n]) for n in fresh],
        )
        values = (at, *rows.standing_values(standing), attempt)
        connection.execute(schema.UPDATE_ATTEMPT, values)


def open_store(folder: Path) -> Store:
    """Open the store of a data folder. Nothing is made before the first is kept.

    Args:
        folder: The data folder; need not be there.

    Raises:
        StoreError: It cannot be used; says why and what to do.
    """
    path = folder / FILE
    with translated(path):
        there = path.exists()
    if there:
        return Store(path, connect(path, PATIENCE))
    check_place(folder)
    return Store(path)


def _row(connection: sqlite3.Connection, attempt: str) -> rows.Row | None:
    found: rows.Row | None = connection.execute(schema.ATTEMPT, (attempt,)).fetchone()
    return found
