"""SCN812: the rulebook that the scenario names does not exist."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

NO_RULEBOOK = error(
    "SCN812",
    N_("there is no rulebook `{value}`, neither in the pack nor shipped"),
    N_("Put it into the pack's rulebooks/, or leave `rulebook:` out."),
)


def check(story: Story, report: Report) -> None:
    """Look the rulebook up in the pack and among those shipped."""
    if "rulebooks" in story.absent:
        place = spot(story.document, "rulebook")
        report.add(NO_RULEBOOK, place, value=story.scenario.rulebook)
