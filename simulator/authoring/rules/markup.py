"""SCN904: markup that is shown as it was typed."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

MARKUP = warning(
    "SCN904",
    N_("“{value}” is shown as it was typed: text has no markup here"),
    N_("Leave it out."),
)

_MARKS: Final = re.compile(
    r"\*\*\S|</?(?:b|i|u|em|strong|br|p|span)\s*/?>|&(?:nbsp|amp|lt|gt|quot);|\\n"
    r"|\[/?(?:b|i|bold|italic)\]",
)


def check(story: Story, report: Report) -> None:
    """Look for marks of Markdown, of HTML and of line breaks."""
    if _MARKS.search(story.all_words()) is None:
        return
    for words in story.words():
        found = _MARKS.search(words.text)
        if found is not None:
            place = spot(story.document, *words.path)
            report.add(MARKUP, place, value=found.group())
