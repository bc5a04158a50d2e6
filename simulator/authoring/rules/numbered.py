"""SCN865: the only reply with a number is the best too often."""

import re
from typing import Final

from simulator.authoring.rules.giveaways import REMEDY, count, only
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NUMBERS = warning(
    "SCN865",
    N_(
        "in {hits} of {scenes} scenes the only reply with a number is the best, "
        "{expected} would be chance: {known}"
    ),
    REMEDY,
)
_NUMBER: Final = re.compile(r"\d")


def check(story: Story, report: Report) -> None:
    """Count the scenes in which the only reply with a number is among the best."""
    count(NUMBERS, only(_NUMBER), story, report)
