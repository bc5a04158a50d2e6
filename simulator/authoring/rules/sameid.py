"""SCN833: two files of a folder hold the same scenario in the same language."""

from pathlib import Path

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

SAME_ID = error(
    "SCN833",
    N_("the scenario `{value}` in {language} is in {other}, too"),
    N_(
        "Give one of the two another `id`, or another `language` if it is a "
        "translation."
    ),
)


def check(story: Story, report: Report) -> None:
    """Look for another file with the same `id` and `language` in the folder."""
    scenario = story.scenario
    for head in story.shelf.heads:
        same = (head.id, head.language) == (scenario.id, scenario.language)
        if same and head.file != story.file:
            report.add(
                SAME_ID,
                spot(story.document, "id"),
                value=scenario.id,
                language=scenario.language,
                other=Path(head.file).name,
            )
