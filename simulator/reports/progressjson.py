"""Progress as plain JSON objects: the output of `progress --format json`.

The names of the keys are a contract; `FORMAT` is raised when one changes its meaning
or goes away. Numbers are rounded to two decimals.
"""

from typing import Final

from simulator.reports.numbers import number
from simulator.reports.progress import Best, Next, PlayedTalk, Trend
from simulator.reports.progressof import Offer, Told
from simulator.reports.retestjson import retest_json

FORMAT: Final = 1

Json = dict[str, object]


def as_json(told: Told) -> Json:
    """Return what talks show over time."""
    now = told.progress
    return {
        "format": FORMAT,
        "finished": now.finished,
        "left": now.left,
        "seconds": now.seconds,
        "days": {
            "row": now.days.row,
            "longest": now.days.longest,
            "last": now.days.last.isoformat() if now.days.last else None,
        },
        "best": {"business": _best(now.business), "key_client": _best(now.key_client)},
        "next": _next(now.next) if now.next else None,
        "offer": _offer(told.offer) if told.offer else None,
        "before_after": retest_json(told.before_after) if told.before_after else None,
        "principles": {
            str(one.principle): _trend(one, told.titles.get(one.principle, ""))
            for one in now.trends
        },
        "talks": [_talk(one) for one in now.talks],
        "unseen": now.unseen,
        "rubrics": list(now.rubrics),
    }


def _best(one: Best | None) -> Json | None:
    if one is None:
        return None
    return {
        "attempt": one.talk.attempt,
        "scenario": one.talk.scenario,
        "points": one.points,
        "on": one.talk.on.isoformat(),
    }


def _next(one: Next) -> Json:
    return {
        "scenario": one.scenario.id,
        "title": one.scenario.title,
        "difficulty": str(one.scenario.difficulty),
        "principle": str(one.principle) if one.principle else None,
        "level": number(one.level),
        "played": one.played,
        "usual": number(one.usual),
    }


def _offer(one: Offer) -> Json:
    return {
        "scenario": one.scenario,
        "title": one.title,
        "finished_on": one.on.isoformat(),
        "mode": "exam",
    }


def _trend(one: Trend, title: str) -> Json:
    low, high = one.spread or (None, None)
    return {
        "title": title,
        "now": number(one.now),
        "low": number(low),
        "high": number(high),
        "before": number(one.before),
        "points": [{"talk": p.talk, "level": number(p.level)} for p in one.points],
    }


def _talk(one: PlayedTalk) -> Json:
    return {
        "attempt": one.attempt,
        "scenario": one.scenario,
        "mode": one.mode,
        "on": one.on.isoformat(),
        "outcome": one.outcome,
        "business": number(one.business),
        "key_client": number(one.key_client),
    }
