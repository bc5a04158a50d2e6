"""When drills come back: worked out from the log alone, whatever the clock did."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.study import (
    DUE_A_DAY,
    NEW_A_DAY,
    Grade,
    Review,
    believed,
    due_count,
    grade_of,
    schedule,
    today,
)
from tests.study.reviews import NOON, days, review

Given = list[tuple[str, int, float]]
GIVEN = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(1, 4), st.floats(0, 40)), max_size=12
)
"""Card, grade, day; in the order in which they were given."""
TIMES = st.floats(-3000, 3000).map(lambda day: NOON + days(day))


def logged(given: Given) -> list[Review]:
    """Return a log with a clock that goes as clocks go."""
    in_order = sorted(given, key=lambda one: one[2])
    return [
        review(card, grade, day, key=f"r{n}")
        for n, (card, grade, day) in enumerate(in_order)
    ]


@pytest.mark.parametrize(
    ("level", "grade"),
    [
        (0, Grade.AGAIN),
        (1, Grade.AGAIN),
        (2, Grade.HARD),
        (3, Grade.GOOD),
        (4, Grade.EASY),
    ],
)
def test_a_level_is_worth_a_grade(level: int, grade: Grade) -> None:
    assert grade_of(level) is grade


@pytest.mark.parametrize(
    ("grades", "due"),
    [
        pytest.param([(1, 0)], 1, id="again: tomorrow"),
        pytest.param([(2, 0)], 1, id="with effort: tomorrow"),
        pytest.param([(3, 0)], 2, id="well: the day after"),
        pytest.param([(4, 0)], 8, id="with ease: in a week"),
        pytest.param([(3, 0), (3, 2)], 13, id="well, and well again"),
        pytest.param([(3, 0), (1, 2)], 3, id="forgotten: from the start"),
        pytest.param([(4, 0), (4, 8)], 8 + 66, id="with ease twice: in two months"),
    ],
)
def test_a_drill_comes_back_the_later_the_better_it_went(
    grades: list[tuple[int, int]], due: int
) -> None:
    log = [review("a", grade, day) for grade, day in grades]
    assert schedule(log, NOON + days(20))["a"].due == (NOON + days(due)).date()


def test_what_was_practised_at_night_may_be_practised_in_the_morning() -> None:
    night = NOON.replace(hour=20)
    log = [Review("r", "a", night, Grade.AGAIN)]
    assert today(["a"], log, night).due == ()
    assert today(["a"], log, night + timedelta(hours=10)).due == ("a",)


def test_nothing_was_practised_yet() -> None:
    cards = [f"c{n}" for n in range(9)]
    found = today(cards, [], NOON)
    assert (found.due, found.new, found.waiting) == ((), tuple(cards[:NEW_A_DAY]), 0)


def test_new_ones_of_a_day_are_counted() -> None:
    log = [review("a", 3, 0), review("b", 1, 0)]
    assert today("abcdef", log, NOON).new == ("c",)
    assert today("abcdef", log, NOON, new=0).new == ()
    assert today("abcdef", log, NOON + days(1)).new == ("c", "d", "e")


def test_the_most_forgotten_comes_first() -> None:
    log = [review("well", 4, 0), review("badly", 1, 0), review("so-so", 2, 0)]
    found = today(["well", "badly", "so-so"], log, NOON + days(60))
    assert found.due == ("badly", "so-so", "well")


def test_a_card_that_is_gone_is_not_asked_for() -> None:
    assert today(["b"], [review("a", 1, 0)], NOON + days(9)).due == ()


def test_a_month_away_makes_no_mountain() -> None:
    cards = [f"c{n}" for n in range(45)]
    log = [review(card, 2, n / 15) for n, card in enumerate(cards)]
    day = NOON + days(34)
    first = today(cards, log, day)
    assert (len(first.due), first.waiting) == (DUE_A_DAY, 35)
    done = [*log, *(review(card, 3, 34, key=f"x{card}") for card in first.due)]
    assert today(cards, done, day).due == (), "the day is done"
    second = today(cards, done, day + days(1))
    assert len(second.due) == DUE_A_DAY
    assert not set(second.due) & set(first.due), "the rest had waited"


@given(GIVEN, st.integers(1, 60))
def test_no_day_asks_for_more_than_its_share(given: Given, away: int) -> None:
    log, now = logged(given), NOON + days(40 + away)
    found = today("abcd", log, now, most=2)
    assert len(found.due) <= 2
    assert due_count(log, now, most=2) == len(found.due)


@given(GIVEN, st.integers(1, 4))
def test_taking_the_last_review_back_is_as_if_it_had_never_been(
    given: Given, grade: int
) -> None:
    log, now = logged(given), NOON + days(45)
    last = review("a", grade, 45, key="last")
    gone = review("a", None, 45, key="gone", takes_back="last")
    assert schedule([*log, last, gone], now) == schedule(log, now)
    assert today("abcd", [*log, last, gone], now) == today("abcd", log, now)


@given(GIVEN, st.integers(1, 4), st.integers(1, 4))
def test_another_grade_is_as_if_it_had_been_the_first(
    given: Given, wrong: int, right: int
) -> None:
    log, now = logged(given), NOON + days(45)
    first = review("a", wrong, 45, key="first")
    other = review("a", right, 45, key="other", takes_back="first")
    only = review("a", right, 45, key="only")
    assert schedule([*log, first, other], now) == schedule([*log, only], now)


@given(st.lists(TIMES, max_size=20), TIMES)
def test_believed_times_go_on_and_none_is_lost(
    times: list[datetime], now: datetime
) -> None:
    found = believed(times, now)
    assert len(found) == len(times)
    assert list(found) == sorted(found)
    assert all(one <= now for one in found)


@given(st.lists(TIMES, max_size=20))
def test_a_clock_that_goes_right_is_believed(times: list[datetime]) -> None:
    right = sorted(times)
    assert believed(right, max(right, default=NOON)) == tuple(right)


def test_a_clock_that_was_set_wrong_for_a_while_moves_nothing_else() -> None:
    right = [review(card, 3, day) for day, card in enumerate("abcd")]
    for wrong in (-3000, 3000):
        log = [*right[:2], review("e", 3, wrong), *right[2:]]
        found = schedule(log, NOON + days(5))
        plain = schedule(right, NOON + days(5))
        assert {key: found[key] for key in "abcd"} == plain
        assert found["e"].last == right[1].at.date()


@given(GIVEN, st.integers(-12, 14))
def test_another_time_zone_loses_and_doubles_no_review(
    given: Given, hours: int
) -> None:
    log = logged(given)
    now = (NOON + days(45)).astimezone(timezone(timedelta(hours=hours)))
    found = schedule(log, now)
    assert {card: one.reviews for card, one in found.items()} == {
        card: sum(one.card == card for one in log) for card in {one.card for one in log}
    }
