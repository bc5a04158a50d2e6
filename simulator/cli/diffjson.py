"""What differs between two versions, as JSON; its keys are a contract (the docs)."""

from typing import Final

from simulator.authoring.differing import Bounds, Difference, Played, Report, Scores
from simulator.reports.numbers import number

FORMAT: Final = 1


def report_json(report: Report) -> dict[str, object]:
    """Return a report as a JSON object."""
    return {
        "format": FORMAT,
        "same": report.same,
        "languages": list(report.languages),
        "only_words": report.only_words,
        "differences": [_difference(one) for one in report.differences],
        "endings_cut_off": list(report.cut_off),
        "endings_not_come_to": dict(report.not_come_to),
        "random_talks": report.walks,
        "plays": _played(report.plays),
        "attempts": None if report.attempts is None else _played(report.attempts),
    }


def _difference(one: Difference) -> dict[str, object]:
    return {
        "part": one.part,
        "id": one.id,
        "how": one.how,
        "was": one.was or None,
        "details": [
            {
                "aspect": detail.aspect,
                "old": detail.old,
                "new": detail.new,
                "words": detail.words,
            }
            for detail in one.details
        ],
    }


def _played(played: Played) -> dict[str, object]:
    return {
        "talks": played.talks,
        "fit_both": played.both,
        "fit_old_only": played.only_old,
        "fit_new_only": played.only_new,
        "fit_neither": played.neither,
        "score_differently": played.rescored,
        "end_otherwise": played.ending_otherwise,
        "old": _scores(played.old),
        "new": _scores(played.new),
    }


def _scores(scores: Scores) -> dict[str, object]:
    return {
        "business": _bounds(scores.business),
        "key_client": _bounds(scores.key_client),
    }


def _bounds(bounds: Bounds | None) -> list[float | None] | None:
    if bounds is None:
        return None
    return [number(bounds.lowest), number(bounds.highest)]
