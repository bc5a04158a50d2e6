"""What has been played of each scenario, from the list of attempts."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction

from msgspec import Struct

from simulator.sessions.summary import Summary


class Played(Struct, frozen=True):
    """How one scenario has gone so far."""

    attempts: int
    finished: int
    business: Fraction | None
    """The best of the finished attempts, 0..100; None while there is none."""
    key_client: Fraction | None
    """That of the same attempt."""
    last_at: datetime


def played(attempts: Iterable[Summary]) -> Mapping[str, Played]:
    """Return what was played, by the ids of scenarios; others are left out."""
    by_id: dict[str, list[Summary]] = {}
    for one in attempts:
        by_id.setdefault(one.scenario, []).append(one)
    return {name: _played(several) for name, several in by_id.items()}


def _played(attempts: list[Summary]) -> Played:
    finished = [one for one in attempts if one.finished]
    best = max(finished, key=_standing, default=None)
    return Played(
        attempts=len(attempts),
        finished=len(finished),
        business=best.business if best else None,
        key_client=best.key_client if best else None,
        last_at=max(one.last_at for one in attempts),
    )


def _standing(one: Summary) -> tuple[Fraction, Fraction]:
    """Tell which attempt is better: by the first score, then by the second."""
    nothing = Fraction(-1)
    first = nothing if one.business is None else one.business
    return first, nothing if one.key_client is None else one.key_client
