"""What holds of every talk."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scoring.codes import Code, CodeUse
from scoring.principles import Principle
from scoring.scorecard import points, score
from scoring.talk import Outcome, Talk, Turn
from tests.scoring.rules import rubric, rulebook, turn
from tests.scoring.test_key_client_score import FACTS

PRINCIPLES = st.sampled_from(Principle)
LEARNED = st.lists(st.sampled_from(["share", "frequency"]), max_size=1)
TURNS = st.lists(
    st.builds(
        Turn,
        number=st.integers(1, 99),
        scene=st.sampled_from(["a", "b", "c"]),
        tests=st.lists(PRINCIPLES, unique=True, max_size=2).map(tuple),
        codes=st.lists(st.sampled_from(Code).map(CodeUse), max_size=3).map(tuple),
        levels=st.dictionaries(
            st.sampled_from(Principle), st.integers(0, 4), max_size=1
        ),
        learned=st.lists(st.sampled_from(["share", "frequency"]), max_size=1).map(
            tuple
        ),
        fruitless=st.booleans(),
    ),
    max_size=8,
).map(tuple)
TALKS = st.builds(
    Talk,
    turns=TURNS,
    facts=st.just(FACTS),
    outcome=st.none() | st.sampled_from(Outcome),
)


@given(TALKS)
def test_both_scores_stay_within_0_and_100(one: Talk) -> None:
    card = score(one, rubric(), rulebook())
    assert card.business is None or 0 <= card.business <= 100
    assert card.key_client is None or 0 <= card.key_client.points <= 100
    assert all(r.level is None or 0 <= r.level <= 4 for r in card.principles)


@given(TALKS)
def test_the_points_alone_are_those_of_the_whole_card(one: Talk) -> None:
    card, alone = score(one, rubric(), rulebook()), points(one, rubric(), rulebook())
    assert alone.business == card.business
    assert alone.key_client == (card.key_client.points if card.key_client else None)


@given(TALKS)
def test_a_red_flag_never_leaves_more_than_40(one: Talk) -> None:
    card = score(one, rubric(), rulebook())
    if card.red_flags:
        assert card.business is None or card.business <= 40


@given(TALKS, st.sampled_from(["attack", "ask_permission", "concede", "threaten"]))
def test_a_violation_at_the_end_never_raises_a_principle(
    one: Talk, violation: str
) -> None:
    worse = replace(one, turns=(*one.turns, turn(99, violation, scene="end")))
    before, after = (score(t, rubric(), rulebook()) for t in (one, worse))
    for old, new in zip(before.principles, after.principles, strict=True):
        if old.level is not None:
            assert new.level is not None
            assert new.level <= old.level


SLIPS = st.sampled_from(
    [
        Code.ASK_PERMISSION,
        Code.CONCEDE,
        Code.STALL,
        Code.THREATEN,
        Code.PULL_RANK,
        Code.ATTACK,
        Code.PERSONAL_APPEAL,
        Code.BEND_RULE,
        Code.BAD_DEAL,
        Code.DECEIVE,
    ]
)


def business(one: Talk) -> Fraction:
    points = score(one, rubric(), rulebook()).business
    return Fraction(100) if points is None else points


@given(TALKS, SLIPS, st.integers(0, 8))
def test_a_slip_of_its_own_never_raises_the_score(
    one: Talk, slip: Code, place: int
) -> None:
    extra = Turn(50, "elsewhere", (), (CodeUse(slip),), {}, (), fruitless=False)
    turns = (*one.turns[:place], extra, *one.turns[place:])
    assert business(replace(one, turns=turns)) <= business(one)


@given(TALKS, SLIPS, st.integers(0, 7))
def test_a_slip_within_a_reply_never_raises_the_score(
    one: Talk, slip: Code, place: int
) -> None:
    turns = tuple(
        replace(t, codes=(*t.codes, CodeUse(slip))) if n == place else t
        for n, t in enumerate(one.turns)
    )
    assert business(replace(one, turns=turns)) <= business(one)


@given(TALKS)
def test_the_order_of_codes_within_a_reply_changes_no_score(one: Talk) -> None:
    turns = tuple(replace(t, codes=t.codes[::-1]) for t in one.turns)
    assert business(replace(one, turns=turns)) == business(one)


@given(TALKS)
def test_the_same_talk_gives_the_same_card(one: Talk) -> None:
    assert score(one, rubric(), rulebook()) == score(one, rubric(), rulebook())
