"""SCN845: a play-through scores otherwise than its author says."""

from fractions import Fraction

from simulator.authoring.stage import Performance
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot
from simulator.scenario.plays import Band, Play

OUT_OF_BAND = error(
    "SCN845",
    N_("the score `{value}` comes to {points}, not to {low}..{high}"),
    N_("Change the band, or the answers."),
)


def check(play: Play, shown: Performance, story: Story, report: Report) -> None:
    """Hold both scores of a talk against the bands of `scores:`."""
    if story.rubric is None or story.rulebook is None:
        return
    scored = shown.points(story.rubric, story.rulebook)
    bands: tuple[tuple[str, Band | None, Fraction | None], ...] = (
        ("business", play.business, scored.business),
        ("key_client", play.key_client, scored.key_client),
    )
    for name, band, points in bands:
        if band is None or (points is not None and band.low <= points <= band.high):
            continue
        _report(play, name, band, points, report)


def _report(
    play: Play, name: str, band: Band, points: Fraction | None, report: Report
) -> None:
    from simulator.reports.numbers import number

    report.add(
        OUT_OF_BAND,
        Spot(play.line, play.column),
        value=name,
        points="-" if points is None else f"{number(points):g}",
        low=f"{number(band.low):g}",
        high=f"{number(band.high):g}",
    )
