"""SCN858: a principle is tested where every reply serves it equally."""

from simulator.authoring.merit import GOOD
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

ALL_ALIKE = warning(
    "SCN858",
    N_(
        "the scene `{scene}` tests {value}, and every reply of it shows level "
        "{level} there"
    ),
    N_("Add a reply that fails {value}, or take it out of `tests`."),
)


def check(story: Story, report: Report) -> None:
    """Compare the levels of the replies of each scene on what the scene tests."""
    if story.merits is None:
        return
    for scene in story.scenario.scenes.values():
        shown = [story.merits.levels(reply) for reply in scene.replies]
        for number, principle in enumerate(scene.tests if len(shown) > 1 else ()):
            levels = {one.get(principle, -1) for one in shown}
            if len(levels) == 1 and min(levels) >= GOOD:
                report.add(
                    ALL_ALIKE,
                    spot(story.document, "scenes", scene.id, "tests", number),
                    scene=scene.id,
                    value=principle,
                    level=min(levels),
                )
