"""SCN804: a state in which nothing can be answered, and the talk is not over."""

from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

DEAD_END = error(
    "SCN804",
    N_("in the scene `{value}` nothing is on offer after: {known}"),
    N_("Add a reply without `if` and `once`, or lead elsewhere before that."),
)


def check(story: Story, report: Report) -> None:
    """Report each scene with such a state, with a shortest way into it."""
    for stuck in story.course().dead_ends:
        report.add(
            DEAD_END,
            key_of(story.document, "scenes", stuck.scene),
            value=stuck.scene,
            known=stuck.way,
        )
