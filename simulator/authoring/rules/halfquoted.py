"""SCN905: a quotation mark without its partner."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

HALF_QUOTED = warning(
    "SCN905",
    N_("the text has {opening} “{left}” and {closing} “{right}”"),
    N_("Add the one that is missing, or leave the other out."),
)

_PAIRS: Final = (("«", "»"), ("(", ")"))
_SMILE: Final = re.compile(r"[:;]-?[()]|^\w{1,3}\)|\s\w{1,2}\)|\)\)")
"""Parentheses that stand alone: a smile, and `a)` in a list."""


def check(story: Story, report: Report) -> None:
    """Count the marks that open and those that close."""
    every = story.all_words()
    pairs = [pair for pair in _PAIRS if pair[0] in every or pair[1] in every]
    for words in story.words() if pairs else ():
        for left, right in pairs:
            opening, closing = words.text.count(left), words.text.count(right)
            if opening != closing and not _SMILE.search(words.text):
                report.add(
                    HALF_QUOTED,
                    spot(story.document, *words.path),
                    opening=opening,
                    left=left,
                    closing=closing,
                    right=right,
                )
