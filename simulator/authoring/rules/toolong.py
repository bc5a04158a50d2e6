"""SCN879: a reply fills a small screen."""

from typing import Final

from simulator.authoring.spots import reply_spot, spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

TOO_LONG = warning(
    "SCN879",
    N_(
        "the reply `{value}` has {n} characters; more than {most} fill half a "
        "small screen"
    ),
    N_("Say it in fewer words, or spread it over two turns."),
)

MOST: Final = 500
"""About ten of the twenty lines of a screen of 60 × 20 characters."""


def check(story: Story, report: Report) -> None:
    """Measure the text of each reply."""
    for scene, reply in story.replies():
        if len(reply.text) > MOST:
            place = spot(reply_spot(story.document, scene.id, reply.id), "text")
            report.add(TOO_LONG, place, value=reply.id, n=len(reply.text), most=MOST)
