"""SCN805: a state from which every way leads round and round, to no ending."""

from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

NO_WAY_OUT = error(
    "SCN805",
    N_("from the scene `{value}` no ending can be reached after: {known}"),
    N_("Lead a reply of this circle to an ending, or give the scenario `patience:`."),
)


def check(story: Story, report: Report) -> None:
    """Report each scene through which such a circle is entered."""
    for stuck in story.course().endless:
        report.add(
            NO_WAY_OUT,
            key_of(story.document, "scenes", stuck.scene),
            value=stuck.scene,
            known=stuck.way,
        )
