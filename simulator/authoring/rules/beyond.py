"""SCN819: a value that is more than its whole."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

BEYOND_WHOLE = error(
    "SCN819",
    N_("the fact `{value}` is {part} of {whole}: a part cannot be more than its whole"),
    N_("Correct `is` or `of`; they may have changed places."),
)


def check(story: Story, report: Report) -> None:
    """Hold the value of each fact against the whole that it is a part of."""
    for fact in story.scenario.client.facts.values():
        if fact.of is None or not isinstance(fact.value, tuple):
            continue
        low, high = fact.value
        if low < 0 or high > fact.of:
            report.add(
                BEYOND_WHOLE,
                spot(story.document, "client", "facts", fact.id, "is"),
                value=fact.id,
                part=f"{float(low if low < 0 else high):.12g}",
                whole=f"{float(fact.of):.12g}",
            )
