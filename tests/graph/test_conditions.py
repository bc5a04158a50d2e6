"""A condition written out is the condition that was read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.graph import condition_text
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Comparison,
    Condition,
    Not,
    Number,
    NumberName,
)
from simulator.scenario.conditions import TestName as Question
from tests.graph.versions import edited

WRITTEN = "if: flag(numbers) and resistance <= 4"
NUMBERS = (
    Number(NumberName.METER, "oleg.trust"),
    Number(NumberName.VISITS, ""),
    Number(NumberName.VISITS, "wall"),
    Number(NumberName.TURNS, ""),
    Number(NumberName.FRUITLESS, ""),
)
QUESTIONS = (
    Ask(Question.KNOWS, "share"),
    Ask(Question.FLAG, "numbers"),
    Ask(Question.SAID, "threaten"),
    Ask(Question.CHOSE, "wall.back"),
)


def read(words: str) -> Condition | None:
    """Read a condition as a scenario is read."""
    return edited((WRITTEN, f'if: "{words}"')).scenes["opening"].replies[4].when


def compounds(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return inner.map(Not) | several.map(All) | several.map(AnyOf)


numbers = st.sampled_from(NUMBERS)
simple: st.SearchStrategy[Condition] = (
    st.booleans()
    | st.sampled_from(QUESTIONS)
    | st.builds(Compare, numbers, st.sampled_from(Comparison), st.integers(0, 99))
)


@given(st.recursive(simple, compounds, max_leaves=6))
@settings(max_examples=40, deadline=None)
def test_read_again_it_is_the_same(condition: Condition) -> None:
    assert read(condition_text(condition)) == condition


@pytest.mark.parametrize(
    ("words", "written"),
    [
        pytest.param("trust>3", "oleg.trust > 3", id="long-names"),
        pytest.param(
            "(knows(share) or turns > 1) and not flag(numbers)",
            "(knows(share) or turns > 1) and not flag(numbers)",
            id="parentheses-that-are-needed",
        ),
        pytest.param(
            "(knows(share)) or (said(threaten) and visits > 1)",
            "knows(share) or said(threaten) and visits > 1",
            id="parentheses-that-are-not",
        ),
    ],
)
def test_it_is_written_as_an_author_would(words: str, written: str) -> None:
    assert condition_text(read(words)) == written


def test_no_condition_is_no_words() -> None:
    assert condition_text(None) == ""
