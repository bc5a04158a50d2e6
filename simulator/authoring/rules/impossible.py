"""SCN820: a value that nothing of its kind can have."""

import re
from typing import Final

from scoring.formulas import Exact
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report
from simulator.scenario.model import ClientFact

CANNOT_BE = error(
    "SCN820",
    N_("the fact `{value}` is {given}, and must lie within {low}..{high}"),
    N_("Correct the figure, or its `unit` or `criterion`."),
)
_ENDLESS: Final = "∞"
"""What stands for a bound that there is none of."""

_PERCENTILE: Final = re.compile(r"процентил|percentile", re.IGNORECASE)
_SHARE: Final = re.compile(r"\b(?:share|дол[яиюе])\b", re.IGNORECASE)
_PER_CENT: Final = re.compile(r"%|per ?cent|\bpct\b|процент|\bпроц\b", re.IGNORECASE)
_GROWING: Final = re.compile(r"growth|grow|рост|прирост|измен|change", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"(?:дн[яей]|день|дней|недел|месяц|групп|клиент|человек|люд"
    r"|days?\b|weeks?\b|months?\b|groups?\b|clients?\b|people\b)",
    re.IGNORECASE,
)
_ALL: Final = 100


def check(story: Story, report: Report) -> None:
    """Hold each value against what its criterion, its unit and its name allow."""
    for fact in story.scenario.client.facts.values():
        if not isinstance(fact.value, tuple):
            continue
        low, high = _bounds(fact, story)
        first, last = fact.value
        if (low is None or first >= low) and (high is None or last <= high):
            continue
        wrong = first if low is not None and first < low else last
        report.add(
            CANNOT_BE,
            spot(story.document, "client", "facts", fact.id, "is"),
            value=fact.id,
            given=f"{float(wrong):.12g}",
            low=f"-{_ENDLESS}" if low is None else f"{float(low):.12g}",
            high=_ENDLESS if high is None else f"{float(high):.12g}",
        )


Bounds = tuple[Exact | None, Exact | None]


def _bounds(fact: ClientFact, story: Story) -> Bounds:
    """Return the least and the most that a fact can be; None for no bound."""
    unit = fact.unit or ""
    if _PERCENTILE.search(unit):
        return 0, _ALL
    if _PER_CENT.search(unit) and _SHARE.search(f"{fact.id} {fact.name}"):
        growing = _GROWING.search(f"{fact.id} {fact.name}")
        return (None, None) if growing else (0, _ALL)
    if _COUNTED.match(unit.strip()):
        return 0, None
    return _measured(fact, story)


def _measured(fact: ClientFact, story: Story) -> Bounds:
    """Return the bounds of the quantity that a fact's criterion is held against."""
    rulebook = story.rulebook
    if rulebook is None or fact.criterion is None or fact.level is not None:
        return None, None
    criterion = rulebook.criterion(fact.criterion)
    name = criterion.quantity if criterion else None
    quantity = rulebook.quantity(name) if name else None
    return (quantity.least, quantity.most) if quantity else (None, None)
