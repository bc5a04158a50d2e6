"""SCN872: a reply has too few other wordings to be heard in own words."""

from typing import Final

from simulator.authoring.spots import reply_spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

ENOUGH: Final = 5
"""Other wordings of a reply from which on they are told apart well."""
TOO_FEW = warning(
    "SCN872",
    N_("the reply `{value}` has {n} of {enough} other wordings under `like:`"),
    N_("Add some: how else would people say it?"),
)


def check(story: Story, report: Report) -> None:
    """Count the wordings of every reply that own words can come to."""
    for scene, reply in story.replies():
        if len(reply.like) < ENOUGH:
            place = reply_spot(story.document, scene.id, reply.id)
            n = len(reply.like)
            report.add(TOO_FEW, place, value=reply.id, n=n, enough=ENOUGH)
