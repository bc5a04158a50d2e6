"""SCN861: the best reply is the longest too often."""

from simulator.authoring.rules.giveaways import REMEDY, by_length, count
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

LONGEST = warning(
    "SCN861",
    N_(
        "in {hits} of {scenes} scenes the best reply is the longest, {expected} would "
        "be chance: {known}"
    ),
    REMEDY,
)


def check(story: Story, report: Report) -> None:
    """Count the scenes in which the longest reply is among the best."""
    count(LONGEST, by_length(max), story, report)
