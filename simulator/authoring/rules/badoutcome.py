"""SCN824: an ending counts as good, and its outcome is a bad one."""

from typing import Final

from scoring.talk import Outcome
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

GOOD_AND_BAD = warning(
    "SCN824",
    N_("the ending `{value}` counts as good, and its outcome is `{outcome}`"),
    N_("Write `good: false`, or another `outcome`."),
)

BAD: Final = frozenset(
    {
        Outcome.KEPT_WITHOUT_PLAN,
        Outcome.FORCED,
        Outcome.CIRCLE,
        Outcome.MANAGER_LOST,
        Outcome.CLIENT_LOST,
    }
)
"""Outcomes in which nothing was decided, or somebody was lost."""


def check(story: Story, report: Report) -> None:
    """Hold `good` of each ending against its outcome."""
    for ending in story.scenario.endings.values():
        if ending.good and ending.outcome in BAD:
            place = spot(story.document, "endings", ending.id, "good")
            report.add(GOOD_AND_BAD, place, value=ending.id, outcome=ending.outcome)
