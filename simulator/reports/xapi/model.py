"""Statements as values."""

import json
from collections.abc import Mapping

from msgspec import Struct

from simulator.reports.xapi.vocabulary import INSTALLATIONS

Json = Mapping[str, object]


class Actor(Struct, frozen=True):
    """Who played: an account without a person, unless he says his name."""

    installation: str
    """The random id of the data folder; in a class, what he is called there."""
    name: str | None = None
    """What the person wants to be called in the record store."""
    home: str = INSTALLATIONS
    """Within which `installation` names one person."""


class Statement(Struct, frozen=True):
    """One xAPI statement."""

    attempt: str
    id: str
    """A UUID made from the attempt, the event's place and what is said of it."""
    place: int
    """That of the event which it tells of, counted from 0."""
    events: int
    """With this statement and those before it, so many of the attempt's events, from
    the first, have been told in full."""
    body: Json
    """The whole statement, its id included."""


def encoded(statement: Statement) -> bytes:
    """Return a statement as one line of JSON, in UTF-8."""
    text = json.dumps(statement.body, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")
