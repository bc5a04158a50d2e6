"""SCN834: a file is called a translation of another one, and has another id."""

from pathlib import Path

from simulator.authoring.spots import spot
from simulator.authoring.story import Story, divided
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

OTHER_ID = error(
    "SCN834",
    N_(
        "the file is called a translation of {other}, whose id is `{right}`, not "
        "`{value}`"
    ),
    N_("Write `id: {right}`, or rename the file: translations have the same id."),
)


def check(story: Story, report: Report) -> None:
    """Hold the id of `talk.en.yaml` against that of `talk.yaml` beside it."""
    name = Path(story.file).name
    stem, language = divided(name)
    if not language:
        return
    others = {divided(Path(one.file).name): one for one in story.shelf.heads}
    original = others.get((stem, ""))
    if original is not None and original.id != story.scenario.id:
        report.add(
            OTHER_ID,
            spot(story.document, "id"),
            value=story.scenario.id,
            right=original.id,
            other=Path(original.file).name,
        )
