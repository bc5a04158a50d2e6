"""What finished talks came to, principle by principle: worked out once, then kept."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from typing import Final

from scoring.scorecard import score
from simulator.engine import BadEventsError, talk_of
from simulator.packs import Loaded, PackError
from simulator.sessions.past import gone_through
from simulator.sessions.summary import Summary
from simulator.sessions.usecases import Sessions
from simulator.store import Card, Header, Store, StoreError

PAUSE: Final = 300
"""Seconds: what is longer between two answers was spent on something else."""


def cards(
    sessions: Sessions, talks: Sequence[Summary], most: int, texts: int
) -> dict[str, Card]:
    """Return the cards of finished talks; those that cannot be read are left out.

    Args:
        sessions: Where they are kept. Cards that are made are kept there, too.
        talks: Finished talks, the ones to be looked at first in front.
        most: How many cards are made at most: each takes playing a talk again.
        texts: How many scenarios are read at most for it, which takes longer than
            playing; talks of others are left for later.

    Raises:
        StoreError: The store cannot be read.
    """
    store = sessions.store
    if store is None:
        return {}
    kept = store.cards([one.id for one in talks])
    found = {o.id: kept[o.id] for o in talks if _is_of(kept.get(o.id), o)}
    lacking = [one for one in talks if one.id not in found and one.readable]
    maker = _Maker(sessions, store, texts)
    made = [card for one in lacking[:most] for card in (maker.card(one),) if card]
    with suppress(StoreError):  # they can be made again
        store.keep_cards(made)
    return found | {card.attempt: card for card in made}


def spent(begun: datetime, ended: datetime, turns: int) -> int:
    """Return the seconds spent on a talk without a card, as far as can be reckoned.

    Args:
        begun: When its first answer was kept.
        ended: When its last was.
        turns: Answers that count; none takes longer than a pause.
    """
    return max(0, min(int((ended - begun).total_seconds()), PAUSE * turns))


def seconds_between(moments: Sequence[str]) -> int:
    """Add up the time between events, long pauses held to `PAUSE`.

    Args:
        moments: ISO 8601, oldest first; a damaged one ends nothing and begins nothing.
    """
    times: list[datetime] = []
    for moment in moments:
        with suppress(ValueError):
            times.append(datetime.fromisoformat(moment))
    gaps = ((later - one).total_seconds() for one, later in pairwise(times))
    return int(sum(min(max(gap, 0), PAUSE) for gap in gaps))


def _is_of(card: Card | None, talk: Summary) -> bool:
    return card is not None and card.stamp == talk.last_at.isoformat()


class _Maker:
    """Makes cards; a scenario of which there are many talks is read once."""

    def __init__(self, sessions: Sessions, store: Store, texts: int) -> None:
        self._sessions, self._store, self._texts = sessions, store, texts
        self._loaded: dict[tuple[str, str], Loaded] = {}

    def card(self, talk: Summary) -> Card | None:
        try:
            loaded = self._kit(self._store.attempt(talk.id).header)
            if loaded is None:
                return None
            events = gone_through(loaded.scenario, self._store.events(talk.id)).events
        except (StoreError, PackError, BadEventsError):
            return None
        told = talk_of(loaded.scenario, events)
        results = score(told, loaded.rubric, loaded.rulebook).principles
        return Card(
            attempt=talk.id,
            stamp=talk.last_at.isoformat(),
            rubric=f"{loaded.rubric.id} {loaded.rubric.version}",
            seconds=seconds_between(self._store.times(talk.id)),
            levels={r.principle: r.level for r in results if r.level is not None},
        )

    def _kit(self, header: Header) -> Loaded | None:
        key = header.digest, header.source
        if key not in self._loaded:
            if len(self._loaded) >= self._texts:
                return None
            library = self._sessions.library
            text = self._store.text(header.digest)
            place = library.place(header.source)
            self._loaded[key] = library.loaded(text, place, header.source)
        return self._loaded[key]
