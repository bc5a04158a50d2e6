"""A kept attempt with the time of each event, read and not gone through again."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from simulator.engine import BadEventsError, Event, Started, from_json
from simulator.packs import BrokenFileError, Library, Loaded
from simulator.sessions.again import loaded_again
from simulator.sessions.errors import LostAttemptError
from simulator.store import CorruptStoreError, Kept, Store
from simulator.store.times import NEVER, moment

_LOADED: Final = 64
"""Texts that are kept ready: attempts at all scenarios are read in turns."""


class DatedTalk(Struct, frozen=True):
    """An attempt as it was kept."""

    id: str
    loaded: Loaded
    """The scenario as it was when it was played; rubric and rulebook of today."""
    events: tuple[Event, ...]
    """All of them, oldest first, what was taken back included."""
    times: tuple[datetime, ...]
    """When each was kept, aware, in UTC; none is before the one that it follows,
    whatever the clock said."""


class DatedTalks:
    """Reads attempts one by one; what they were played on is made ready once."""

    def __init__(self, library: Library, store: Store) -> None:
        """Read from a store, with the rubrics and rulebooks of a library."""
        self._library = library
        self._store = store
        self._ready: dict[tuple[str, str], Loaded] = {}

    def read(self, attempt: str) -> DatedTalk:
        """Return one attempt.

        Raises:
            NoSuchAttemptError: There is none of that id.
            LostAttemptError: What was kept of it is damaged.
            MissingRulesError: Its rubric or rulebook is gone.
            StoreError: The store cannot be read.
        """
        kept = self._store.attempt(attempt)
        try:
            times = self._store.times(attempt)
            bodies = self._store.events(attempt)[: len(times)]
            events = tuple(from_json(body) for body in bodies)
            loaded = self._loaded(kept)
        except (CorruptStoreError, BrokenFileError, BadEventsError) as error:
            raise LostAttemptError(attempt) from error
        first = events[0] if events else None
        if not isinstance(first, Started) or first.scenario != loaded.scenario.id:
            raise LostAttemptError(attempt)
        return DatedTalk(attempt, loaded, events, _in_order(kept.started_at, times))

    def _loaded(self, kept: Kept) -> Loaded:
        key = (kept.header.digest, kept.header.source)
        found = self._ready.get(key)
        if found is None:
            if len(self._ready) >= _LOADED:
                self._ready.pop(next(iter(self._ready)))
            text = self._store.text(kept.header.digest)
            found = loaded_again(self._library, text, kept.header.source)
            self._ready[key] = found
        return found


def _in_order(started: str, times: tuple[str, ...]) -> tuple[datetime, ...]:
    """Return times that never go back; a damaged one is that of the event before."""
    latest = moment(started) or NEVER
    found: list[datetime] = []
    for place, text in enumerate(times):
        at = moment(text)
        if at is not None:
            latest = max(latest, at) if place else at
        found.append(latest)
    return tuple(found)
