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


GO: Final = "{id: go, text: Go., does: [ask_permission], to: two}"
STAY: Final = "{id: wait, text: Wait., does: [ask_permission], to: stay}"
LEAVE: Final = "{id: leave, text: Leave., does: [ask_permission], to: end}"


def scene(name: str, *replies: str, say: str = "[{oleg: Hm.}]") -> str:
    """Write a scene with replies."""
    listed = "".join(f"      - {reply}\n" for reply in replies)
    return f"  {name}:\n    tests: [P3]\n    say: {say}\n    replies:\n{listed}"


def with_if(reply: str, condition: str) -> str:
    """Put a reply on offer only under a condition."""
    return reply.replace("{", f'{{if: "{condition}", ', 1)
