"""Ids that come out the same whenever the same thing is told.

UUIDs of version 5 are worked out from names (RFC 9562); nothing is drawn.
"""

from functools import lru_cache
from typing import Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5  # noqa: TID251  # worked out, never drawn

from simulator.reports.xapi.vocabulary import BASE, Verb

_OURS: Final = uuid5(NAMESPACE_URL, BASE)


def statement_id(attempt: str, place: int, verb: Verb, detail: str = "") -> str:
    """Return the id of a statement.

    Args:
        attempt: The attempt's id.
        place: The place of the event that it tells of, counted from 0.
        verb: What it says.
        detail: Of what, where one event is told by several statements of one verb.
    """
    return str(uuid5(_OURS, f"{attempt}/{place}/{verb.id}/{detail}"))


@lru_cache(maxsize=16)
def registration(attempt: str) -> str:
    """Return the UUID that holds the statements of one attempt together."""
    return str(uuid5(_OURS, attempt))


@lru_cache(maxsize=4096)
def iri(*steps: str) -> str:
    """Return the IRI of an activity under our own name, whatever its ids hold."""
    return "/".join((BASE, *(quote(step, safe="") for step in steps)))
