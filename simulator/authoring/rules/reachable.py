"""SCN801, SCN802: what no talk can ever come to."""

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
LOST_ENDING = warning(
    "SCN802",
    N_("nothing leads to the ending `{value}`"),
    N_("Lead a reply there with `to: {value}`, or delete the ending."),
)


def check(story: Story, report: Report) -> None:
    """Follow every `to:` from the start, as if every condition could hold."""
    scenario, reached = story.scenario, led_to(story.scenario)
    for scene in scenario.scenes:
        if scene not in reached:
            place = key_of(story.document, "scenes", scene)
            report.add(LOST_SCENE, place, value=scene)
    for ending in scenario.endings:
        if ending not in reached:
            place = key_of(story.document, "endings", ending)
            report.add(LOST_ENDING, place, value=ending)
