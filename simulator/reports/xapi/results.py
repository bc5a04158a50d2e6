"""Statements of how a talk went: scored by principle, completed, passed."""

from collections.abc import Iterator

from scoring.scorecard import Scorecard, Version
from scoring.scorecard import score as scored
from simulator.engine import Finished, talk_of
from simulator.reports.numbers import number
from simulator.reports.xapi import activities as about
from simulator.reports.xapi import vocabulary as words
from simulator.reports.xapi.frame import Frame, extended
from simulator.reports.xapi.model import Json
from simulator.reports.xapi.turns import score


def finished(
    frame: Frame, event: Finished, given: Scorecard | None = None
) -> Iterator[Json]:
    """Tell how a talk went, by what had happened until then, or by a scorecard.

    What is scored by another version of the rules is another statement: a store that
    has the older one keeps both.
    """
    loaded = frame.talk.loaded
    talk = talk_of(loaded.scenario, frame.talk.events[: frame.place + 1])
    card = given or scored(talk, loaded.rubric, loaded.rulebook)
    yield from _principles(frame, card)
    yield from _key_client(frame, card)
    yield _ended(frame, event, card, words.COMPLETED)
    if event.good:
        yield _ended(frame, event, card, words.PASSED)


def _principles(frame: Frame, card: Scorecard) -> Iterator[Json]:
    """Tell the level of each principle that was put to the test, and of no other."""
    rules = _written(card.rubric)
    for one in card.principles:
        level = number(one.level)
        if level is not None:
            yield frame.statement(
                words.SCORED,
                about.principle(frame.talk.loaded.rubric, one.principle),
                detail=f"{one.principle} {rules}",
                result={"score": score(level, 4)},
                within=[about.simulation(frame.talk.loaded.scenario)],
                extensions={"rubric": rules},
            )


def _key_client(frame: Frame, card: Scorecard) -> Iterator[Json]:
    points = number(card.key_client.points if card.key_client else None)
    if points is not None:
        rules = _written(card.rulebook)
        yield frame.statement(
            words.SCORED,
            about.key_client_rules(frame.talk.loaded.rulebook),
            detail=f"key-client {rules}",
            result={"score": score(points, 100)},
            within=[about.simulation(frame.talk.loaded.scenario)],
            extensions={"rulebook": rules},
        )


def _ended(frame: Frame, event: Finished, card: Scorecard, verb: words.Verb) -> Json:
    rules = {"rubric": _written(card.rubric), "rulebook": _written(card.rulebook)}
    points = number(card.business)
    result: dict[str, object] = {"completion": True, "success": event.good}
    if points is not None:
        result["score"] = score(points, 100)
    result["extensions"] = extended(
        {
            "ending": event.ending,
            "outcome": str(event.outcome),
            "key-client": number(card.key_client.points if card.key_client else None),
            "uncapped": number(card.uncapped),
            "red-flags": [{"turn": f.turn, "code": f.code} for f in card.red_flags],
            "circling": list(card.circling),
            "rewinds": card.rewinds,
        }
    )
    return frame.statement(
        verb,
        about.simulation(frame.talk.loaded.scenario),
        detail="; ".join(rules.values()),
        result=result,
        extensions=rules,
    )


def _written(version: Version) -> str:
    return f"{version.id} {version.version}"
