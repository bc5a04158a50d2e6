"""SCN867: the brief says the best reply before the talk begins."""

from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

TOLD_BEFORE = warning(
    "SCN867",
    N_("the brief says the best reply of the scene `{scene}` word for word: “{words}”"),
    N_("Leave it out of the brief: what is right to say belongs into the debrief."),
)

FEW: Final = 3
"""So few words may come about by chance."""


def check(story: Story, report: Report) -> None:
    """Look for the text of each best reply in the brief."""
    if story.merits is None:
        return
    brief = f" {bare(story.scenario.brief)} "
    for scene, reply in story.replies():
        words = bare(reply.text)
        told = words.count(" ") >= FEW and f" {words} " in brief
        if told and reply.id in story.merits.best(scene):
            place = spot(story.document, "brief")
            report.add(TOLD_BEFORE, place, scene=scene.id, words=reply.text)
