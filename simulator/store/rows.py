"""Values of the store ↔ rows of its tables."""

import hashlib
import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from simulator.store.records import Header, Kept, Reviewed, Scored, Standing

Row = tuple[Any, ...]
"""A row of `attempts`, in the order of `schema.COLUMNS`."""


def body_of(text: str) -> dict[str, object] | None:
    """Return the JSON object that a column holds; None where it holds none."""
    try:
        body: object = json.loads(text)
    except (ValueError, TypeError):  # a damaged column may hold a number
        return None
    return body if isinstance(body, dict) else None


def bodies_of(texts: Sequence[str]) -> list[dict[str, object]] | None:
    """Return the events that columns hold; None where one of them holds none.

    They are read in one go, which takes a third of the time of one by one.
    """
    try:
        found: list[object] = json.loads(f"[{','.join(texts)}]")
    except (ValueError, TypeError, RecursionError):
        return None
    bodies = [one for one in found if isinstance(one, dict)]
    whole = all(isinstance(one.get("kind"), str) for one in bodies)
    return bodies if whole and len(bodies) == len(found) == len(texts) else None


def is_text(body: object, digest: str) -> bool:
    """Tell whether a column holds the very file of a digest (SHA-256, in hex)."""
    return isinstance(body, bytes) and hashlib.sha256(body).hexdigest() == digest


def attempt_values(kept: Kept) -> tuple[object, ...]:
    """Return the columns of an attempt, in the order of `schema.COLUMNS`."""
    header = kept.header
    return (
        header.id,
        header.scenario,
        header.title,
        header.digest,
        header.language,
        header.mode,
        header.seed,
        header.source,
        kept.started_at,
        kept.last_at,
        *standing_values(kept.standing),
        header.origin,
        header.origin_turn,
    )


def standing_values(standing: Standing) -> tuple[object, ...]:
    """Return a standing's columns; points are written exactly, as fractions."""
    points = points_values(standing.business, standing.key_client)
    return (standing.turns, standing.ending, standing.outcome, *points)


def points_of(one: Scored) -> tuple[str | None, ...]:
    """Return the points of scores as columns hold them."""
    return points_values(one.business, one.key_client)


def points_values(*points: Fraction | None) -> tuple[str | None, ...]:
    """Return points as columns hold them: exactly, as fractions."""
    return tuple(None if one is None else str(one) for one in points)


def kept(row: Row) -> Kept:
    """Return the attempt of a row; one that is damaged is marked, never raised."""
    names = ("id", "scenario", "title", "digest", "language", "mode")
    header = Header(
        **{name: str(value) for name, value in zip(names, row, strict=False)},
        seed=_whole(row[6]),
        source=str(row[7]),
        origin=str(row[15]),
        origin_turn=_whole(row[16]),
    )
    standing, sound = _standing(row)
    return Kept(header, standing, str(row[8]), str(row[9]), readable=sound)


def scored(row: Row) -> Scored | None:
    """Return the scores of a row of `scores`; None where it is damaged."""
    at, *points, rubric, rulebook = row
    try:
        business, key_client = (None if p is None else Fraction(p) for p in points)
    except (ValueError, TypeError, ZeroDivisionError):
        return None
    return Scored(str(at), business, key_client, str(rubric), str(rulebook))


def reviewed(row: Row) -> Reviewed | None:
    """Return the review of a row of `drill_log`; None where it is damaged."""
    key, at, card, rating, level, mode, words, taken_back = row
    numbers = all(one is None or isinstance(one, int) for one in (rating, level))
    texts = all(isinstance(one, str) for one in (key, at, card, mode, words))
    if not (numbers and texts and isinstance(taken_back, str | None)):
        return None
    return Reviewed(key, at, card, rating, level, mode, words, taken_back)


def review_values(one: Reviewed) -> tuple[object, ...]:
    """Return a review's columns."""
    given = (one.key, one.at, one.card, one.rating, one.level)
    return (*given, one.mode, one.words, one.taken_back)


def damaged(one: Kept) -> Kept:
    """Mark an attempt as damaged."""
    return replace(one, readable=False)


def _standing(row: Row) -> tuple[Standing, bool]:
    """Return where an attempt stands, and whether its row could be read."""
    turns, ending, outcome, *points = row[10:15]
    try:
        business, key_client = (None if p is None else Fraction(p) for p in points)
    except (ValueError, TypeError, ZeroDivisionError):
        return Standing(turns=_whole(turns)), False
    ends = [None if one is None else str(one) for one in (ending, outcome)]
    standing = Standing(_whole(turns), ends[0], ends[1], business, key_client)
    return standing, isinstance(turns, int) and isinstance(row[6], int)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
