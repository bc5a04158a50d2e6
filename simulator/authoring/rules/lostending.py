"""SCN802: an ending that no talk can ever come to."""

from simulator.authoring.exploring import led_to
from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

LOST_ENDING = warning(
    "SCN802",
    N_("nothing leads to the ending `{value}`"),
    N_("Lead a reply there with `to: {value}`, or delete the ending."),
)


def check(story: Story, report: Report) -> None:
    """Follow every `to:` from the start, as if every condition could hold."""
    reached = led_to(story.scenario)
    for ending in story.scenario.endings:
        if ending not in reached:
            place = key_of(story.document, "endings", ending)
            report.add(LOST_ENDING, place, value=ending)
