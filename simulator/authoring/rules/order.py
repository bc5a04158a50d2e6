"""SCN832: translations of drills have them, and their replies, in the same order.

The order is the author's, from easy to hard, and whoever drills in another language
goes the same way.
"""

from simulator.authoring.rules.siblings import differs
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.scenario.findings import Report
from simulator.scenario.model import Scene


def check(story: Story, report: Report) -> None:
    """Compare the order of what is there in both files."""
    for sibling in story.siblings:
        ours, theirs = story.scenario.scenes, sibling.scenario.scenes
        _check_order(("scenes",), list(ours), list(theirs), story, sibling, report)
        for name in ours.keys() & theirs.keys():
            path = ("scenes", name, "replies")
            here, there = _replies(ours[name]), _replies(theirs[name])
            _check_order(path, here, there, story, sibling, report)


def _check_order(
    path: tuple[str, ...],
    here: list[str],
    there: list[str],
    story: Story,
    sibling: Story,
    report: Report,
) -> None:
    if here != there and sorted(here) == sorted(there):
        differs(spot(story.document, *path), path, sibling, report)


def _replies(scene: Scene) -> list[str]:
    return [reply.id for reply in scene.replies]
