"""SCN908: a word that stands twice in a row."""

import re
from collections.abc import Iterator
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
    (
        *("the", "a", "an", "of", "to", "and"),
        *("в", "на", "и", "с", "к", "о", "из", "от", "для", "по", "что", "не"),
    )
)
"""Short words that nobody says twice; of other short ones one cannot know."""
_SAID_TWICE: Final = frozenset(
    (
        *("that", "very", "really", "much", "many", "long"),
        *("three", "four", "five", "seven", "eight", "nine"),
        *("пять", "шесть", "семь", "восемь", "девять", "десять", "добра"),
    )
)
"""Long words that are rightly said twice: grammar, emphasis, figures, proverbs."""
_LONG: Final = 4
_AGAIN: Final = re.compile(r"(?<![\w’'-])(\w++)[^\S\n]+(?=\1(?![\w’'-]))")
"""A word, and the same once more with nothing but a space between."""


def check(story: Story, report: Report) -> None:
    """Look for words that were typed twice in a row, without a comma or a dash."""
    if not any(_twice(story.all_words())):
        return
    for words in story.words():
        for word in _twice(words.text):
            report.add(STUTTER, spot(story.document, *words.path), value=word)


def _twice(text: str) -> Iterator[str]:
    """Yield each word that follows on itself and should not."""
    for word in _AGAIN.findall(text.casefold()):
        if word in _SMALL or (len(word) >= _LONG and word not in _SAID_TWICE):
            yield word
