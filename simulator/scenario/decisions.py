"""What can be decided on a form."""

from typing import Final

from scoring.talk import Outcome
from simulator.scenario.spelling import nearest

DECISIONS: Final = (
    Outcome.TRANSFER,
    Outcome.LEAD_TOGETHER,
    Outcome.KEEP_WITH_PLAN,
    Outcome.NOT_KEY,
    Outcome.COLLECT_DATA,
    Outcome.FREEZE,
    Outcome.MEETING,
)
"""Outcomes that somebody decides; the others befall one."""


def decision_meant(name: str) -> str:
    """Return what can be decided for a name that says so, misspelt or not.

    One misspelt is told where it is offered, and not where it is asked for rightly.
    """
    return name if name in DECISIONS else nearest(name, DECISIONS) or name
