"""An attempt ↔ a line of JSON, as it stands in an archive. The format: docs/data.md."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from msgspec.structs import asdict

from simulator.store import Correction, Header, Kept, Log, Scored, Standing, Timed

_HIGHEST: Final = 2**63
"""What SQLite can hold of whole numbers."""
_WORD: Final = re.compile(r"[A-Za-z0-9-]{1,128}")
"""What an id or a mode may look like: it is shown, and named on command lines."""
_UNFORKED: Final = {"origin": "", "origin_turn": 0}
"""What archives do not say that were written before talks could branch."""


def line_of(log: Log) -> bytes:
    """Return an attempt as one line, its end included."""
    standing = log.kept.standing
    body = {
        "header": asdict(log.kept.header),
        "started_at": log.kept.started_at,
        "last_at": log.kept.last_at,
        "standing": {
            "turns": standing.turns,
            "ending": standing.ending,
            "outcome": standing.outcome,
            "business": _exact(standing.business),
            "key_client": _exact(standing.key_client),
        },
        "draft": log.draft,
        "scores": [_scored_body(one) for one in log.scores],
        "corrections": [asdict(one) for one in log.corrections],
        "events": [{"at": one.at, "event": one.body} for one in log.events],
    }
    return json.dumps(body, ensure_ascii=False).encode(errors="replace") + b"\n"


def is_sound(log: Log) -> bool:
    """Tell whether an attempt can be read again from its line.

    A damaged one must not make an archive unreadable as a whole.
    """
    kept, standing = log.kept, log.kept.standing
    points = standing.business, standing.key_client
    try:
        _header(asdict(kept.header))
        _whole(standing.turns)
        for one in (
            *points,
            *(p for s in log.scores for p in (s.business, s.key_client)),
        ):
            _points(_exact(one))
        times = [one.at for one in log.events]
        times += [one.at for one in log.scores]
        times += [one.at for one in log.corrections]
        for at in (kept.started_at, kept.last_at, *times):
            _time(at)
    except (ValueError, TypeError):
        return False
    return kept.readable and bool(log.events)


def log_of(line: bytes) -> Log:
    """Return the attempt of a line.

    Raises:
        ValueError, TypeError, KeyError, RecursionError: It is none.
    """
    body = json.loads(line)
    times = (_time(body["started_at"]), _time(body["last_at"]))
    kept = Kept(_header(body["header"]), _standing(body["standing"]), *times)
    events = tuple([_event(one) for one in body["events"]])
    if not events:
        raise ValueError
    scores = tuple(_scored(one) for one in body["scores"])
    corrections = tuple(_correction(one) for one in body["corrections"])
    return Log(kept, events, _text(body["draft"]), scores, corrections)


def _header(body: Mapping[str, object]) -> Header:
    told = {**_UNFORKED, **body}
    texts = {name: told[name] for name in Header.__struct_fields__}
    seed, turn = _whole(texts.pop("seed")), _whole(texts.pop("origin_turn"))
    words = {name: _text(one) for name, one in texts.items()}
    header = Header(**words, seed=seed, origin_turn=turn)
    names = (header.id, header.mode, *([header.origin] if header.origin else ()))
    if not all(_WORD.fullmatch(one) for one in names):
        raise ValueError
    return header


def _standing(body: Mapping[str, object]) -> Standing:
    ending, outcome = (
        None if body[name] is None else _text(body[name])
        for name in ("ending", "outcome")
    )
    points = [_points(body[name]) for name in ("business", "key_client")]
    return Standing(_whole(body["turns"]), ending, outcome, *points)


def _scored_body(one: Scored) -> dict[str, object]:
    points = {"business": _exact(one.business), "key_client": _exact(one.key_client)}
    return {"at": one.at, **points, "rubric": one.rubric, "rulebook": one.rulebook}


def _scored(one: Mapping[str, Any]) -> Scored:
    points = _points(one["business"]), _points(one["key_client"])
    rules = _text(one["rubric"]), _text(one["rulebook"])
    return Scored(_time(one["at"]), *points, *rules)


def _correction(one: Mapping[str, Any]) -> Correction:
    if not isinstance(one["body"], dict):
        raise TypeError
    place, at, who = _whole(one["place"]), _time(one["at"]), _text(one["who"])
    return Correction(place, at, who, one["body"])


def _event(one: Mapping[str, Any]) -> Timed:
    body = one["event"]
    if not isinstance(body, dict) or not isinstance(body["kind"], str):
        raise TypeError
    return Timed(_time(one["at"]), body)


def _exact(points: Fraction | None) -> str | None:
    return None if points is None else str(points)


def _points(value: object) -> Fraction | None:
    if value is None:
        return None
    text = _text(value)
    if not re.fullmatch(r"\d{1,30}(/0*[1-9]\d{0,29})?", text):
        raise ValueError
    return Fraction(text)


def _time(value: object) -> str:
    datetime.fromisoformat(_text(value))
    return _text(value)


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value < _HIGHEST:
        raise ValueError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a pair of surrogates is no text
    return value
