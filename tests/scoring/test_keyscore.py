"""Which decision the known facts allow, and what could have settled the matter."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.keyclient import Interval, assess
from scoring.keyscore import KeyClientScore, key_client_score, known_evidence
from scoring.talk import Fact, Outcome
from tests.scoring.rules import fact, talk, turn
from tests.scoring.small import RULEBOOK

SIZE = fact("size", criterion="size", level=(4, 4))
NOISE = fact("noise", criterion="noise", level=(3, 3))
ODD = fact("odd", stop="odd")
FULL = fact("full", stop="full")
GONE = fact("gone", stop="gone")


def judged(
    *facts: Fact, known: str = "", outcome: Outcome | None = None
) -> KeyClientScore:
    """Score a talk of one turn in which some facts were learned."""
    one = turn(1, "none", learned=known.split())
    score = key_client_score(talk(one, facts=facts, outcome=outcome), RULEBOOK)
    assert score is not None
    return score


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param("", {"meeting", "collect-data"}, id="not-enough-data"),
        pytest.param("size noise", {"transfer", "lead-together"}, id="key"),
        pytest.param("size noise gone", {"not-key"}, id="ruled-out"),
        pytest.param("size noise full", {"lead-together"}, id="nobody-is-free"),
        pytest.param("size noise odd", {"freeze", "collect-data"}, id="frozen"),
        pytest.param("odd gone", {"freeze", "collect-data"}, id="first-look-into-it"),
    ],
)
def test_the_known_facts_say_what_may_be_decided(
    known: str, expected: set[str]
) -> None:
    score = judged(SIZE, NOISE, ODD, FULL, GONE, known=known)
    assert set(score.decision.allowed) == expected


@pytest.mark.parametrize(
    ("known", "outcome", "points", "decided"),
    [
        pytest.param("size noise", Outcome.TRANSFER, 30, True, id="as-the-rules-say"),
        pytest.param("size", Outcome.TRANSFER, 0, True, id="on-too-little"),
        pytest.param("size noise full", Outcome.TRANSFER, 0, True, id="into-a-queue"),
        pytest.param("odd", Outcome.FREEZE, 30, True, id="frozen-for-a-reason"),
        pytest.param("size noise", Outcome.FREEZE, 0, True, id="frozen-for-none"),
        pytest.param("size noise", Outcome.CIRCLE, 0, False, id="no-decision"),
        pytest.param("size noise", None, 0, False, id="still-talking"),
    ],
)
def test_a_decision_earns_its_part_when_the_facts_allow_it(
    known: str, outcome: Outcome | None, points: int, decided: bool
) -> None:
    part = judged(SIZE, NOISE, ODD, FULL, known=known, outcome=outcome).decision
    assert part.points == points
    assert part.decided is decided
    assert part.consistent is (points == 30)


def test_a_part_that_does_not_apply_is_left_out_of_the_hundred() -> None:
    given_fact = fact("given", given=True)
    one = turn(1, "apply_rule(size)")
    score = key_client_score(talk(one, facts=[given_fact]), RULEBOOK)
    assert score is not None
    assert score.facts.points is None
    assert score.points == 50


def test_what_was_got_and_what_is_missing_is_told() -> None:
    score = judged(SIZE, NOISE, fact("spare", needed=False), known="noise spare")
    assert score.facts.obtained == ("noise",)
    assert score.facts.missing == ("size",)
    assert score.facts.points == 20


@pytest.mark.parametrize(
    ("known", "criteria", "facts"),
    [
        pytest.param("", ("size",), ("gone",), id="nothing-known"),
        pytest.param("size", ("noise",), ("noise", "gone"), id="one-known"),
        pytest.param("size noise", (), (), id="settled-already"),
    ],
)
def test_what_one_more_thing_could_have_settled_is_told(
    known: str, criteria: tuple[str, ...], facts: tuple[str, ...]
) -> None:
    score = judged(SIZE, NOISE, GONE, known=known)
    assert score.settling == criteria
    assert score.settling_facts == facts


def test_a_criterion_known_roughly_may_settle_it_once_known_exactly() -> None:
    rough = fact("rough", criterion="size", level=(2, 4))
    assert judged(rough, NOISE, known="rough noise").settling == ("size",)


TRUTH = st.tuples(st.integers(0, 4), st.integers(0, 4))


@given(TRUTH, st.data())
def test_knowing_more_never_widens_the_interval(
    truth: tuple[int, int], data: st.DataObject
) -> None:
    """Sources that are all true of one client can only narrow him down."""
    facts = []
    for number in range(4):
        which = data.draw(st.integers(0, 1))
        low = data.draw(st.integers(0, truth[which]))
        high = data.draw(st.integers(truth[which], 4))
        criterion = RULEBOOK.criteria[which].id
        facts.append(fact(f"f{number}", criterion=criterion, level=(low, high)))
    spans = [
        assess(RULEBOOK, *known_evidence(facts, {f"f{n}" for n in range(k)}, RULEBOOK))
        for k in range(5)
    ]
    for before, after in pairwise(spans):
        assert before.points.low <= after.points.low
        assert after.points.high <= before.points.high


def test_sources_that_contradict_each_other_leave_both_possible() -> None:
    small = fact("small", criterion="size", level=(1, 1))
    score = judged(small, SIZE, NOISE, known="small size noise")
    assert score.assessment.points == Interval(Fraction(45), Fraction(90))
