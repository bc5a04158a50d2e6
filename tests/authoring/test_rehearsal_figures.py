"""The figures of a rehearsal, on numbers worked out by hand."""

from collections import Counter

import pytest

from scoring.principles import Principle
from simulator.authoring.rehearsal.circles import circles
from simulator.authoring.rehearsal.items import item_analysis
from simulator.authoring.rehearsal.measures import (
    Distribution,
    correlation,
    distribution,
    superiority,
)
from simulator.authoring.rehearsal.plays import shares
from simulator.reach.chance import Chance
from simulator.reach.trail import Move
from tests.authoring.rehearsed import small


def test_scores_lie_between_their_quartiles() -> None:
    assert distribution([40.0, 10.0, 20.0, 30.0]) == Distribution(
        talks=4,
        mean=25.0,
        sd=12.909944487358056,
        lowest=10.0,
        lower_quartile=17.5,
        median=25.0,
        upper_quartile=32.5,
        highest=40.0,
    )


def test_a_single_talk_has_no_spread_and_none_has_no_figures() -> None:
    one = distribution([50.0])
    assert one is not None
    assert (one.mean, one.sd, one.lower_quartile) == (50.0, None, 50.0)
    assert distribution([]) is None


@pytest.mark.parametrize(
    ("good", "bad", "expected"),
    [
        pytest.param([3, 4], [1, 2], 1.0, id="always-above"),
        pytest.param([1, 2], [3, 4], 0.0, id="never-above"),
        pytest.param([5], [5, 5], 0.5, id="ties-count-half"),
        pytest.param([1, 3], [2], 0.5, id="once-of-two"),
        pytest.param([2, 3], [1, 2, 3, 4], 0.5, id="one-half-again"),
        pytest.param([4], [1, 2, 3, 4], 0.875, id="three-and-a-half-of-four"),
    ],
)
def test_superiority_is_the_share_of_pairs_won(
    good: list[float], bad: list[float], expected: float
) -> None:
    assert superiority(good, bad) == expected


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([(0, 0), (1, 2), (2, 4)], 1.0, id="together"),
        pytest.param([(0, 4), (1, 2), (2, 0)], -1.0, id="against-each-other"),
        pytest.param([(1, 1), (1, 2)], None, id="one-side-never-varies"),
        pytest.param([(1, 1)], None, id="a-single-pair"),
        pytest.param([(0, 0), (0, 1), (1, 0), (1, 1)], 0.0, id="apart"),
    ],
)
def test_correlation(pairs: list[tuple[float, float]], expected: float | None) -> None:
    assert correlation(pairs) == (None if expected is None else pytest.approx(expected))


def test_draws_are_the_same_for_the_same_salt_and_spread_evenly() -> None:
    draws = [Chance("a", 1).below(3) for _ in range(3)]
    assert len(set(draws)) == 1
    stream = Chance("a", 2)
    counts = Counter(stream.below(4) for _ in range(4_000))
    assert all(900 <= counts[n] <= 1_100 for n in range(4))


def test_talks_are_shared_out_among_the_heads() -> None:
    assert {str(head): n for head, n in shares(10_000).items()} == {
        "random": 4753,
        "first": 949,
        "longest": 1,
        "shortest": 1,
        "timid": 949,
        "tyrant": 949,
        "flatterer": 949,
        "facts-only": 949,
        "best": 500,
    }
    assert set(shares(1).values()) == {1}


TWO_ROOMS = """\
  opening:
    tests: [P3]
    say: [oleg: Слушаю.]
    replies:
      - {id: ask, text: Сколько?, does: [ask_fact(assortment)], to: other}
      - {id: wait, text: Ну., does: [none], to: stay}
  other:
    tests: [P7]
    say: [oleg: Не отдам.]
    replies:
      - {id: back, text: Вернёмся., does: [none], to: opening}
      - {id: meet, text: Соберёмся., does: [propose_meeting], to: meeting}
"""


def test_circles_are_scenes_that_lead_back_with_their_ways_out() -> None:
    moves = {
        Move("opening", "wait", "opening"): 2,
        Move("opening", "ask", "other"): 5,
        Move("other", "back", "opening"): 3,
        Move("other", "meet", "meeting"): 1,
    }
    (found,) = circles(small(TWO_ROOMS), moves)
    assert (found.scenes, found.turns) == (("opening", "other"), 10)
    assert [(way.move.reply, way.times) for way in found.exits] == [("meet", 1)]


def test_a_straight_way_is_no_circle() -> None:
    moves = {
        Move("opening", "ask", "other"): 5,
        Move("other", "meet", "meeting"): 5,
    }
    assert circles(small(TWO_ROOMS), moves) == ()


def test_an_item_is_as_hard_as_its_mean_level_and_tells_the_good_from_the_bad() -> None:
    first, second = ("opening", Principle.P3), ("other", Principle.P7)
    talks = [
        [(first, 4), (second, 4)],
        [(first, 2), (second, 2)],
        [(first, 0), (second, 0)],
        [(first, 2)],
    ]
    one, two = item_analysis(small(TWO_ROOMS), talks, least=3)
    assert (one.talks, one.frequency, one.difficulty) == (4, 1.0, 0.5)
    assert one.discrimination == pytest.approx(1.0)
    assert (two.talks, two.frequency, two.difficulty) == (3, 0.75, 0.5)


def test_what_too_few_talks_show_is_hidden() -> None:
    item = ("opening", Principle.P3)
    one, two = item_analysis(small(TWO_ROOMS), [[(item, 4)]], least=2)
    assert (one.talks, one.enough, one.difficulty, one.frequency) == (
        1,
        False,
        None,
        None,
    )
    assert (two.talks, two.enough) == (0, False)
