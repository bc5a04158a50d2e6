"""Gather what progress is told from: attempts, their cards, what is on the shelf.

However many attempts there are, only the last few are played again, and those once.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from scoring.principles import Principle
from simulator.packs import Entry, Library, PackError
from simulator.packs.files import read_file
from simulator.packs.stakes import shipped_stakes, stake_of
from simulator.reports.progress import (
    Glance,
    OnShelf,
    PlayedTalk,
    Progress,
    progress,
)
from simulator.sessions.cards import cards, spent
from simulator.sessions.retests import Sitting, due, latest_retest, sittings
from simulator.sessions.summary import Summary, summary
from simulator.sessions.usecases import Sessions
from simulator.store import Card, Store, StoreError

if TYPE_CHECKING:
    from simulator.reports.retest import BeforeAfter

LOOKED_AT: Final = 200
"""Finished talks, the last ones, of which levels are shown."""
MADE: Final = 40
"""Talks that are played again at most, to learn their levels."""
READ: Final = 3
"""Scenarios that are read for it at most."""


class Period(Struct, frozen=True):
    """Days, both ends included; None is no end."""

    first: date | None = None
    last: date | None = None

    def holds(self, on: date) -> bool:
        """Tell whether a day lies in it."""
        return (self.first is None or self.first <= on) and (
            self.last is None or on <= self.last
        )


class Offer(Struct, frozen=True):
    """A scenario that was finished a week ago or longer: before and after."""

    scenario: str
    title: str
    on: date
    """The day it was finished last."""


class Told(Struct, frozen=True):
    """Progress, with what the principles are called."""

    progress: Progress
    titles: Mapping[Principle, str]
    offer: Offer | None = None
    """What is worth playing again as an exam."""
    before_after: "BeforeAfter | None" = None
    """The exam last held again after a week."""


def progress_of(
    sessions: Sessions, language: str, today: date, period: Period | None = None
) -> Told:
    """Gather everything that is told of a person's talks.

    Args:
        sessions: The use cases.
        language: Of titles.
        today: The day it is where the person is.
        period: Only talks last played on these days; None: all.

    Raises:
        StoreError: The store cannot be read.
    """
    period = period or Period()
    store = sessions.store
    every = list(_glances(store)) if store else []
    glances = [one for one in every if period.holds(one.on)]
    last = [one for one in glances if one.finished][-LOOKED_AT:]
    shelf = _Shelf(sessions)
    told = progress(glances, _talks(sessions, last), shelf.scenarios(language), today)
    held = sittings(sessions)
    return Told(
        told,
        shelf.titles(language),
        offered(sessions.library, held, language, today),
        _before_after(sessions, held, language),
    )


def _before_after(
    sessions: Sessions, held: Sequence[Sitting], language: str
) -> "BeforeAfter | None":
    found = latest_retest(held)
    if found is None:
        return None
    from simulator.reports.retest import before_after

    return before_after(sessions, found, language)


def offered(
    library: Library, held: Sequence[Sitting], language: str, today: date
) -> Offer | None:
    """Return the scenario that is worth playing again as an exam; None for none.

    Args:
        library: What can be played.
        held: What `sittings` returned.
        language: Of the title.
        today: The day it is where the person is.
    """
    found = due(held, today)
    if found is None:
        return None
    entries = library.scenarios(language)
    named = (one.title for one in entries if one.id == found.scenario)
    title = next(named, None)
    return Offer(found.scenario, title, found.on) if title else None


def _glances(store: Store) -> Iterator[Glance]:
    """Yield all attempts, oldest first; damaged ones are passed over."""
    seconds = store.seconds()
    for name, scenario, title, start, end, turns, over, *points in store.glances():
        try:
            ended, took = datetime.fromisoformat(end), seconds.get(name)
            if took is None:
                took = spent(datetime.fromisoformat(start), ended, turns)
            yield Glance(
                name,
                scenario,
                title,
                ended.astimezone().date(),
                took,
                bool(over),
                _nearly(points[0]),
                _nearly(points[1]),
            )
        except (ValueError, TypeError, ZeroDivisionError):
            continue


@lru_cache(4_096)
def _nearly(points: str | None) -> float | None:
    """Return a fraction as a number; much quicker than making it an exact one.

    Remembered, since talks come to the same scores again and again.
    """
    if points is None:
        return None
    above, _, below = points.partition("/")
    return int(above) / int(below or 1)


def _talks(sessions: Sessions, glances: Sequence[Glance]) -> list[PlayedTalk]:
    """Return finished attempts with their levels, in the order given."""
    if sessions.store is None:
        return []
    found = sessions.store.several([one.attempt for one in glances])
    several = [summary(found[one.attempt]) for one in glances if one.attempt in found]
    known = cards(sessions, several[::-1], MADE, READ)
    days = {one.attempt: one.on for one in glances}
    return [_talk(one, days[one.id], known.get(one.id)) for one in several]


def _talk(one: Summary, on: date, card: Card | None) -> PlayedTalk:
    levels = None
    if card is not None:
        levels = {Principle(name): level for name, level in card.levels.items()}
    return PlayedTalk(
        attempt=one.id,
        scenario=one.scenario,
        title=one.title,
        mode=one.mode,
        on=on,
        outcome=one.outcome,
        business=one.business,
        key_client=one.key_client,
        levels=levels,
        rubric=card.rubric if card else "",
    )


class _Shelf:
    """What can be played; a file that has not changed is not made sense of again."""

    def __init__(self, sessions: Sessions) -> None:
        self._library: Library = sessions.library
        self._store = sessions.store
        found = sessions.store.stakes() if sessions.store else {}
        self._known = shipped_stakes() | found
        self._fresh: dict[str, str] = {}
        self._rubric = ""

    def scenarios(self, language: str) -> tuple[OnShelf, ...]:
        found = [self._on_shelf(one) for one in self._library.scenarios(language)]
        if self._store is not None:
            with suppress(StoreError):  # it can be found out again
                self._store.keep_stakes(self._fresh)
        return tuple(one for one in found if one is not None)

    def titles(self, language: str) -> dict[Principle, str]:
        """Return what the rubric of the shelf calls the principles."""
        try:
            principles = self._library.rubric(self._rubric).principles
        except PackError:
            return dict.fromkeys(Principle, "")
        return {one: principles[one].title.get(language, "") for one in Principle}

    def _on_shelf(self, entry: Entry) -> OnShelf | None:
        try:
            digest = hashlib.sha256(read_file(entry.path)).hexdigest()
            body = self._known.get(digest) or self._looked_at(entry, digest)
            names = body["principles"]
            at_stake = tuple(map(Principle, names if isinstance(names, list) else ()))
        except (PackError, KeyError, ValueError):
            return None
        self._rubric = self._rubric or str(body.get("rubric", ""))
        return OnShelf(entry.id, entry.title, entry.difficulty, entry.minutes, at_stake)

    def _looked_at(self, entry: Entry, digest: str) -> Mapping[str, object]:
        body = stake_of(self._library.load_file(entry.path, entry.id).scenario)
        self._fresh[digest] = json.dumps(body)
        return body
