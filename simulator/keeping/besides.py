"""Reviews and what was sent ↔ lines of JSON of an archive. The format: docs/data.md.

Each line is an object of one key, which says what it is.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from simulator.store import Arrived, Refusal, Reviewed

_HIGHEST: Final = 2**63
"""What SQLite can hold of whole numbers."""


class KnownAs(Struct, frozen=True):
    """The id under which a data folder is known to record stores."""

    id: str


class Unsent(Struct, frozen=True):
    """What was typed for a drill and not sent."""

    card: str
    words: str


Practised = Reviewed | Unsent
Sent = KnownAs | Arrived | Refusal


def drill_line(one: Practised) -> bytes:
    """Return a review, or a draft, as one line, its end included."""
    return _line("draft" if isinstance(one, Unsent) else "review", asdict(one))


def sent_line(one: Sent) -> bytes:
    """Return what is known of sending as one line, its end included."""
    if isinstance(one, KnownAs):
        return _line("installation", one.id)
    return _line("taken" if isinstance(one, Arrived) else "refused", asdict(one))


def is_sound(one: Practised) -> bool:
    """Tell whether a review, or a draft, can be read again from its line."""
    try:
        practised_of(drill_line(one))
    except (ValueError, TypeError):
        return False
    return True


def practised_of(line: bytes) -> Practised:
    """Return the review, or the draft, of a line.

    Raises:
        ValueError, TypeError, KeyError, RecursionError: It is none.
    """
    ((kind, body),) = json.loads(line).items()
    if kind == "draft":
        return Unsent(_text(body["card"]), _text(body["words"]))
    if kind != "review":
        raise ValueError
    key, at, card = (_text(body[name]) for name in ("key", "at", "card"))
    rating, level = (
        None if body[name] is None else _whole(body[name])
        for name in ("rating", "level")
    )
    gone = None if body["taken_back"] is None else _text(body["taken_back"])
    datetime.fromisoformat(at)
    mode, words = _text(body["mode"]), _text(body["words"])
    return Reviewed(key, at, card, rating, level, mode, words, gone)


def sent_of(line: bytes) -> Sent:
    """Return what a line tells of sending.

    Raises:
        ValueError, TypeError, KeyError, RecursionError: Nothing.
    """
    ((kind, body),) = json.loads(line).items()
    if kind == "installation":
        return KnownAs(_text(body))
    target, attempt = _text(body["target"]), _text(body["attempt"])
    if kind == "taken":
        return Arrived(target, attempt, _whole(body["events"]))
    if kind == "refused":
        return Refusal(target, attempt, _text(body["statement"]), _text(body["why"]))
    raise ValueError


def _line(kind: str, body: str | Mapping[str, object]) -> bytes:
    told = json.dumps({kind: body}, ensure_ascii=False)
    return told.encode(errors="replace") + b"\n"


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value < _HIGHEST:
        raise ValueError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a pair of surrogates is no text
    return value
