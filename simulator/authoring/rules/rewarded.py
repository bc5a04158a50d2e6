"""SCN829: walking in circles ends well."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

CIRCLES_WIN = warning(
    "SCN829",
    N_("whoever walks in circles comes to `{value}`, which counts as a good ending"),
    N_("Lead `patience: to:` to an ending with `good: false`."),
)


def check(story: Story, report: Report) -> None:
    """Look at the ending that lost patience leads to."""
    patience = story.scenario.patience
    if patience is not None and story.scenario.endings[patience.to].good:
        place = spot(story.document, "patience", "to")
        report.add(CIRCLES_WIN, place, value=patience.to)
