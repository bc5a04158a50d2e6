"""SCN868: a fact in money for a criterion that is not measured in money."""

import re
from typing import Final

from scoring.rulebook import Criterion
from simulator.authoring.spots import spot
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report

IN_MONEY = warning(
    "SCN868",
    N_(
        "the fact `{value}` is in {unit}, and its figure is read as what `{criterion}` "
        "is measured in: {known}"
    ),
    N_("Give the figure in that unit, or add the `level:` that it shows."),
)

_MONEY: Final = re.compile(
    r"^\W*(?:(?:thousand|million|billion|тыс|млн|млрд|миллион\w*)\.?\s*)?"
    r"(?:[₽$€£]|руб|(?:rouble|ruble|dollar|euro|pound)s?\b|RUB\b|USD\b|EUR\b|GBP\b)",
    re.IGNORECASE,
)


def check(story: Story, report: Report) -> None:
    """Hold the units of figures that prove something against what they prove."""
    for fact in story.scenario.client.facts.values():
        criterion = _counted(fact.criterion, story) if fact.level is None else None
        if criterion is None or not isinstance(fact.value, tuple):
            continue
        if _MONEY.match(fact.unit or ""):
            report.add(
                IN_MONEY,
                spot(story.document, "client", "facts", fact.id, "unit"),
                value=fact.id,
                unit=fact.unit,
                criterion=criterion.id,
                known=criterion.unit.get(story.scenario.language, "-"),
            )


def _counted(name: str | None, story: Story) -> Criterion | None:
    """Return the criterion of a name, if it has bounds that are not of money."""
    rulebook = story.rulebook
    criterion = rulebook.criterion(name) if rulebook and name else None
    if rulebook is None or criterion is None or not criterion.bounds:
        return None
    quantity = rulebook.quantity(criterion.quantity) if criterion.quantity else None
    units = " ".join(criterion.unit.values())
    money = "RUB" in quantity.measure.powers if quantity else _MONEY.match(units)
    return None if money else criterion
