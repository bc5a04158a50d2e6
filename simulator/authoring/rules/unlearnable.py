"""SCN815: a fact that nobody can learn."""

from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NOBODY_LEARNS = warning(
    "SCN815",
    N_("nobody can learn the fact `{value}`"),
    N_(
        "Let a reply `learn: [{value}]` or `tell` it, make it `known: true`, or delete "
        "it; a gap that nobody can fill is written as `is: no-data`."
    ),
)


def check(story: Story, report: Report) -> None:
    """Look for facts that no move gives away.

    A scenario that continues another may be brought any fact by it. A fact that says
    that nobody knows has nothing to be learned.
    """
    scenario = story.scenario
    if scenario.continues is not None:
        return
    given = {
        fact for effects in story.effects() for fact in (*effects.learn, *effects.tell)
    }
    for fact in scenario.client.facts.values():
        if not fact.known and fact.value is not None and fact.id not in given:
            place = key_of(story.document, "client", "facts", fact.id)
            report.add(NOBODY_LEARNS, place, value=fact.id)
