"""Statements of what happens in a talk: begun, answered, arrived, changed."""

import json
from collections.abc import Iterable, Mapping

from scoring.codes import CodeUse
from scoring.rubric import rate
from simulator.engine import (
    Corrected,
    Filled,
    Learned,
    Mode,
    Mood,
    Read,
    Rewound,
    Started,
    talk_of,
)
from simulator.reports.xapi import activities as about
from simulator.reports.xapi import vocabulary as words
from simulator.reports.xapi.frame import Frame, extended
from simulator.reports.xapi.model import Json
from simulator.scenario.model import HIGHEST_METER, LOWEST_METER


def started(frame: Frame, event: Started) -> Json:
    """Tell that a talk began."""
    more: dict[str, object] = {"seed": event.seed, "scenario-digest": event.digest}
    if event.carried is not None:
        more["carried"] = list(event.carried)
    scenario = frame.talk.loaded.scenario
    return frame.statement(words.STARTED, about.simulation(scenario), extensions=more)


def answered(
    frame: Frame,
    event: Read,
    said: str,
    learned: Iterable[Learned],
    corrected: Corrected | None,
) -> Json:
    """Tell what was answered, what it does and which levels it shows.

    Args:
        frame: Where the talk stands.
        event: What the words were taken to do.
        said: The words.
        learned: What became known by them.
        corrected: That they were read anew as something else, if they were.
    """
    chosen = frame.mode == Mode.CHOOSE and event.reply is not None
    scenario = frame.talk.loaded.scenario
    question = about.choice if chosen else about.own_words
    more: dict[str, object] = {
        "said": said,
        "reply": event.reply,
        "codes": [_code(use) for use in event.codes],
        "levels": _levels(frame, event),
        "fruitless": event.fruitless,
        "read-by": str(event.by),
        "learned": [one.fact for one in learned],
    }
    if corrected is not None:
        more["corrected-from"] = corrected.was
    return frame.statement(
        words.ANSWERED,
        question(scenario, event.scene),
        result={
            "response": event.reply if chosen else said,
            "extensions": extended(more),
        },
        within=[about.node(scenario, event.scene)],
    )


def filled(frame: Frame, event: Filled, learned: Iterable[Learned]) -> Json:
    """Tell which form was handed in, and how right it was."""
    scenario = frame.talk.loaded.scenario
    more = {
        "form": str(event.form),
        "values": event.values,
        "learned": [one.fact for one in learned],
    }
    return frame.statement(
        words.ANSWERED,
        about.form(scenario, event.scene),
        result={
            "response": json.dumps(event.values, ensure_ascii=False, sort_keys=True),
            "score": score(event.right, 100),
            "extensions": extended(more),
        },
        within=[about.node(scenario, event.scene)],
    )


def arrived(frame: Frame, place: str, why: str) -> Json:
    """Tell that the talk came to a scene or an ending."""
    node = about.node(frame.talk.loaded.scenario, place)
    return frame.statement(words.ARRIVED, node, extensions={"why": why})


def went_back(frame: Frame, event: Rewound) -> Json:
    """Tell that the trainee went back: he arrives again, and later turns are undone."""
    more = {"why": "rewound", "rewound-to": event.to}
    return frame.statement(words.ARRIVED, frame.here(), extensions=more)


def updated(frame: Frame, event: Mood) -> Json:
    """Tell that a meter changed."""
    meter = f"{event.person}.{event.meter}"
    return frame.statement(
        words.UPDATED,
        about.counter(frame.talk.loaded.scenario, event.person, event.meter),
        detail=meter,
        result={
            "score": {"raw": event.after, "min": LOWEST_METER, "max": HIGHEST_METER},
            "extensions": extended({"before": event.before}),
        },
        within=[frame.here()],
    )


def score(points: float, most: int) -> Mapping[str, float]:
    """Return points out of so many, beginning at 0, and the share that they are."""
    share = min(max(points / most, 0), 1)
    return {"scaled": round(share, 4), "raw": points, "min": 0, "max": most}


def _code(use: CodeUse) -> object:
    """Return a code as scenarios write it, with the words that earned it if read."""
    return (
        {"code": str(use), "span": list(use.span)} if use.span else {"code": str(use)}
    )


def _levels(frame: Frame, event: Read) -> dict[str, int]:
    loaded = frame.talk.loaded
    (turn,) = talk_of(loaded.scenario, (event,)).turns
    ratings = rate(loaded.rubric, turn.codes, turn.levels)
    return {str(one.principle): one.level for one in ratings}
