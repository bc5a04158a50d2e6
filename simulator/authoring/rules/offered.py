"""SCN803: a reply that is never on offer, whatever is said before."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NEVER_OFFERED = warning(
    "SCN803",
    N_("the reply `{value}` is never on offer: `{condition}` cannot hold there"),
    N_("Change the `if`, lead to it what it asks for, or delete the reply."),
)


def check(story: Story, report: Report) -> None:
    """Report the replies whose condition holds in no state of the talk."""
    for guard in story.course().never:
        if guard.reply:
            report.add(
                NEVER_OFFERED,
                spot(story.document, *guard.path),
                value=guard.about,
                condition=story.written(*guard.path),
            )
