"""SCN814: a stop-criterion that the rulebook does not have."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report
from simulator.scenario.spelling import nearest

NO_STOP = error(
    "SCN814",
    N_("the rulebook has no stop-criterion `{value}`"),
    N_("Did you mean `{nearest}`? It has: {known}."),
    N_("It has: {known}."),
)


def check(story: Story, report: Report) -> None:
    """Look up the stop-criteria that facts confirm."""
    if story.rulebook is None:
        return
    known = [one.id for one in story.rulebook.stops]
    for fact in story.scenario.client.facts.values():
        if fact.stop is not None and fact.stop not in known:
            report.add(
                NO_STOP,
                spot(story.document, "client", "facts", fact.id, "stop"),
                value=fact.stop,
                nearest=nearest(fact.stop, known),
                known=", ".join(known) or "-",
            )
