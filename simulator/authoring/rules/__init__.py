"""The rules of `check`: one rule, one file; each a function of a story."""

from typing import Final

from simulator.authoring.rules import plays, reachable, rulebook, siblings, status
from simulator.authoring.story import Check

RULES: Final[tuple[Check, ...]] = (
    reachable.check,
    rulebook.check,
    status.check,
    siblings.check,
    plays.check,
)
