"""SCN844: a play-through ends otherwise than its author says."""

from simulator.authoring.playing import Played
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot
from simulator.scenario.plays import NO_END, Play

WRONG_END = error(
    "SCN844",
    N_("the play ends with `{right}`, not with `{value}`"),
    N_("Write `ends: {right}`, or change the answers."),
)


def check(play: Play, played: Played, report: Report) -> None:
    """Hold the end of a talk against `ends:`."""
    ending = played.state.ending or NO_END
    if play.ends is not None and play.ends != ending:
        place = Spot(play.line, play.column)
        report.add(WRONG_END, place, right=ending, value=play.ends)
