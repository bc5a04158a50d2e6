"""SCN909: a figure that is taken for words, because of its unit or its dash."""

import re
from typing import Final

from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.nodes import PLAIN, Scalar

WORDY_FIGURE = warning(
    "SCN909",
    N_("`is: {value}` is taken for words, and no rule can count with words"),
    N_("Write `{better}`; what is meant as words should have more of them."),
)

_NUMBER: Final = r"(\d+(?:[  ]\d{3})*(?:[.,]\d+)?)"
_FIGURE: Final = re.compile(
    rf"{_NUMBER}(?:\s*[-–—…]\s*{_NUMBER})?\s*(%|[₽$€]|[^\W\d_]{{1,8}}\.?)?"
)
"""A number or a range, and a unit of one short word."""
_PART: Final = re.compile(rf"{_NUMBER}\s+(?:of|из)\s+{_NUMBER}")


def check(story: Story, report: Report) -> None:
    """Look for facts whose words are a number with a unit, or a range.

    A number in quotes is meant as words, with a unit, too; a range is hardly ever.
    """
    for fact in story.scenario.client.facts.values():
        place = spot(story.document, "client", "facts", fact.id, "is")
        if not isinstance(fact.value, str) or not isinstance(place, Scalar):
            continue
        better = _better(fact.value.strip(), fact.unit, quoted=place.style != PLAIN)
        if better:
            report.add(WORDY_FIGURE, place, value=fact.value, better=better)


def _better(words: str, unit: str | None, *, quoted: bool) -> str:
    """Return how the format has such a figure; empty where it is none."""
    part = None if quoted else _PART.fullmatch(words)
    if part is not None:
        return f"is: {_plain(part[1])}, of: {_plain(part[2])}"
    found = _FIGURE.fullmatch(words)
    if found is None or (quoted and (found[3] or not found[2])):
        return ""
    return _written(*found.groups(), has_unit=unit is not None)


def _written(low: str, high: str | None, unit: str | None, *, has_unit: bool) -> str:
    value = f"[{_plain(low)}, {_plain(high)}]" if high else _plain(low)
    sign = f'"{unit}"' if unit == "%" else unit
    return f"is: {value}" if unit is None or has_unit else f"is: {value}, unit: {sign}"


def _plain(number: str) -> str:
    return re.sub(r"\s", "", number).replace(",", ".")
