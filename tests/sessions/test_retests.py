"""Before and after: when an exam is offered, and what it is held against."""

from datetime import date, datetime, time, timedelta

import pytest

from simulator.sessions.retests import Sitting, due, latest_retest, retest_of

TODAY = date(2026, 11, 27)


def sat(
    name: str,
    ago: int,
    *,
    mode: str = "choose",
    scenario: str = "talk",
    finished: bool = True,
    branch: bool = False,
) -> Sitting:
    noon = datetime.combine(TODAY, time(12)).astimezone() - timedelta(days=ago)
    return Sitting(name, scenario, mode, noon, noon, finished, branch)


@pytest.mark.parametrize(
    ("held", "offered"),
    [
        pytest.param([], None, id="nothing-played"),
        pytest.param([sat("a", 6)], None, id="six-days-are-no-week"),
        pytest.param([sat("a", 7)], "a", id="a-week-ago"),
        pytest.param([sat("a", 9, finished=False)], None, id="never-finished"),
        pytest.param([sat("a", 9), sat("b", 2)], None, id="finished-again-lately"),
        pytest.param([sat("a", 20), sat("b", 9)], "b", id="the-last-one-counts"),
        pytest.param(
            [sat("a", 9), sat("b", 1, finished=False)], None, id="being-played-again"
        ),
        pytest.param(
            [sat("a", 9), sat("b", 1, branch=True)], "a", id="a-branch-is-no-sitting"
        ),
        pytest.param([sat("a", 30), sat("b", 9, mode="exam")], None, id="held-already"),
        pytest.param([sat("a", 9, mode="exam")], "a", id="an-exam-alone-is-a-before"),
        pytest.param(
            [sat("a", 30, scenario="old"), sat("b", 8)], "b", id="one-at-a-time"
        ),
    ],
)
def test_an_exam_is_offered_a_week_after_a_talk_was_finished(
    held: list[Sitting], offered: str | None
) -> None:
    found = due(held, TODAY)
    assert (found.attempt if found else None) == offered


@pytest.mark.parametrize(
    ("held", "before"),
    [
        pytest.param([sat("a", 7), sat("x", 0, mode="exam")], "a", id="a-week-apart"),
        pytest.param([sat("a", 6), sat("x", 0, mode="exam")], None, id="too-soon"),
        pytest.param([sat("a", 9), sat("x", 0)], None, id="no-exam"),
        pytest.param(
            [sat("a", 20), sat("b", 9), sat("c", 3), sat("x", 0, mode="exam")],
            "b",
            id="the-last-that-lay-a-week-back",
        ),
        pytest.param(
            [sat("a", 9, scenario="other"), sat("x", 0, mode="exam")],
            None,
            id="another-scenario",
        ),
        pytest.param(
            [sat("a", 9, branch=True), sat("x", 0, mode="exam")],
            None,
            id="a-branch-measures-nothing",
        ),
        pytest.param(
            [sat("a", 9), sat("x", 0, mode="exam", finished=False)],
            None,
            id="not-over-yet",
        ),
    ],
)
def test_an_exam_is_held_against_what_lay_a_week_back(
    held: list[Sitting], before: str | None
) -> None:
    found = retest_of(held, "x")
    assert (found.before.attempt if found else None) == before
    last = latest_retest(held)
    assert (last.before.attempt if last else None) == before
