"""SCN863: the best reply stands first in the file too often."""

from collections.abc import Sequence

from simulator.authoring.rules.giveaways import count
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Reply

FIRST = warning(
    "SCN863",
    N_(
        "in {hits} of {scenes} scenes the best reply stands first, {expected} would be "
        "chance: {known}"
    ),
    N_("Put some of them in another place."),
)


def check(story: Story, report: Report) -> None:
    """Count the scenes in which the first reply is among the best."""
    count(FIRST, _first, story, report)


def _first(replies: Sequence[Reply]) -> Reply | None:
    return replies[0]
