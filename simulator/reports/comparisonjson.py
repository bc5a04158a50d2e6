"""Two talks side by side as plain JSON: the output of `compare --format json`.

The names of the keys are a contract; `FORMAT` is raised when one changes its meaning
or goes away. Numbers are rounded to two decimals.
"""

from gettext import NullTranslations
from typing import Final

from simulator.reach.onward import Onward
from simulator.reports.comparison import Change, Comparison, Gauge, Row, Side, SideTurn
from simulator.reports.jsonform import turn_json
from simulator.reports.numbers import number
from simulator.reports.retestjson import differences_json

FORMAT: Final = 1

Json = dict[str, object]


def as_json(now: Comparison, found: Onward, texts: NullTranslations) -> Json:
    """Return a comparison; `texts` is the language of the names of tempers."""
    return {
        "format": FORMAT,
        "scenario": now.scenario,
        "title": now.title,
        "scenario_changed": now.other_text,
        "first": _side(now.first),
        "second": _side(now.second),
        "shared_turns": len(now.beginning),
        "beginning": [turn_json(note) for note in now.beginning],
        "turns": [_row(row, texts) for row in now.rows],
        "scores": {
            "business": _change(now.business),
            "key_client": _change(now.key_client),
        },
        "principles": {
            str(one.principle): {"title": one.title, **_change(one.change)}
            for one in now.levels
        },
        "chance": differences_json(now.apart) if now.apart else None,
        "reachable": {
            "business": number(found.business),
            "at_most": number(found.most),
            "exact": found.exact,
            "replies": list(found.replies),
            "ending": found.ending,
        },
    }


def _side(side: Side) -> Json:
    outcome = side.note.outcome
    return {
        "attempt": side.attempt,
        "mode": str(side.mode),
        "on": side.on.isoformat(),
        "branched_after": side.branched_after,
        "outcome": str(outcome.outcome) if outcome else None,
        "ending": outcome.ending if outcome else None,
    }


def _row(row: Row, texts: NullTranslations) -> Json:
    return {
        "turn": row.turn,
        "first": _turn(row.first, texts) if row.first else None,
        "second": _turn(row.second, texts) if row.second else None,
    }


def _turn(side: SideTurn, texts: NullTranslations) -> Json:
    tempers = [_gauge(one, texts) for one in side.tempers]
    return {**turn_json(side.note), "tempers": tempers}


def _gauge(one: Gauge, texts: NullTranslations) -> Json:
    return {
        "person": one.person,
        "meter": one.name.render(texts),
        "value": one.value,
        "change": one.change,
    }


def _change(one: Change) -> Json:
    return {
        "first": number(one.first),
        "second": number(one.second),
        "difference": number(one.difference),
    }
