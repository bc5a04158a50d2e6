"""SCN826: no ending is good."""

from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NOTHING_GOOD = warning(
    "SCN826",
    N_("no ending is good"),
    N_("Write `good: true` at the ending that a good talk comes to, or add one."),
)


def check(story: Story, report: Report) -> None:
    """Look for an ending with `good: true`."""
    if not any(ending.good for ending in story.scenario.endings.values()):
        report.add(NOTHING_GOOD, key_of(story.document, "endings"))
