"""What talks show over time: counted and averaged, nothing judged anew."""

from datetime import date
from fractions import Fraction
from gettext import NullTranslations

import pytest

from scoring.principles import Principle
from simulator.reports.progress import (
    Glance,
    OnShelf,
    PlayedTalk,
    Point,
    Progress,
    Trend,
    played_days,
    progress,
)
from simulator.reports.progresstext import SCALE, past_lines, scale, standing
from simulator.scenario.model import Difficulty

TODAY = date(2026, 3, 10)
P1, P2 = Principle.P1, Principle.P2
EASY = OnShelf("easy", "Easy", Difficulty.EASY, 10, (P1,))
MIDDLE = OnShelf("middle", "Middle", Difficulty.MEDIUM, 10, (P2,))
HARD = OnShelf("hard", "Hard", Difficulty.HARD, 10, (P2,))
SHELF = (EASY, MIDDLE, HARD)


def day(number: int) -> date:
    return date(2026, 3, number)


def glance(
    name: str = "a",
    *,
    on: int = 1,
    finished: bool = True,
    business: float | None = None,
    key_client: float | None = None,
) -> Glance:
    """Return an attempt at the easy scenario that took a minute."""
    return Glance(name, "easy", "Easy", day(on), 60, finished, business, key_client)


def played(business: int | None, /, **levels: int) -> PlayedTalk:
    """Return a finished talk of the easy scenario with levels by principle."""
    return PlayedTalk(
        attempt="a",
        scenario="easy",
        title="Easy",
        mode="choose",
        on=day(1),
        business=None if business is None else Fraction(business),
        levels={Principle(name): Fraction(level) for name, level in levels.items()},
        rubric="rubric 1",
    )


def told(*talks: PlayedTalk, shelf: tuple[OnShelf, ...] = SHELF) -> Progress:
    glances = [glance(str(n), business=50.0) for n, _ in enumerate(talks)]
    return progress(glances, talks, shelf, TODAY)


def trend(*levels: int) -> Trend:
    points = (Point(n, Fraction(level)) for n, level in enumerate(levels, 1))
    return Trend(P1, tuple(points))


@pytest.mark.parametrize(
    ("days", "row", "longest"),
    [
        pytest.param([], 0, 0, id="never"),
        pytest.param([10], 1, 1, id="today"),
        pytest.param([8, 9], 2, 2, id="a-row-that-ended-yesterday-still-stands"),
        pytest.param([7, 8], 0, 2, id="one-that-ended-before-is-over"),
        pytest.param([1, 2, 3, 9, 10, 10], 2, 3, id="the-longest-is-remembered"),
    ],
)
def test_days_in_a_row_are_counted(days: list[int], row: int, longest: int) -> None:
    found = played_days([day(n) for n in days], TODAY)
    assert (found.row, found.longest) == (row, longest)


@pytest.mark.parametrize(
    ("levels", "now", "spread", "before"),
    [
        pytest.param([], None, None, None, id="not-reached"),
        pytest.param([3], 3, (3, 3), None, id="one-talk"),
        pytest.param([0, 0, 4, 4, 4, 4, 4], 4, (4, 4), None, id="five-make-the-mean"),
        pytest.param([0] * 5 + [1, 2, 3, 4, 0], 2, (0, 4), 0, id="five-before-those"),
    ],
)
def test_a_principle_stands_at_the_mean_of_its_last_five_levels(
    levels: list[int],
    now: int | None,
    spread: tuple[int, int] | None,
    before: int | None,
) -> None:
    found = trend(*levels)
    assert (found.now, found.spread, found.before) == (now, spread, before)


def test_a_talk_that_did_not_reach_a_principle_leaves_it_where_it_was() -> None:
    found = told(played(50, P1=4), played(50, P2=0), played(50, P1=2))
    points = [(one.talk, int(one.level)) for one in found.trends[0].points]
    assert points == [(1, 4), (3, 2)]


def test_the_best_is_the_first_that_came_so_far() -> None:
    glances = [
        glance("a", business=40.0, key_client=None),
        glance("b", business=90.0, key_client=10.0),
        glance("c", business=90.0, key_client=20.0),
        glance("d", finished=False),
    ]
    found = progress(glances, [], SHELF, TODAY)
    assert found.business is not None
    assert found.key_client is not None
    assert (found.business.talk.attempt, found.business.points) == ("b", 90)
    assert (found.key_client.talk.attempt, found.key_client.points) == ("c", 20)
    assert (found.finished, found.left, found.seconds) == (3, 1, 240)


@pytest.mark.parametrize(
    ("talks", "scenario", "principle"),
    [
        pytest.param([], "easy", None, id="to-begin-with-an-easy-one"),
        pytest.param([played(60, P1=4, P2=0)], "middle", P2, id="what-is-weakest"),
        pytest.param([played(90, P1=4, P2=0)], "hard", P2, id="as-hard-as-fits"),
        pytest.param([played(20, P1=0, P2=4)], "easy", P1, id="again-where-it-lacks"),
    ],
)
def test_what_comes_next_is_weak_new_and_hard_enough(
    talks: list[PlayedTalk], scenario: str, principle: Principle | None
) -> None:
    found = told(*talks).next
    assert found is not None
    assert (found.scenario.id, found.principle) == (scenario, principle)


def test_without_scenarios_nothing_comes_next() -> None:
    assert told(played(50), shelf=()).next is None


def test_a_scale_shows_the_level_and_the_spread_without_colour() -> None:
    assert scale(trend(1, 2, 3)) == "·····─────●─────·····"
    assert scale(trend()) == "·" * SCALE
    assert scale(trend(4))[-1] == "●"


def test_where_a_principle_stands_is_told_in_words() -> None:
    english = NullTranslations()
    assert standing(trend(), english, "en") == "not reached"
    assert standing(trend(3), english, "en") == "3"
    found = standing(trend(0, 0, 0, 0, 0, 1, 2, 2, 2, 3), english, "ru")
    assert found == "2 (1–3), before 0"


def test_a_row_of_days_that_broke_is_not_mourned() -> None:
    glances = [glance(on=1), glance(on=4)]
    found = progress(glances, [], (), TODAY)
    assert list(past_lines(found, NullTranslations(), "en")) == [
        "2 talks finished, 2 min in all.",
        "Last played: 4 Mar 2026.",
    ]
