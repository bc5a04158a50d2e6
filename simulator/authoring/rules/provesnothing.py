"""SCN857: a fact that is evidence for a criterion and says no level of it."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

PROVES_NOTHING = warning(
    "SCN857",
    N_(
        "the fact `{value}` is evidence for `{criterion}`, but “{words}” gives no "
        "level of it"
    ),
    N_("Write a number in the unit of the criterion after `is:`, or add `level:`."),
)


def check(story: Story, report: Report) -> None:
    """Look for evidence in words, or yes or no, without the level that it allows."""
    for fact in story.scenario.client.facts.values():
        if fact.criterion is None or fact.level is not None:
            continue
        if isinstance(fact.value, str | bool):
            path = ("client", "facts", fact.id, "is")
            report.add(
                PROVES_NOTHING,
                spot(story.document, *path),
                value=fact.id,
                criterion=fact.criterion,
                words=story.written(*path),
            )
