"""SCN856: a fact is learned that is known from the beginning."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

KNOWN_BEFORE = warning(
    "SCN856",
    N_("the fact `{value}` is learned here, but it is known from the beginning"),
    N_("Leave it out here, or `known: true` out there."),
)


def check(story: Story, report: Report) -> None:
    """Look for facts under `learn` that the trainee starts with."""
    facts = story.scenario.client.facts
    for path, effects, _ in story.moves():
        for number, fact in enumerate(effects.learn):
            if facts[fact].known:
                place = spot(story.document, *path, "learn", number)
                report.add(KNOWN_BEFORE, place, value=fact)
