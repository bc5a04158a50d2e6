"""SCN838: a talk goes on from a scenario that does not exist."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NOTHING_BEFORE = warning(
    "SCN838",
    N_("there is no scenario `{value}` that this one could go on from"),
    N_("Correct the id, or put that scenario into the pack."),
)


def check(story: Story, report: Report) -> None:
    """Look the scenario before up, in the folder and among those that can be played."""
    before = story.scenario.continues
    if before is not None and "continues" in story.absent:
        place = spot(story.document, "continues", "scenario")
        report.add(NOTHING_BEFORE, place, value=before.scenario)
