"""SCN901: a word with letters of two alphabets that look alike."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import Words
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

MIXED_LETTERS = warning(
    "SCN901",
    N_(
        "the word “{value}” has {n} letters of another alphabet that only look "
        "right: {known}"
    ),
    N_("Type them anew in the alphabet of the word."),
)

_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z]")
_CYRILLIC: Final = re.compile("[А-Яа-яЁё]")
_LIKE_CYRILLIC: Final = frozenset("aceopxyABCEHKMOPTXi")
_LIKE_LATIN: Final = frozenset("асеорхуАВСЕНКМОРТХі")


def check(story: Story, report: Report) -> None:
    """Look for words in which letters of one alphabet pass for another one."""
    rare = _LATIN if story.scenario.language == "ru" else _CYRILLIC
    if not rare.search(story.all_words()):
        return
    for words in story.words():
        if _LATIN.search(words.text) and _CYRILLIC.search(words.text):
            for word in _WORD.findall(words.text):
                _check(word, words, story, report)


def _check(word: str, words: Words, story: Story, report: Report) -> None:
    latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
    if not latin or not cyrillic:
        return
    fewer, alike = latin, _LIKE_CYRILLIC
    if len(latin) > len(cyrillic):
        fewer, alike = cyrillic, _LIKE_LATIN
    if alike.issuperset(fewer):
        report.add(
            MIXED_LETTERS,
            spot(story.document, *words.path),
            value=word,
            n=len(fewer),
            known=", ".join(dict.fromkeys(fewer)),
        )
