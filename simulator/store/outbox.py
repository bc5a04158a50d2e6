"""What has been taken where: statements of attempts, sent to a record store.

Nothing that waits is kept here: it is made again from the events, which are only
ever added to. What is kept is how many of an attempt's events have arrived, and
which single statements were refused.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from simulator.store import schema
from simulator.store.database import FILE, Database

_PAGE: Final = 200
"""Attempts that are looked up at a time."""


class Settled(Struct, frozen=True):
    """What became of one statement."""

    attempt: str
    statement: str
    events: int
    """With this statement and those before it, so many of the attempt's events, from
    the first, have been dealt with."""
    why: str | None = None
    """Why it was refused, in the words of whoever did; None: it was taken."""


class Outbox(Database):
    """What each target has taken. To be used by one thread, which opens it."""

    def __init__(self, folder: Path) -> None:
        """Open the file of a data folder; it is made if there is none.

        Raises:
            StoreError: It cannot be used; says why and what to do.
        """
        super().__init__(folder / FILE)
        self._opened()

    def installation(self, fresh: str) -> str:
        """Return the id of this data folder, the same for ever.

        Args:
            fresh: Becomes the id where there is none yet.

        Raises:
            StoreError: It cannot be kept.
        """
        for (known,) in self._read(schema.INSTALLATION):
            return str(known)
        with self._transaction() as connection:
            connection.execute(schema.ADD_INSTALLATION, (fresh,))
            (known,) = connection.execute(schema.INSTALLATION).fetchone()
        return str(known)

    def count_played(self, since: str) -> int:
        """Return how many attempts were played at a moment or later; see `played`."""
        return int(self._read(schema.COUNT_PLAYED, since)[0][0])

    def played(self, since: str) -> Iterator[str]:
        """Yield the ids of attempts played at a moment or later, the oldest first.

        Args:
            since: ISO 8601, UTC; empty: all.
        """
        yield from self._pages(schema.PLAYED, since)

    def count_waiting(self, target: str, since: str) -> int:
        """Return how many attempts `waiting` yields."""
        rows = self._read(schema.COUNT_WAITING, target, since, target)
        return int(rows[0][0])

    def waiting(self, target: str, since: str) -> Iterator[str]:
        """Yield the ids of attempts of which a target has not taken everything.

        Args:
            target: An address.
            since: As for `played`.
        """
        yield from self._pages(schema.WAITING, target, since, target)

    def acknowledged(self, target: str, attempt: str) -> int:
        """Return how many of an attempt's events a target has, from the first."""
        rows = self._read(schema.ACKNOWLEDGED, target, attempt)
        return int(rows[0][0]) if rows else 0

    def refused(self, target: str, attempt: str) -> frozenset[str]:
        """Return the ids of an attempt's statements that a target has refused."""
        rows = self._read(schema.REFUSED, target, attempt)
        return frozenset(str(row[0]) for row in rows)

    def count_refused(self, target: str) -> int:
        """Return how many statements a target has refused and not taken since."""
        return int(self._read(schema.COUNT_REFUSED, target)[0][0])

    def settle(self, target: str, outcomes: Sequence[Settled]) -> None:
        """Keep what became of statements; returns once committed.

        Raises:
            StoreError: It could not be kept; nothing was changed.
        """
        with self._transaction() as connection:
            for one in outcomes:
                key = (target, one.attempt, one.statement)
                if one.why is None:
                    connection.execute(schema.TAKEN, key)
                else:
                    connection.execute(schema.REFUSE, (*key, one.why))
            reached = {one.attempt: one.events for one in outcomes}
            connection.executemany(
                schema.ACKNOWLEDGE,
                [(target, attempt, events) for attempt, events in reached.items()],
            )

    def _pages(self, statement: str, *values: str) -> Iterator[str]:
        last = ""
        while rows := self._read(statement, *values, last, _PAGE):
            for (name,) in rows:
                yield str(name)
            last = str(rows[-1][0])
