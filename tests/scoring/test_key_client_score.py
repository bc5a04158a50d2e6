"""The second score: facts, criteria, decision."""

import pytest

from scoring.scorecard import score
from scoring.talk import Outcome, Turn
from tests.scoring.rules import fact, rubric, rulebook, talk, turn

FACTS = (
    fact("wallet", given=True, needed=False, criterion="wallet", level=(3, 4)),
    fact("share"),
    fact("frequency", criterion="partnership", level=(0, 2)),
    fact("extra", needed=False),
)


def key_part(*turns: Turn, outcome: Outcome | None = None) -> tuple[int, int, int]:
    card = score(talk(*turns, facts=FACTS, outcome=outcome), rubric(), rulebook())
    assert card.key_client is not None
    key = card.key_client
    assert key.facts.points is not None
    return int(key.facts.points), int(key.criteria.points), int(key.decision.points)


@pytest.mark.parametrize(
    ("turns", "outcome", "expected"),
    [
        pytest.param([turn(1, "none")], None, (0, 0, 0), id="nothing-done"),
        pytest.param(
            [turn(1, "ask_fact(share)", learned=["share"])],
            None,
            (20, 0, 0),
            id="half-of-the-facts",
        ),
        pytest.param(
            [turn(1, "none", learned=["share", "frequency", "extra"])],
            None,
            (40, 0, 0),
            id="more-than-needed-earns-nothing",
        ),
        pytest.param(
            [turn(1, "apply_rule(wallet, growth, margin)")],
            None,
            (0, 30, 0),
            id="sixty-points-of-criteria",
        ),
        pytest.param(
            [turn(1, "apply_rule(wallet)")], None, (0, 10, 0), id="a-third-of-them"
        ),
        pytest.param(
            [turn(1, "apply_rule(wallet, growth, margin)"), turn(2, "bend_rule")],
            None,
            (0, 0, 0),
            id="then-bent",
        ),
        pytest.param(
            [turn(1, "bend_rule"), turn(2, "apply_rule(wallet, growth, margin)")],
            None,
            (0, 30, 0),
            id="bent-and-applied-again",
        ),
        pytest.param(
            [
                turn(1, "apply_rule(wallet)"),
                turn(2, "bend_rule"),
                turn(3, "apply_rule"),
            ],
            None,
            (0, 0, 0),
            id="bent-and-only-spoken-of-again",
        ),
        pytest.param(
            [turn(1, "none")], Outcome.MEETING, (0, 0, 30), id="a-meeting-on-few-data"
        ),
        pytest.param(
            [turn(1, "none")],
            Outcome.TRANSFER,
            (0, 0, 0),
            id="decided-on-less-than-needed",
        ),
        pytest.param(
            [turn(1, "none")], Outcome.CIRCLE, (0, 0, 0), id="no-decision-at-all"
        ),
    ],
)
def test_the_key_client_score_has_three_parts(
    turns: list[Turn], outcome: Outcome | None, expected: tuple[int, int, int]
) -> None:
    assert key_part(*turns, outcome=outcome) == expected


def test_the_status_is_that_of_the_facts_known_not_of_the_truth() -> None:
    card = score(talk(turn(1, "none"), facts=FACTS), rubric(), rulebook())
    assert card.key_client is not None
    assert card.key_client.assessment.points.high == 100
    told = turn(1, "none", learned=["frequency"])
    card = score(talk(told, facts=FACTS), rubric(), rulebook())
    assert card.key_client is not None
    assert str(card.key_client.assessment.points) == "15–95"


def test_a_scenario_that_needs_no_fact_leaves_that_part_out() -> None:
    one = turn(1, "apply_rule(wallet, growth, margin)")
    card = score(talk(one, outcome=Outcome.MEETING), rubric(), rulebook())
    assert card.key_client is not None
    assert card.key_client.facts.points is None
    assert card.key_client.points == 100
