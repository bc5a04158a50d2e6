"""SCN876: a wording that the reply has already."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

SAID_BEFORE = warning(
    "SCN876",
    N_("the reply `{value}` has this wording already"),
    N_("Say it otherwise: the reader learns nothing from the same words."),
)


def check(story: Story, report: Report) -> None:
    """Look for wordings under `like` that repeat the text or each other."""
    for scene in story.scenario.scenes.values():
        for number, reply in enumerate(scene.replies):
            seen = {bare(reply.text)}
            for k, text in enumerate(reply.like):
                words = bare(text)
                if words in seen:
                    path = ("scenes", scene.id, "replies", number, "like", k)
                    place = spot(story.document, *path)
                    report.add(SAID_BEFORE, place, value=reply.id)
                seen.add(words)
