"""Attempts as lists show them."""

from datetime import datetime
from fractions import Fraction

from msgspec import Struct

from simulator.store import Kept
from simulator.store.times import NEVER, moment


class Summary(Struct, frozen=True):
    """An attempt as a list shows it."""

    id: str
    scenario: str
    title: str
    language: str
    mode: str
    turns: int
    """Answers that count."""
    finished: bool
    ending: str | None
    outcome: str | None
    business: Fraction | None
    """0..100; only of a finished attempt."""
    key_client: Fraction | None
    started_at: datetime
    last_at: datetime
    origin: str = ""
    """The attempt that this one branched off from; empty where there is none."""
    origin_turn: int = 0
    """The last turn that both have in common."""
    readable: bool = True
    """False when what was kept of it is damaged; it cannot be gone on with."""


def summary(kept: Kept) -> Summary:
    """Return an attempt as a list shows it; a damaged one is marked, never raised."""
    header, standing = kept.header, kept.standing
    times = [moment(one) for one in (kept.started_at, kept.last_at)]
    return Summary(
        id=header.id,
        scenario=header.scenario,
        title=header.title,
        language=header.language,
        mode=header.mode,
        turns=standing.turns,
        finished=standing.ending is not None,
        ending=standing.ending,
        outcome=standing.outcome,
        business=standing.business,
        key_client=standing.key_client,
        started_at=times[0] or NEVER,
        last_at=times[1] or NEVER,
        origin=header.origin,
        origin_turn=header.origin_turn,
        readable=kept.readable and None not in times,
    )
