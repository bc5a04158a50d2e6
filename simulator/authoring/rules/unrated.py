"""SCN822: a reply has a code that the rubric has no row for."""

from scoring.codes import Code
from simulator.authoring.spots import reply_spot, spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NO_ROW = warning(
    "SCN822",
    N_("no row of the rubric `{rubric}` knows the code `{value}`, so it earns nothing"),
    N_("Add a row with `{value}` to the rubric, or choose another code."),
)


def check(story: Story, report: Report) -> None:
    """Look every code of every reply up in the rubric's rows; `none` needs no row."""
    if story.rubric is None:
        return
    known = {pattern.code for row in story.rubric.rows for pattern in row.when}
    known.add(Code.NONE)
    for scene, reply in story.replies():
        for use in reply.does:
            if use.code not in known:
                place = spot(reply_spot(story.document, scene.id, reply.id), "does")
                rubric = story.rubric.id
                report.add(NO_ROW, place, value=use.code, rubric=rubric)
