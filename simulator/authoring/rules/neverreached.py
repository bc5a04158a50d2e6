"""SCN808: what a `to:` leads to, and yet no talk ever comes to."""

from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NEVER_REACHED = warning(
    "SCN808",
    N_("no talk ever comes to `{value}`, though `to:` leads there"),
    N_("Change the conditions on the way, or delete it with what leads there."),
)


def check(story: Story, report: Report) -> None:
    """Report scenes and endings behind conditions that never let anybody pass."""
    for name in story.course().lost:
        section = "scenes" if name in story.scenario.scenes else "endings"
        place = key_of(story.document, section, name)
        report.add(NEVER_REACHED, place, value=name)
