"""SCN907: a line begins with the name of who says it."""

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import bare
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

NAMED_TWICE = warning(
    "SCN907",
    N_("the line begins with “{value}”, and the screen shows who speaks already"),
    N_("Leave the name and its colon out of the words."),
)


def check(story: Story, report: Report) -> None:
    """Look for lines that begin with the speaker's id or name and a colon."""
    cast = story.scenario.cast
    for words in story.words():
        if words.who is None or ":" not in words.text:
            continue
        first = words.text.partition(":")[0].strip()
        if bare(first) in {bare(words.who), bare(cast[words.who].name)}:
            place = spot(story.document, *words.path)
            report.add(NAMED_TWICE, place, value=f"{first}:")
