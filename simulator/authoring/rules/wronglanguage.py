"""SCN835: a file is called after one language and written in another."""

from pathlib import Path

from simulator.authoring.spots import spot
from simulator.authoring.story import Story, divided
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

OTHER_LANGUAGE = error(
    "SCN835",
    N_("the file is called `.{right}`, and its language is `{value}`"),
    N_("Write `language: {right}`, or rename the file."),
)


def check(story: Story, report: Report) -> None:
    """Hold the language of `talk.en.yaml` against its name."""
    _, language = divided(Path(story.file).name)
    if language and language != story.scenario.language:
        place = spot(story.document, "language")
        value = story.scenario.language
        report.add(OTHER_LANGUAGE, place, right=language, value=value)
