"""What finished talks came to, principle by principle: worked out once, then kept."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from typing import Final

from simulator.engine import talk_of
from simulator.sessions.readback import KeptTalk, Readback
from simulator.sessions.summary import Summary
from simulator.sessions.usecases import Sessions
from simulator.store import Card, Store, StoreError

PAUSE: Final = 300
"""Seconds: what is longer between two answers was spent on something else."""


def cards(
    sessions: Sessions, talks: Sequence[Summary], most: int, texts: int | None
) -> dict[str, Card]:
    """Return the cards of finished talks; those that cannot be read are left out.

    Args:
        sessions: Where they are kept. Cards that are made are kept there, too.
        talks: Finished talks, the ones to be looked at first in front.
        most: How many cards are made at most: each takes playing a talk again.
        texts: How many scenarios are read at most for it, which takes longer than
            playing; talks of others are left for later. None: as many as need be.

    Raises:
        StoreError: The store cannot be read.
    """
    store = sessions.store
    if store is None:
        return {}
    there = store.cards([one.id for one in talks])
    found = {o.id: there[o.id] for o in talks if _is_of(there.get(o.id), o)}
    lacking = [one for one in talks if one.id not in found and one.readable]
    readback = Readback(sessions.library, store, texts)
    again = ((one, readback.talk(one.id)) for one in lacking[:most])
    made = [_made(one, kept, store) for one, kept in again if kept is not None]
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


def _made(talk: Summary, kept: KeptTalk, store: Store) -> Card:
    """Score a talk, and add up the time spent on it."""
    from scoring.scorecard import score  # of most talks the card is there already

    loaded = kept.loaded
    told = talk_of(loaded.scenario, kept.past.events)
    results = score(told, loaded.rubric, loaded.rulebook).principles
    return Card(
        attempt=talk.id,
        stamp=talk.last_at.isoformat(),
        rubric=f"{loaded.rubric.id} {loaded.rubric.version}",
        seconds=seconds_between(store.times(talk.id)),
        levels={r.principle: r.level for r in results if r.level is not None},
    )
