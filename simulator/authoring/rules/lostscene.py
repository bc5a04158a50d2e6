"""SCN801: a scene that no talk can ever come to."""

from simulator.authoring.exploring import led_to
from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

LOST_SCENE = warning(
    "SCN801",
    N_("nothing leads to the scene `{value}`"),
    N_("Lead a reply there with `to: {value}`, or delete the scene."),
)


def check(story: Story, report: Report) -> None:
    """Follow every `to:` from the start, as if every condition could hold."""
    reached = led_to(story.scenario)
    for scene in story.scenario.scenes:
        if scene not in reached:
            place = key_of(story.document, "scenes", scene)
            report.add(LOST_SCENE, place, value=scene)
