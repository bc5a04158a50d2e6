"""The first time the first variant, the second time the second, whoever answers."""

import pytest

from scoring.codes import Code, CodeUse
from simulator.engine import Choose, Said, Say, State, Understood, begin, step
from simulator.scenario.parsing import parse

STORY = """
format: 1
id: variants
title: Variants
language: en
difficulty: easy
minutes: 5
role: Head of sales
brief: A.
debrief: B.
cast:
  oleg: {name: Oleg, role: manager, mood: {resistance: 5}}
client:
  name: Client X
  facts: {}
start: here
scenes:
  here:
    say: [{oleg: Well?}]
    replies:
      - {id: own, text: Own., does: [stall], say: [{oleg: [own 1, own 2]}], to: stay}
      - {id: beg, text: Beg., does: [ask_permission]}
      - {id: rank, text: Rank., does: [pull_rank]}
      - {id: order, text: Order., does: [pull_rank]}
      - {id: on, text: On., does: [set_step], say: [{oleg: [on 1, on 2]}], to: there}
    reactions:
      - {when: ask_permission, say: [{oleg: [beg 1, beg 2]}]}
    otherwise: [{oleg: [what 1, what 2]}]
  there:
    say: [{oleg: [there 1, there 2]}]
    replies:
      - {id: back, text: Back., does: [stall], say: [oleg: [back 1, back 2]], to: here}
      - {id: rank, text: Rank., does: [pull_rank]}
      - {id: done, text: Done., does: [set_step], to: end}
reactions:
  - {when: pull_rank, say: [{oleg: [rank 1, rank 2, rank 3]}]}
endings:
  end: {outcome: meeting, good: true, title: E, text: F.}
"""


def heard(*answers: str | Say) -> list[str]:
    """Return what is said first after each answer."""
    parsed = parse(STORY.encode())
    assert parsed.scenario is not None, parsed.findings
    state: State = begin(parsed.scenario, 1)[0]
    found: list[str] = []
    for answer in answers:
        given = Choose(answer) if isinstance(answer, str) else answer
        state, events = step(state, given)
        told = [e.text for e in events if isinstance(e, Said) and e.who == "oleg"]
        found.append(told[0])
    return found


RANK = Say("Do it.", Understood((CodeUse(Code.PULL_RANK),), None))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param(
            ("own", "own", "own"), ["own 1", "own 2", "own 1"], id="a-reply-that-stays"
        ),
        pytest.param(
            ("own", "rank", "beg", "beg"),
            ["own 1", "rank 1", "beg 1", "beg 2"],
            id="each-by-itself-at-whatever-turn",
        ),
        pytest.param(
            ("rank", "order", "on", "rank"),
            ["rank 1", "rank 2", "on 1", "rank 3"],
            id="a-reaction-whichever-reply-sets-it-off",
        ),
        pytest.param((RANK, RANK), ["rank 1", "rank 2"], id="own-words-too"),
        pytest.param(
            ("on", "back", "on", "back"),
            ["on 1", "back 1", "on 2", "back 2"],
            id="a-reply-that-leads-on",
        ),
        pytest.param(
            (Say("x"), "own", Say("y"), Say("z")),
            ["what 1", "own 1", "what 2", "what 1"],
            id="nobody-in-particular",
        ),
    ],
)
def test_variants_follow_how_often_these_lines_have_answered(
    answers: tuple[str | Say, ...], expected: list[str]
) -> None:
    assert heard(*answers) == expected


def test_the_lines_of_a_scene_follow_its_visits() -> None:
    parsed = parse(STORY.encode())
    assert parsed.scenario is not None
    state = begin(parsed.scenario, 1)[0]
    said: list[str] = []
    for answer in ("on", "back", "on"):
        state, events = step(state, Choose(answer))
        said += [e.text for e in events if isinstance(e, Said)][-1:]
    assert said == ["there 1", "Well?", "there 2"]
