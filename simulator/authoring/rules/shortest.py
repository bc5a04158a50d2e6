"""SCN862: the best reply is the shortest too often."""

from simulator.authoring.rules.giveaways import REMEDY, by_length, count
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

SHORTEST = warning(
    "SCN862",
    N_(
        "in {hits} of {scenes} scenes the best reply is the shortest, {expected} would "
        "be chance: {known}"
    ),
    REMEDY,
)


def check(story: Story, report: Report) -> None:
    """Count the scenes in which the shortest reply is among the best."""
    count(SHORTEST, by_length(min), story, report)
