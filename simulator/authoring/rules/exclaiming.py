"""SCN870: only replies that are not the best exclaim."""

import re
from typing import Final

from simulator.authoring.rules.giveaways import count_shunned
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

EXCLAIMING = warning(
    "SCN870",
    N_(
        "in {hits} of {scenes} scenes a best reply has no exclamation mark and others "
        "have, {expected} would be chance: {known}"
    ),
    N_("Let a best reply exclaim somewhere, or take the mark from the others."),
)
_MARK: Final = re.compile("!")


def check(story: Story, report: Report) -> None:
    """Count the scenes in which replies exclaim and no best one does."""
    count_shunned(EXCLAIMING, _MARK, story, report)
