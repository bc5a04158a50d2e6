"""SCN840: a text has other figures than its translation."""

import re
from pathlib import Path
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

OTHER_FIGURE = warning(
    "SCN840",
    N_("“{words}” stands here, and “{known}” at the same place in {other}"),
    N_("Correct the one that is wrong: the same story has the same figures."),
)

_LOOSE: Final = re.compile(r"\d+:\d\d|\b\d\d?\.(?:0[1-9]|1[0-2])\b(?!\s*%)")
"""Times and days, which each language writes in ways of its own."""
_DIGIT: Final = re.compile(r"\d")
_FIGURE: Final = re.compile(r"\d+(?:[.,\s]\d{3}(?!\d))*(?:[.,]\d+)?")
_SIGNS: Final = re.compile(r"\D")
_YEAR: Final = 4


def check(story: Story, report: Report) -> None:
    """Hold the figures of each text against those of its translations.

    Other wordings are each language's own.
    """
    for sibling in story.siblings:
        theirs = {
            one.path: one.text for one in sibling.words() if _DIGIT.search(one.text)
        }
        for one in story.words():
            if one.path not in theirs or "like" in one.path:
                continue
            words, known = _parting(one.text, theirs[one.path])
            if words and known:
                report.add(
                    OTHER_FIGURE,
                    spot(story.document, *one.path),
                    words=words,
                    known=known,
                    other=Path(sibling.file).name,
                )


def _parting(one: str, other: str) -> tuple[str, str]:
    """Return the first figure of each text that the other does not have.

    Only where both have one: what is a figure here may be a word there.
    """
    if not (_DIGIT.search(one) and _DIGIT.search(other)):
        return "", ""
    mine, theirs = _figures(one), _figures(other)
    return _lacking(mine, theirs), _lacking(theirs, mine)


def _figures(text: str) -> dict[str, str]:
    """Return figures as written, by the digits that tell them apart.

    1.9 million and 1,900,000 have the same.
    """
    found = _FIGURE.findall(_LOOSE.sub("", text))
    return {_SIGNS.sub("", one).strip("0"): one for one in found}


def _lacking(some: dict[str, str], others: dict[str, str]) -> str:
    """Return a figure that the others do not have; 2023 may be the year 23."""
    left = (one for one in some if not any(_same(one, two) for two in others))
    return next((some[one] for one in left), "")


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    a_year = len(long) == _YEAR and len(short) == len("23") and long.endswith(short)
    return one == other or a_year
