"""The report of a person: all talks of a data folder on one page."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from scoring.talk import Outcome
from simulator.engine import Mode
from simulator.reports.dates import day
from simulator.reports.html.drawing import drawn, texts
from simulator.reports.html.lines import HALF, Chart, chart
from simulator.reports.names import outcome_name
from simulator.reports.progress import PlayedTalk, Progress, Trend
from simulator.reports.progressof import Period, Told
from simulator.reports.progresstext import (
    best_lines,
    days_lines,
    next_lines,
    notes_lines,
    offer_lines,
    retest_lines,
    time_line,
)
from simulator.reports.trust import MEASURED, kappas


class Drawn(Struct, frozen=True):
    """One principle over time, with its picture; None when it was not reached."""

    trend: Trend
    title: str
    chart: Chart | None


def person_page(told: Told, period: Period, language: str, program: str) -> str:
    """Return the report of a person as a page of HTML.

    Args:
        told: What is told of the talks.
        period: The days that it is about.
        language: Of the page's own words.
        program: The version of this program.
    """
    now, words = told.progress, texts(language)
    return drawn(
        "person",
        language,
        {
            "now": now,
            "days": [day(one.on, language) for one in now.talks],
            "outcomes": [_outcome(one, language) for one in now.talks],
            "first": day(period.first, language) if period.first else "",
            "last": day(period.last, language) if period.last else "",
            "scores": _scores(now, language),
            "principles": [_drawn(one, told, now) for one in now.trends],
            "time": time_line(now, words),
            "bests": list(best_lines(now, words, language)),
            "rows": list(days_lines(now, words, language)),
            "next": list(next_lines(told, words, language)),
            "offer": list(offer_lines(told, words, language)),
            "before_after": list(retest_lines(told, words, language)),
            "notes": list(notes_lines(now, words)),
            "own_words": any(one.mode != Mode.CHOOSE for one in now.talks),
            "trust": MEASURED,
            "kappa": kappas(language),
            "program": program,
        },
    )


def _scores(now: Progress, language: str) -> Chart:
    _ = texts(language).gettext
    return chart(
        [
            (
                _("Business above ego"),
                "solid",
                _numbers([t.business for t in now.talks]),
            ),
            (
                _("Key-client rules"),
                "dashed",
                _numbers([t.key_client for t in now.talks]),
            ),
        ],
        most=100,
        step=25,
    )


def _drawn(trend: Trend, told: Told, now: Progress) -> Drawn:
    title = told.titles.get(trend.principle, "")
    if not trend.points:
        return Drawn(trend, title, None)
    levels = [
        None if t.levels is None else t.levels.get(trend.principle) for t in now.talks
    ]
    return Drawn(trend, title, chart([("", "solid", _numbers(levels))], 4, 1, HALF))


def _numbers(values: Sequence[Fraction | None]) -> list[float | None]:
    return [None if one is None else float(one) for one in values]


def _outcome(one: PlayedTalk, language: str) -> str:
    if one.outcome not in set(Outcome):
        return ""
    return outcome_name(Outcome(one.outcome)).render(texts(language))
