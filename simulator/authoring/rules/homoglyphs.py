"""SCN901: letters of one alphabet that pass for those of another."""

import re
from collections.abc import Iterator
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.authoring.texts import Words
from simulator.messages import N_
from simulator.scenario.alphabets import LIKE_LATIN, LIKE_RUSSIAN, in_latin
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
_LATIN: Final = re.compile("[A-Za-z]+")
_CYRILLIC: Final = re.compile("[А-Яа-яЁё]+")
_CYRILLIC_LEADS: Final = (b"\xd0", b"\xd1")
"""One of these begins each Cyrillic letter in UTF-8."""
_NOT_LATIN: Final = bytes(set(range(256)) - {*range(65, 91), *range(97, 123)})
_AS_LATIN: Final = {ord(one): in_latin(one) for one in LIKE_LATIN}
_COMMON: Final = (
    *("а", "с", "о", "у", "в", "к", "на", "не", "но", "то", "он", "она", "оно"),
    *("так", "как", "кто", "там", "тот", "та", "вас", "нас", "все"),
)
_PASSING: Final = frozenset(
    passing
    for word in _COMMON
    for cased in (word, word.capitalize(), word.upper())
    if _LATIN.fullmatch(passing := cased.translate(_AS_LATIN))
)
"""Common Russian words in Latin letters from beginning to end."""
_WHOLE: Final = re.compile(
    rf"(?:^|(?<=[А-Яа-яЁё,;:—–.!?…] )|(?<=[«„(]))(?:{'|'.join(sorted(_PASSING))})"
    r"(?=,? [А-Яа-яЁё«])",
)
_ONE_CAPITAL: Final = re.compile(r"(?<=[А-Яа-яЁё,;:—–] )[A-Z](?= )")
"""A capital alone in the midst of a sentence names something: client A."""


def check(story: Story, report: Report) -> None:
    """Look for words in which letters of one alphabet pass for another one."""
    if not _touches_others(story.all_words()):
        return
    for words in story.words():
        if _LATIN.search(words.text) and _CYRILLIC.search(words.text):
            for word in _WORD.findall(words.text):
                _check(word, words, story, report)
            for word in _whole(words.text):
                _tell(word, word, words, story, report)


def _touches_others(text: str) -> bool:
    """Tell whether letters of one alphabet stand right beside any other letters.

    The bytes of a text tell in no time which alphabets it has: mostly one.
    """
    encoded = text.encode()
    if not any(lead in encoded for lead in _CYRILLIC_LEADS):
        return False
    if not encoded.translate(None, _NOT_LATIN):
        return False
    spans = (found.span() for found in _LATIN.finditer(text))
    return any(
        text[start - 1 : start].isalpha()
        or text[end : end + 1].isalpha()
        or text[start:end] in _PASSING
        for start, end in spans
    )


def _whole(text: str) -> Iterator[str]:
    """Yield Latin words between Russian ones that pass for common Russian words."""
    for found in _WHOLE.finditer(text):
        if not _ONE_CAPITAL.match(text, found.start()):
            yield found.group()


def _check(word: str, words: Words, story: Story, report: Report) -> None:
    latin, cyrillic = ("".join(one.findall(word)) for one in (_LATIN, _CYRILLIC))
    if not latin or not cyrillic:
        return
    fewer, alike = latin, LIKE_RUSSIAN
    if len(latin) > len(cyrillic):
        fewer, alike = cyrillic, LIKE_LATIN
    if alike.issuperset(fewer):
        _tell(word, fewer, words, story, report)


def _tell(word: str, wrong: str, words: Words, story: Story, report: Report) -> None:
    report.add(
        MIXED_LETTERS,
        spot(story.document, *words.path),
        value=word,
        n=len(wrong),
        known=", ".join(dict.fromkeys(wrong)),
    )
