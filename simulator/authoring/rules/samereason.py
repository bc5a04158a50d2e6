"""SCN854: a good and a bad reply are explained by the same words."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

SAME_REASON = warning(
    "SCN854",
    N_(
        "`{value}` and `{other}` have the same `because`, and one of them is among "
        "the best replies"
    ),
    N_("Say of each why it is good or bad; one may have been copied."),
)


def check(story: Story, report: Report) -> None:
    """Compare the reasons of the best replies of a scene with those of the others."""
    if story.merits is None:
        return
    for scene in story.scenario.scenes.values():
        best = story.merits.best(scene)
        good = {
            bare(r.because): r.id for r in scene.replies if r.because and r.id in best
        }
        for number, reply in enumerate(scene.replies):
            other = good.get(bare(reply.because)) if reply.because else None
            if other is not None and reply.id not in best:
                path = ("scenes", scene.id, "replies", number, "because")
                place = spot(story.document, *path)
                report.add(SAME_REASON, place, value=reply.id, other=other)
