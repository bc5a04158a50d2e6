"""SCN908: a small word that stands twice."""

from itertools import pairwise
from operator import eq
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

STUTTER = warning(
    "SCN908",
    N_("the word “{value}” stands twice in a row"),
    N_("Delete one of the two."),
)

_SMALL: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "with",
        "from",
        "в",
        "на",
        "и",
        "с",
        "к",
        "о",
        "из",
        "от",
        "для",
        "по",
        "что",
        "не",
    ]
)


def check(story: Story, report: Report) -> None:
    """Look for articles, prepositions and the like that were typed twice."""
    for words in story.words():
        row = words.text.casefold().split()
        if not any(map(eq, row, row[1:])):
            continue
        for word, following in pairwise(row):
            if word == following and word in _SMALL:
                place = spot(story.document, *words.path)
                report.add(STUTTER, place, value=word)
