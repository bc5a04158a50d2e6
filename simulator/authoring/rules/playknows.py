"""SCN846: a play-through learns less than its author says."""

from simulator.authoring.playing import Played
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot
from simulator.scenario.plays import Play

NOT_KNOWN = error(
    "SCN846",
    N_("the fact `{value}` is not known at the end"),
    N_("Known are: {known}."),
)


def check(play: Play, played: Played, report: Report) -> None:
    """Hold what is known at the end of a talk against `knows:`."""
    for fact in play.knows:
        if fact not in played.state.known:
            known = ", ".join(played.state.known)
            place = Spot(play.line, play.column)
            report.add(NOT_KNOWN, place, value=fact, known=known)
