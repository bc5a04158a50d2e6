"""Conditions of which one always holds leave something to say."""

import pytest

from simulator.scenario.parsing import parse

TALK = """\
format: 1
id: talk
title: Whose client
language: en
difficulty: easy
minutes: 5
role: Head of sales
brief: Oleg keeps the client to himself.
debrief: Ask before you decide.
cast:
  oleg: {{name: Oleg, role: manager, mood: {{resistance: 5}}}}
client:
  name: Client X
  facts:
    share: {{name: Share, is: 5, line: Five per cent.}}
start: opening
scenes:
  opening:
    say: [{{oleg: My client.}}]
    replies:
      - {{id: ask, if: {one}, text: How much?, does: [ask_fact], to: met{once}}}
      - {{id: beg, if: {other}, text: Please., does: [concede], to: met}}
endings:
  met: {{outcome: meeting, good: true, title: A meeting, text: On Thursday.}}
"""


def falls_silent(one: str, other: str, once: str = "") -> bool:
    text = TALK.format(one=one, other=other, once=once)
    codes = [found.code for found in parse(text.encode()).findings]
    assert set(codes) <= {"SCN404"}
    return bool(codes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("knows(share)", "not knows(share)"),
        ("not (knows(share))", "knows(share)"),
        ("resistance > 3", "resistance <= 3"),
        ("resistance == 3", "not resistance == 3"),
        ("resistance <= 4", "resistance >= 5"),
        (
            "knows(share) and resistance > 3",
            "not knows(share) or resistance <= 3",
        ),
    ],
)
def test_contraries_leave_something_to_say(one: str, other: str) -> None:
    assert not falls_silent(one, other)
    assert not falls_silent(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("knows(share)", "knows(share)"),
        ("resistance > 3", "resistance < 3"),
        ("knows(share)", "not knows(share) and turns < 9"),
    ],
)
def test_other_conditions_may_leave_nothing(one: str, other: str) -> None:
    assert falls_silent(one, other)


def test_a_reply_that_is_given_once_does_not_last() -> None:
    assert falls_silent("knows(share)", "not knows(share)", ", once: true")
