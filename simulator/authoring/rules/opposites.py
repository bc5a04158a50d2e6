"""SCN873: two replies say the contrary of each other, and neither says so."""

from typing import Final

from scoring.codes import Code
from simulator.authoring.spots import reply_spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Reply, Scene

NOT_NAMED = warning(
    "SCN873",
    N_("`{value}` and `{other}` say the contrary of each other"),
    N_(
        "Write `opposite: {other}` here, so that “I will not …” is heard as what it "
        "means."
    ),
)
CONTRARY: Final = ((Code.PROPOSE_TRANSFER, Code.CONCEDE),)
"""Acts of which to deny one is to do the other."""


def check(story: Story, report: Report) -> None:
    """Look for a scene's only reply that does an act, and its only one that denies it.

    Where several replies do either, a denial could mean any of them, and nothing is
    asked for.
    """
    for scene in story.scenario.scenes.values():
        for act, denial in CONTRARY:
            doing, denying = _only(scene, act, denial), _only(scene, denial, act)
            if doing is None or denying is None:
                continue
            if doing.opposite is None and denying.opposite is None:
                place = reply_spot(story.document, scene.id, doing.id)
                report.add(NOT_NAMED, place, value=doing.id, other=denying.id)


def _only(scene: Scene, act: Code, without: Code) -> Reply | None:
    """Return the one reply of a scene that does an act; None if none or several do."""
    found = [
        reply
        for reply in scene.replies
        if act in (codes := {use.code for use in reply.does}) and without not in codes
    ]
    return found[0] if len(found) == 1 else None
