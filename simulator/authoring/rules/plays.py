"""SCN844..846: play-throughs end, score and learn as their author says."""

from collections.abc import Collection
from fractions import Fraction

from scoring.scorecard import score
from simulator.authoring.playing import Played, play
from simulator.authoring.story import Plays, Story
from simulator.engine import talk_of
from simulator.messages import N_
from simulator.reports.numbers import number
from simulator.scenario import NO_END, Band, Play
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot

WRONG_END = error(
    "SCN844",
    N_("the play ends with `{right}`, not with `{value}`"),
    N_("Write `ends: {right}`, or change the answers."),
)
OUT_OF_BAND = error(
    "SCN845",
    N_("the score `{value}` comes to {points}, not to {low}..{high}"),
    N_("Change the band, or the answers."),
)
NOT_KNOWN = error(
    "SCN846",
    N_("the fact `{value}` is not known at the end"),
    N_("Known are: {known}."),
)


def check(story: Story, report: Report) -> None:
    """Play every play-through of a scenario."""
    _check_files(story, report, (None, story.scenario.language))


def check_chosen(story: Story, report: Report) -> None:
    """Play the play-throughs without own words, which need no reader."""
    _check_files(story, report, (None,))


def _check_files(
    story: Story, report: Report, languages: Collection[str | None]
) -> None:
    for plays in story.plays:
        found = Report(plays.file)
        _check_file(plays, story, found, languages)
        report.take(found)


def _check_file(
    plays: Plays, story: Story, report: Report, languages: Collection[str | None]
) -> None:
    for one in plays.plays.plays:
        if one.language not in languages:
            continue
        played = play(
            story.scenario,
            one.seed,
            one.answers,
            report,
            rulebook=story.rulebook,
            carried=one.carried,
        )
        if played.whole:
            _check_end(one, played, report)
            _check_scores(one, played, story, report)


def _check_end(play: Play, played: Played, report: Report) -> None:
    place = Spot(play.line, play.column)
    ending = played.state.ending or NO_END
    if play.ends is not None and play.ends != ending:
        report.add(WRONG_END, place, right=ending, value=play.ends)
    for fact in play.knows:
        if fact not in played.state.known:
            known = ", ".join(played.state.known)
            report.add(NOT_KNOWN, place, value=fact, known=known)


def _check_scores(play: Play, played: Played, story: Story, report: Report) -> None:
    if story.rubric is None or story.rulebook is None:
        return
    talk = talk_of(story.scenario, played.events)
    card = score(talk, story.rubric, story.rulebook)
    key_client = card.key_client.points if card.key_client else None
    bands: tuple[tuple[str, Band | None, Fraction | None], ...] = (
        ("business", play.business, card.business),
        ("key_client", play.key_client, key_client),
    )
    for name, band, points in bands:
        if band is None or (points is not None and band.low <= points <= band.high):
            continue
        report.add(
            OUT_OF_BAND,
            Spot(play.line, play.column),
            value=name,
            points="-" if points is None else f"{number(points):g}",
            low=f"{number(band.low):g}",
            high=f"{number(band.high):g}",
        )
