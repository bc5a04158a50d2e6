"""What conditions can hold, by what they say: a no is never wrong."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.situation import holds
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
from simulator.scenario.conditions import TestName as Asked
from simulator.scenario.possible import (
    always_one_of,
    certain,
    implies,
    never_together,
    possible,
)

MOOD = Number(NumberName.METER, "oleg.resistance")
TRUST = Number(NumberName.METER, "oleg.trust")
TURNS = Number(NumberName.TURNS, "")
FRUITLESS = Number(NumberName.FRUITLESS, "")
RIGHT = Number(NumberName.RIGHT, "table")
KNOWN = Ask(Asked.KNOWS, "share")
SET = Ask(Asked.FLAG, "promised")


def less(number: Number | int, limit: Number | int) -> Compare:
    return Compare(number, Comparison.LESS, limit)


def more(number: Number | int, limit: Number | int) -> Compare:
    return Compare(number, Comparison.MORE, limit)


def is_(number: Number | int, limit: Number | int) -> Compare:
    return Compare(number, Comparison.EQUAL, limit)


def isnt(number: Number, limit: int) -> Compare:
    return Compare(number, Comparison.UNEQUAL, limit)


def both(*parts: Condition) -> All:
    return All(parts)


def either(*parts: Condition) -> AnyOf:
    return AnyOf(parts)


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(False, id="no"),
        pytest.param(both(KNOWN, Not(KNOWN)), id="known-and-not"),
        pytest.param(more(MOOD, 10), id="more-than-a-meter-shows"),
        pytest.param(less(TURNS, 0), id="fewer-turns-than-none"),
        pytest.param(more(RIGHT, 100), id="more-than-all-right"),
        pytest.param(both(less(MOOD, 4), more(MOOD, 3)), id="nothing-between"),
        pytest.param(both(is_(MOOD, 4), is_(MOOD, 5)), id="two-at-once"),
        pytest.param(both(is_(4, MOOD), less(MOOD, 4)), id="turned-round"),
        pytest.param(
            both(more(MOOD, 8), isnt(MOOD, 9), isnt(MOOD, 10)), id="all-left-out"
        ),
        pytest.param(both(less(MOOD, TRUST), more(MOOD, TRUST)), id="two-meters"),
        pytest.param(both(less(MOOD, TRUST), less(TRUST, MOOD)), id="two-exchanged"),
        pytest.param(less(MOOD, MOOD), id="less-than-itself"),
        pytest.param(less(5, 3), id="two-numbers"),
        pytest.param(
            both(either(KNOWN, SET), Not(KNOWN), Not(SET)), id="neither-of-two"
        ),
        pytest.param(both(Not(either(KNOWN, SET)), either(SET, KNOWN)), id="de-morgan"),
        pytest.param(
            both(Ask(Asked.DECIDED, "wait"), Ask(Asked.DECIDED, "go")),
            id="two-decisions",
        ),
        pytest.param(
            both(Ask(Asked.PUT, "table.date"), Not(Ask(Asked.FILLED, "table"))),
            id="on-a-form-that-is-empty",
        ),
    ],
)
def test_what_contradicts_itself_is_impossible(condition: Condition) -> None:
    assert not possible(condition)
    assert certain(Not(condition))


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param(True, id="yes"),
        pytest.param(both(KNOWN, SET), id="two-facts"),
        pytest.param(both(more(MOOD, 3), less(MOOD, 5)), id="one-between"),
        pytest.param(more(TURNS, 5_000), id="a-long-talk"),
        pytest.param(both(less(MOOD, TRUST), more(TRUST, 3)), id="two-meters"),
        pytest.param(
            both(Ask(Asked.PUT, "table.date"), Ask(Asked.PUT, "table.who")),
            id="two-on-a-form",
        ),
        pytest.param(
            both(*(either(Ask(Asked.FLAG, str(n)), SET) for n in range(40))),
            id="more-ways-than-are-looked-at",
        ),
    ],
)
def test_what_may_be_is_possible(condition: Condition) -> None:
    assert possible(condition)
    assert not certain(Not(condition))


def test_patience_may_say_how_many_turns_are_fruitless() -> None:
    three = Compare(FRUITLESS, Comparison.AT_LEAST, 3)
    assert possible(three)
    assert not possible(three, {NumberName.FRUITLESS: 2})
    assert certain(less(FRUITLESS, 3), {NumberName.FRUITLESS: 2})


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (less(MOOD, 7), more(MOOD, 7), True),
        (less(MOOD, 7), more(MOOD, 5), False),
        (is_(MOOD, 6), is_(MOOD, 5), True),
        (both(KNOWN, SET), Not(SET), True),
        (KNOWN, None, False),
        (KNOWN, SET, False),
    ],
)
def test_conditions_exclude_each_other(
    one: Condition | None, other: Condition | None, apart: bool
) -> None:
    assert never_together(one, other) is apart
    assert never_together(other, one) is apart


@pytest.mark.parametrize(
    ("one", "other", "follows"),
    [
        (more(MOOD, 7), more(MOOD, 5), True),
        (more(MOOD, 5), more(MOOD, 7), False),
        (both(KNOWN, SET), SET, True),
        (KNOWN, either(SET, KNOWN), True),
        (KNOWN, None, True),
        (None, KNOWN, False),
    ],
)
def test_one_condition_follows_from_another(
    one: Condition | None, other: Condition | None, follows: bool
) -> None:
    assert implies(one, other) is follows


@pytest.mark.parametrize(
    ("conditions", "covered"),
    [
        pytest.param([less(MOOD, 5), more(MOOD, 4)], True, id="all-of-a-meter"),
        pytest.param([less(MOOD, 5), more(MOOD, 5)], False, id="all-but-one"),
        pytest.param(
            [both(KNOWN, SET), both(KNOWN, Not(SET)), Not(KNOWN)], True, id="three"
        ),
        pytest.param([KNOWN, None], True, id="one-without"),
        pytest.param([], False, id="none"),
    ],
)
def test_some_condition_of_several_always_holds(
    conditions: list[Condition | None], covered: bool
) -> None:
    assert always_one_of(conditions) is covered


QUESTIONS = st.sampled_from(
    [
        *(KNOWN, SET),
        *(Ask(Asked.DECIDED, one) for one in ("wait", "go")),
        *(Ask(Asked.PUT, one) for one in ("table.date", "table.who")),
        Ask(Asked.FILLED, "table"),
    ]
)
NUMBERS = st.sampled_from([MOOD, TRUST, TURNS, RIGHT])
COMPARED = st.builds(
    Compare,
    st.one_of(NUMBERS, st.integers(-1, 11)),
    st.sampled_from(Comparison),
    st.one_of(NUMBERS, st.integers(-1, 11)),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.one_of(QUESTIONS, COMPARED, st.booleans()),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=8,
)


@st.composite
def situations(draw: st.DrawFn) -> Any:
    """Draw how things may stand in a talk."""
    items = draw(st.frozensets(st.sampled_from(["date", "who"])))
    option = draw(st.sampled_from(["", "wait", "go"]))
    form = SimpleNamespace(right=draw(st.integers(0, 100)), items=items, option=option)
    forms: Mapping[str, object] = {"table": form} if draw(st.booleans()) else {}
    return SimpleNamespace(
        meters={one.about: draw(st.integers(0, 10)) for one in (MOOD, TRUST)},
        turn=draw(st.integers(0, 12)),
        known=draw(st.frozensets(st.just("share"))),
        flags=draw(st.frozensets(st.just("promised"))),
        forms=forms,
    )


@given(CONDITIONS, situations())
def test_what_holds_somewhere_is_possible(condition: Condition, now: Any) -> None:
    assert possible(condition) or not holds(condition, now)
    assert holds(condition, now) or not certain(condition)


@given(CONDITIONS, CONDITIONS, situations())
def test_what_is_said_of_two_is_true_wherever_one_looks(
    one: Condition, other: Condition, now: Any
) -> None:
    first, second = holds(one, now), holds(other, now)
    assert not (never_together(one, other) and first and second)
    assert not (implies(one, other) and first and not second)
    assert not (always_one_of([one, other]) and not first and not second)
