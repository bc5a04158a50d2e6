"""SCN825: a good ending decides what the rulebook never allows.

Nothing is allowed where `decisions:` has no list for the only status there can be.
"""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.verdict import decisions, possible
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NOT_ALLOWED = warning(
    "SCN825",
    N_(
        "the ending `{value}` counts as good, but the rulebook never allows "
        "`{outcome}` here; it allows: {known}"
    ),
    N_(
        "Change its `outcome`, the facts of the client or the rulebook's `decisions`, "
        "or write `good: false`."
    ),
)


def check(story: Story, report: Report) -> None:
    """Hold the outcomes of good endings against what the rules allow."""
    fitting = possible(story)
    if fitting is None:
        return
    judged = decisions(story) - fitting
    for ending in story.scenario.endings.values():
        if ending.good and ending.outcome in judged:
            report.add(
                NOT_ALLOWED,
                spot(story.document, "endings", ending.id, "outcome"),
                value=ending.id,
                outcome=ending.outcome,
                known=", ".join(sorted(fitting)) or "-",
            )
