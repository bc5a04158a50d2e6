"""Small scenarios as a trainer writes them: only what a test is about is given."""

from typing import Final

from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse

_HEAD: Final = """\
format: 1
id: talk
title: The talk
language: en
difficulty: easy
minutes: 3
role: Head of sales
brief: Oleg has client X.
debrief: Facts first.
cast:
  oleg: {name: Oleg, role: manager, mood: {resistance: 6}}
client:
  name: Client X
  facts:
    share: {name: Share, is: 5, unit: "%", line: Five per cent.}
"""
_ENDINGS: Final = """\
endings:
  end: {outcome: meeting, good: true, title: The end, text: Agreed.}
  other: {outcome: circle, good: false, title: The other, text: Nothing.}
"""


def small(
    scenes: str, *, start: str = "one", reactions: str = "", patience: int | None = None
) -> str:
    """Write a scenario.

    Args:
        scenes: What stands under `scenes:`, indented by two.
        start: Where it begins.
        reactions: The whole `reactions:` key.
        patience: So many fruitless turns lead to the ending `other`.
    """
    patient = (
        "" if patience is None else f"patience: {{turns: {patience}, to: other}}\n"
    )
    return f"{_HEAD}{patient}start: {start}\nscenes:\n{scenes}{reactions}{_ENDINGS}"


def story(text: str) -> Scenario:
    """Parse a scenario that must be without errors."""
    parsed = parse(text.encode(), "talk.yaml")
    assert parsed.scenario is not None, parsed.findings
    return parsed.scenario
