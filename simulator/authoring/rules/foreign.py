"""SCN902: words that are not in the language of the file."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

FOREIGN = warning(
    "SCN902",
    N_("the words “{words}” are not in the language `{language}`"),
    N_("Translate them, or correct `language:`."),
)

_LATIN: Final = re.compile("[A-Za-z]")
_CYRILLIC: Final = re.compile("[А-Яа-яЁё]")
_WORD: Final = re.compile("[^\\W\\d_]{2,}")
FEW: Final = 3
"""Fewer foreign words may be a name."""


def check(story: Story, report: Report) -> None:
    """Look at the alphabet of every text.

    Where most texts are foreign, that is told once, at `language:`.
    """
    language = story.scenario.language
    own, other = (_CYRILLIC, _LATIN) if language == "ru" else (_LATIN, _CYRILLIC)
    found = [one for one in story.words() if _is_foreign(one.text, own, other)]
    if 2 * len(found) > len(story.words()):
        place = spot(story.document, "language")
        report.add(FOREIGN, place, words=found[0].text, language=language)
        return
    for one in found:
        place = spot(story.document, *one.path)
        report.add(FOREIGN, place, words=one.text, language=language)


def _is_foreign(text: str, own: re.Pattern[str], other: re.Pattern[str]) -> bool:
    if own.search(text) or not other.search(text):
        return False
    return len(_WORD.findall(text)) >= FEW
