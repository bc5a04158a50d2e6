"""SCN811: the rubric that the scenario names does not exist."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

NO_RUBRIC = error(
    "SCN811",
    N_("there is no rubric `{value}`, neither in the pack nor shipped"),
    N_("Put it into the pack's rubrics/, or leave `rubric:` out."),
)


def check(story: Story, report: Report) -> None:
    """Look the rubric up in the pack and among those shipped."""
    if "rubrics" in story.absent:
        place = spot(story.document, "rubric")
        report.add(NO_RUBRIC, place, value=story.scenario.rubric)
