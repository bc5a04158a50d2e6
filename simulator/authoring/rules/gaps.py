"""SCN906: two spaces between words, or one before a comma."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

GAP = warning(
    "SCN906",
    N_("there is a space too many: “{value}”"),
    N_("Delete it."),
)

_SIGNS: Final = ("  ", " ,", " ;")
"""Looked for first, since most scenarios have none of them."""
_GAP: Final = re.compile(r"\S*[^\s.!?:;] {2,}[^\s|]\S*|\w+ [,;](?=\s|$)")


def check(story: Story, report: Report) -> None:
    """Look for spaces that nobody meant."""
    if not any(sign in story.all_words() for sign in _SIGNS):
        return
    for words in story.words():
        found = _GAP.search(words.text)
        if found is not None:
            place = spot(story.document, *words.path)
            report.add(GAP, place, value=found.group().replace(" ", "␣"))
