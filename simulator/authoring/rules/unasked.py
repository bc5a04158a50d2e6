"""SCN809: a flag that is set and changes nothing."""

from scoring.codes import REASONS
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.conditions import TestName
from simulator.scenario.findings import Report

NEVER_ASKED = warning(
    "SCN809",
    N_("the flag `{value}` is set, but nothing asks for it"),
    N_("Ask for it with `flag({value})`, or leave it out."),
)


def check(story: Story, report: Report) -> None:
    """Look for flags that no condition asks for and that save no turn.

    A new flag keeps a turn from being fruitless; where what is said gives no reason,
    that is an effect of its own, and the author may have set the flag for it.
    """
    asks = {one.about for one in story.questions() if one.name is TestName.FLAG}
    moves = [one for one in story.moves() if one[1].flags]
    saving = {
        flag
        for _, effects, codes in moves
        if codes.isdisjoint(REASONS) and not effects.learn
        for flag in effects.flags
    }
    told: set[str] = set(asks | saving)
    for path, effects, _ in moves:
        for n, flag in enumerate(effects.flags):
            if flag not in told:
                told.add(flag)
                place = spot(story.document, *path, "set", n)
                report.add(NEVER_ASKED, place, value=flag)
