"""Conditions that say the same in another order come to the same."""

import pytest

from simulator.scenario.inorder import in_order
from tests.scenario.test_conditions import condition


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("knows(share) and flag(promised)", "flag(promised) and knows(share)"),
        ("knows(share) or flag(promised)", "flag(promised) or knows(share)"),
        ("turns > 2", "2 < turns"),
        ("turns <= 2", "2 >= turns"),
        ("turns == 2", "2 == turns"),
        ("knows(share) and knows(share)", "knows(share)"),
        (
            "turns > 2 and (knows(share) and flag(promised))",
            "(flag(promised) and turns > 2) and knows(share)",
        ),
        ("not (turns > 2 or knows(share))", "not (knows(share) or 2 < turns)"),
    ],
)
def test_order_makes_no_difference(one: str, other: str) -> None:
    assert in_order(condition(one)) == in_order(condition(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("knows(share) and flag(promised)", "knows(share) or flag(promised)"),
        ("turns > 2", "2 > turns"),
        ("turns > 2", "turns >= 2"),
        ("knows(share)", "not knows(share)"),
    ],
)
def test_another_meaning_stays_another(one: str, other: str) -> None:
    assert in_order(condition(one)) != in_order(condition(other))


def test_no_condition_stays_none() -> None:
    assert in_order(None) is None
