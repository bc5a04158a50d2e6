"""The talk that a scenario goes on from, if it was played."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from simulator.scenario.model import Continues
from simulator.sessions.summary import Summary


class Earlier(Struct, frozen=True):
    """The attempt that the trainee brings facts from."""

    attempt: str
    title: str
    at: datetime
    facts: tuple[str, ...]
    """Ids of the facts that were known at its end."""


def latest(attempts: Iterable[Summary], continues: Continues) -> Summary | None:
    """Return the attempt that was finished last, among those that lead on.

    Args:
        attempts: All, the one last played first.
        continues: Which scenario, and which of its endings.
    """
    for one in attempts:
        if one.finished and continues.leads_from(one.scenario, one.ending):
            return one if one.readable else None
    return None
