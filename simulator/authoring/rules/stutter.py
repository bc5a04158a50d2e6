"""SCN908: a small word that stands twice."""

from collections.abc import Iterator
from itertools import compress
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
    if not any(_twice(story.all_words())):
        return
    for words in story.words():
        for word in _twice(words.text):
            report.add(STUTTER, spot(story.document, *words.path), value=word)


def _twice(text: str) -> Iterator[str]:
    """Yield each small word that follows on itself."""
    row = text.casefold().split()
    again = compress(row, map(eq, row, row[1:]))
    yield from (word for word in again if word in _SMALL)
