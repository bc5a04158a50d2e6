"""SCN877: a reply is the opposite of itself."""

from simulator.authoring.spots import reply_spot, spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

OWN_OPPOSITE = error(
    "SCN877",
    N_("the reply `{value}` is the opposite of itself"),
    N_("Name the reply that “I will not …” means here, or leave `opposite:` out."),
)


def check(story: Story, report: Report) -> None:
    """Compare `opposite` of each reply with its id."""
    for scene, reply in story.replies():
        if reply.opposite == reply.id:
            place = spot(reply_spot(story.document, scene.id, reply.id), "opposite")
            report.add(OWN_OPPOSITE, place, value=reply.id)
