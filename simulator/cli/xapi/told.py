"""Attempts one by one as statements; what cannot be read is counted and passed over."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from simulator.reports.xapi import Actor, Statement, statements
from simulator.sessions import DatedTalk, DatedTalks, SessionError


@dataclass(slots=True)
class Told:
    """Attempts on their way to somebody."""

    talks: DatedTalks
    actor: Actor
    one_more: Callable[[int], object]
    """Told after each attempt, for those who wait."""
    attempts: int = 0
    """Read so far."""
    unreadable: list[str] = field(default_factory=list[str])

    def statements(self, attempts: Iterable[str]) -> Iterator[Statement]:
        """Yield all statements of attempts."""
        for talk in self.each(attempts):
            yield from statements(talk, self.actor)

    def each(self, attempts: Iterable[str]) -> Iterator[DatedTalk]:
        """Yield the attempts that can be read."""
        for attempt in attempts:
            try:
                talk = self.talks.read(attempt)
            except SessionError:
                self.unreadable.append(attempt)
            else:
                self.attempts += 1
                yield talk
            self.one_more(1)
