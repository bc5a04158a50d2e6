"""Attempts one by one as statements; what cannot be read is counted and passed over."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from simulator.engine import BadEventsError
from simulator.reports.xapi import Actor, Statement, statements
from simulator.sessions.dated import DatedTalks
from simulator.sessions.errors import SessionError


class Told(Struct):
    """Attempts on their way to somebody."""

    talks: DatedTalks
    actor: Actor
    one_more: Callable[[int], object]
    """Told after each attempt, for those who wait."""
    unreadable: list[str] = []

    def each(self, attempts: Iterable[str]) -> Iterator[Sequence[Statement]]:
        """Yield the statements of each attempt that can be read."""
        for attempt in attempts:
            try:
                found = list(statements(self.talks.read(attempt), self.actor))
            except (SessionError, BadEventsError):
                self.unreadable.append(attempt)
            else:
                yield found
            self.one_more(1)
