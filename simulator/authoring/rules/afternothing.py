"""SCN839: a talk goes on from an ending that the talk before does not have."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report
from simulator.scenario.spelling import nearest

NO_SUCH_END = error(
    "SCN839",
    N_("the scenario `{scenario}` has no ending `{value}`"),
    N_("Did you mean `{nearest}`? It has: {known}."),
    N_("It has: {known}."),
)


def check(story: Story, report: Report) -> None:
    """Look the endings of `continues: after:` up in the talk before."""
    before = story.scenario.continues
    if before is None or story.previous is None:
        return
    for number, ending in enumerate(before.after):
        if ending not in story.previous.endings:
            known = list(story.previous.endings)
            report.add(
                NO_SUCH_END,
                spot(story.document, "continues", "after", number),
                scenario=before.scenario,
                value=ending,
                nearest=nearest(ending, known),
                known=", ".join(known),
            )
