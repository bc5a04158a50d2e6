"""SCN828: a reminder that patience leaves no turn for."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NEVER_REMINDED = warning(
    "SCN828",
    N_(
        "the reminder has {n} wordings, and patience ends at turn {turns}: from "
        "number {following} on they are never said"
    ),
    N_("Leave the last ones out, or raise `turns:`."),
)


def check(story: Story, report: Report) -> None:
    """Hold the wordings of each reminder against the turns before the last."""
    patience = story.scenario.patience
    if patience is None:
        return
    for number, line in enumerate(patience.reminders):
        if len(line.texts) >= patience.turns:
            report.add(
                NEVER_REMINDED,
                spot(story.document, "patience", "reminders", number),
                n=len(line.texts),
                turns=patience.turns,
                following=patience.turns,
            )
