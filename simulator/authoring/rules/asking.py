"""SCN869: the only reply that asks is the best too often."""

import re
from typing import Final

from simulator.authoring.rules.giveaways import REMEDY, count, only
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

ASKING = warning(
    "SCN869",
    N_(
        "in {hits} of {scenes} scenes the only reply with a question mark is the best, "
        "{expected} would be chance: {known}"
    ),
    REMEDY,
)
_QUESTION: Final = re.compile(r"\?")


def check(story: Story, report: Report) -> None:
    """Count the scenes in which the only reply that asks is among the best."""
    count(ASKING, only(_QUESTION), story, report)
