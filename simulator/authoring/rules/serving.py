"""SCN817: a principle is tested where no reply serves it."""

from simulator.authoring.merit import GOOD
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.model import Scene

NOBODY_SERVES = warning(
    "SCN817",
    N_(
        "the scene `{scene}` tests {value}, but no reply of it comes to level {good} "
        "there; the best comes to {best}"
    ),
    N_("Add a reply that serves {value}, or take it out of `tests`."),
)


def check(story: Story, report: Report) -> None:
    """Rate every reply of a scene on what the scene tests; forms are left out."""
    for scene in story.scenario.scenes.values():
        if scene.form is None:
            _check_scene(scene, story, report)


def _check_scene(scene: Scene, story: Story, report: Report) -> None:
    if story.merits is None:
        return
    shown = [story.merits.levels(reply) for reply in scene.replies]
    for number, principle in enumerate(scene.tests):
        best = max((levels.get(principle, -1) for levels in shown), default=-1)
        if best < GOOD:
            report.add(
                NOBODY_SERVES,
                spot(story.document, "scenes", scene.id, "tests", number),
                scene=scene.id,
                value=principle,
                good=GOOD,
                best="-" if best < 0 else best,
            )
