"""SCN878: a reply without a word."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NO_WORDS = warning(
    "SCN878",
    N_("the reply `{value}` has no words: “{words}”"),
    N_("Write what is said; for saying nothing, write so: “Say nothing.”"),
)


def check(story: Story, report: Report) -> None:
    """Look for texts and wordings of replies without a letter or a digit."""
    for scene in story.scenario.scenes.values():
        for number, reply in enumerate(scene.replies):
            path = ("scenes", scene.id, "replies", number)
            written: list[tuple[tuple[str | int, ...], str]] = [
                ((*path, "text"), reply.text),
                *[((*path, "like", k), one) for k, one in enumerate(reply.like)],
            ]
            for place, text in written:
                if not bare(text):
                    at = spot(story.document, *place)
                    report.add(NO_WORDS, at, value=reply.id, words=text)
