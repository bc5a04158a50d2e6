"""A rehearsal as JSON; its keys are a contract (docs/rehearsing.md)."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import asdict

from simulator.authoring.rehearsal.circles import Circle
from simulator.authoring.rehearsal.covered import Covered
from simulator.authoring.rehearsal.examples import Example
from simulator.authoring.rehearsal.items import ItemFigures
from simulator.authoring.rehearsal.measures import Distribution
from simulator.authoring.rehearsal.rehearse import HeadResult, Rehearsal
from simulator.authoring.rehearsal.stored import ReplyFigures
from simulator.reach.extremes import Extreme

FORMAT: Final = 1
"""Raised when a key changes its meaning or goes away."""
_DIGITS: Final = 4


def to_json(found: Rehearsal) -> dict[str, object]:
    """Return a rehearsal as JSON has it, without the findings."""
    task, reach = found.task, found.extremes
    return {
        "format": FORMAT,
        "scenario": task.scenario.id,
        "language": task.scenario.language,
        "digest": task.scenario.digest,
        "seed": task.seed,
        "limit": task.limit,
        "talks": sum(one.talks for one in found.heads),
        "heads": {str(one.head): _head(one) for one in found.heads},
        "separation": {
            str(one.head): {
                "points": _short(one.points),
                "superiority": _short(one.superiority),
            }
            for one in found.separation
        },
        "extremes": {
            "business": _extreme(reach.business),
            "key_client": _extreme(reach.key_client),
            "whole": reach.whole,
            "turns_looked_at": reach.looked_at,
        },
        "coverage": _coverage(found.covered),
        "circles": [_circle(one) for one in found.circles],
        "endless": [
            {
                "head": str(one.head),
                "scene": one.scene,
                "talks": one.talks,
                "seeds": list(one.seeds),
            }
            for one in found.endless
        ],
        "dominated": [asdict(one) for one in found.dominated],
        "items": [item_json(one) for one in found.items],
        "examples": [_example(one) for one in found.examples],
    }


def item_json(one: ItemFigures) -> dict[str, object]:
    """Return the figures of an item; null where there is not enough data."""
    return {
        "scene": one.scene,
        "principle": str(one.principle),
        "talks": one.talks,
        "enough": one.enough,
        "frequency": _short(one.frequency),
        "difficulty": _short(one.difficulty),
        "discrimination": _short(one.discrimination),
    }


def reply_json(one: ReplyFigures) -> dict[str, object]:
    """Return how often a reply was given; null where there is not enough data."""
    return {
        "scene": one.scene,
        "reply": one.reply,
        "talks": one.talks,
        "frequency": _short(one.frequency),
    }


def _head(one: HeadResult) -> dict[str, object]:
    return {
        "talks": one.talks,
        "endings": {name: _share(n, one.talks) for name, n in one.endings.items()},
        "no_ending": {str(s): _share(n, one.talks) for s, n in one.stops.items()},
        "turns": _short(one.turns),
        "business": _distribution(one.business),
        "key_client": _distribution(one.key_client),
    }


def _share(count: int, talks: int) -> dict[str, object]:
    return {"talks": count, "share": _short(count / talks)}


def _distribution(one: Distribution | None) -> Mapping[str, object] | None:
    if one is None:
        return None
    return {
        name: value if isinstance(value, int) else _short(value)
        for name, value in asdict(one).items()
    }


def _extreme(one: Extreme) -> dict[str, object]:
    worst, best = one.worst, one.best
    return {
        "worst": None if worst is None else _short(float(worst)),
        "best": None if best is None else _short(float(best)),
        "exact": one.exact,
        "bounds": [_short(float(one.outside.low)), _short(float(one.outside.high))],
    }


def _coverage(one: Covered) -> dict[str, object]:
    return {
        "scenes": dict(one.scenes),
        "replies": {
            name: {"given": times, "offered": name in one.offered}
            for name, times in one.replies.items()
        },
        "conditions": {
            place: {"held": held, "failed": failed}
            for place, (held, failed) in one.outcomes.items()
        },
        "rows": dict(one.rows),
        "endings": dict(one.endings),
        "facts": dict(one.facts),
        "apart": [list(two) for two in one.apart],
    }


def _circle(one: Circle) -> dict[str, object]:
    return {
        "scenes": list(one.scenes),
        "turns": one.turns,
        "exits": [
            {
                "scene": way.move.scene,
                "reply": way.move.reply,
                "to": way.move.target,
                "times": way.times,
            }
            for way in one.exits
        ],
    }


def _example(one: Example) -> dict[str, object]:
    return {
        "name": one.name,
        "seed": one.seed,
        "transcript": [
            {"who": line.who, "name": line.name, "text": line.text}
            for line in one.spoken
        ],
        "playthrough": one.playthrough,
    }


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
