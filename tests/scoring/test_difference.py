"""What differs between two talks, and when that is told from chance."""

from collections.abc import Sequence
from fractions import Fraction
from hashlib import blake2b

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.difference import FEWEST, Differences, Sat, Verdict, differences
from scoring.principles import Principle
from scoring.scorecard import score
from tests.scoring.rules import rubric, rulebook, talk, turn

P1, P3 = Principle.P1, Principle.P3
Levels = Sequence[int]


def sat(levels: Levels, *, read: bool = False, tests: str = "P1") -> Sat:
    """Sit a talk of as many scenes, each showing one level on what it tests."""
    turns = [
        turn(
            place,
            "none",
            scene=f"s{place}",
            tests=tests,
            levels={Principle(name): level for name in tests.split()},
        )
        for place, level in enumerate(levels, 1)
    ]
    return Sat(talk(*turns), read)


def held(before: Sat, after: Sat) -> Differences:
    return differences(before, after, rubric(), rulebook())


def verdict(before: Levels, after: Levels, *, read: bool = False) -> Verdict:
    found = held(sat(before, read=read), sat(after, read=read)).business
    assert found is not None
    return found.verdict


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param([2] * 4, [2] * 4, Verdict.WITHIN_NOISE, id="the-same"),
        pytest.param([1, 1, 2, 1], [3, 4, 4, 3], Verdict.HIGHER, id="all-higher"),
        pytest.param([3, 4, 4, 3], [1, 1, 2, 1], Verdict.LOWER, id="all-lower"),
        pytest.param([2] * 6, [2] * 5 + [4], Verdict.WITHIN_NOISE, id="one-scene"),
        pytest.param([1, 4, 2, 3], [3, 2, 4, 2], Verdict.WITHIN_NOISE, id="mixed"),
        pytest.param([0] * 3, [4] * 3, Verdict.TOO_FEW, id="three-scenes"),
        pytest.param([0] * 5, [4] * 3, Verdict.TOO_FEW, id="three-in-one-of-them"),
    ],
)
def test_a_difference_is_told_from_chance(
    before: Levels, after: Levels, said: Verdict
) -> None:
    assert verdict(before, after) is said


def test_the_reader_may_be_off_so_a_small_rise_in_own_words_claims_nothing() -> None:
    before, after = [2] * 4, [3] * 4
    assert verdict(before, after) is Verdict.HIGHER
    assert verdict(before, after, read=True) is Verdict.WITHIN_NOISE


def test_the_margin_is_that_of_a_mean_where_every_scene_tests_one_principle() -> None:
    found = held(sat([1, 2, 3, 2]), sat([2, 4, 3, 3])).principles[P1]
    # Differences 1 2 0 1: mean 1, variance 2/3, standard error √(1/6), t(3) = 3.182
    assert found.value == 1
    assert found.margin is not None
    assert float(found.margin) == pytest.approx(1.2990, abs=1e-3)


def test_what_only_one_talk_reached_is_not_held_against_anything() -> None:
    found = held(sat([2] * 4, tests="P1"), sat([2] * 4, tests="P1 P3"))
    assert set(found.principles) == {P1}


def test_without_an_answer_there_is_nothing_to_tell() -> None:
    found = held(sat([]), sat([2] * 4))
    assert (found.business, found.key_client, dict(found.principles)) == (
        None,
        None,
        {},
    )


LEVELS = st.lists(st.integers(0, 4), min_size=1, max_size=7)


@settings(max_examples=40, deadline=None)
@given(LEVELS, LEVELS, st.booleans())
def test_swapped_talks_swap_the_sign_and_nothing_else(
    one: list[int], other: list[int], read: bool
) -> None:
    before, after = sat(one, read=read), sat(other, read=read)
    there, back = held(before, after).business, held(after, before).business
    assert there is not None
    assert back is not None
    assert (there.value, there.margin) == (-back.value, back.margin)


@settings(max_examples=40, deadline=None)
@given(LEVELS, st.booleans())
def test_the_same_talk_twice_is_never_a_difference(
    levels: list[int], read: bool
) -> None:
    twice = sat(levels, read=read, tests="P1 P3")
    found = held(twice, twice)
    assert found.business is not None
    for one in (found.business, found.key_client, *found.principles.values()):
        assert one is not None
        assert one.value == 0
        expected = Verdict.TOO_FEW if len(levels) < FEWEST else Verdict.WITHIN_NOISE
        assert one.verdict is expected


@settings(max_examples=40, deadline=None)
@given(LEVELS, LEVELS)
def test_the_scores_are_those_of_the_scorer(one: list[int], other: list[int]) -> None:
    before, after = sat(one), sat(other)
    found = held(before, after).business
    cards = [score(sitting.talk, rubric(), rulebook()) for sitting in (before, after)]
    assert found is not None
    assert [found.before, found.after] == [card.business for card in cards]


def test_of_talks_that_differ_by_chance_few_are_called_a_difference() -> None:
    """About one in twenty is what 95 % promises; ten of a hundred is the bound."""

    def made(name: str) -> Sat:
        drawn = blake2b(name.encode()).digest()
        return sat([(0, 1, 2, 2, 3, 3, 4)[byte % 7] for byte in drawn[:6]])

    said = [held(made(f"{n} a"), made(f"{n} b")).business for n in range(100)]
    claimed = [one for one in said if one and one.verdict is not Verdict.WITHIN_NOISE]
    assert len(claimed) <= 10


def test_the_margin_is_the_same_on_every_machine() -> None:
    found = held(sat([1, 3, 2, 4, 0]), sat([2, 3, 4, 4, 1], read=True)).business
    assert found is not None
    assert isinstance(found.margin, Fraction)
    assert found.margin == Fraction(int(found.margin * 10**9), 10**9)
