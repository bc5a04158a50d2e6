"""A talk → two scores with their evidence."""

from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.codes import Code
from scoring.gather import MISSED_CHANCE, CapReason
from scoring.principles import Principle
from scoring.scorecard import RedFlag, Scorecard, score, shown
from scoring.talk import Turn
from tests.scoring.rules import rubric, rulebook, talk, turn


def scored(*turns: Turn) -> Scorecard:
    return score(talk(*turns), rubric(), rulebook())


def level(card: Scorecard, principle: str) -> Fraction | None:
    return card.of(Principle(principle)).level


def test_nothing_answered_scores_nothing() -> None:
    card = scored()
    assert (card.business, card.key_client, card.advice) == (None, None, None)
    assert not any(result.reached for result in card.principles)


def test_a_principle_that_nothing_tested_is_not_reached_and_weighs_nothing() -> None:
    card = scored(turn(1, "acknowledge", "business_effect", tests="P1"))
    assert level(card, "P1") == 4
    assert level(card, "P2") is None, "evidence elsewhere may raise nothing"
    assert card.business == 100


def test_the_best_try_in_a_scene_counts() -> None:
    card = scored(
        turn(1, "ask_fact(share)", tests="P3"),
        turn(2, "ask_fact(share)", "verify_data", tests="P3"),
        turn(3, "none", tests="P3"),
    )
    (opportunity,) = card.of(Principle.P3).opportunities
    assert (opportunity.level, opportunity.turn) == (4, 2)


def test_a_scene_passed_in_silence_is_a_missed_chance() -> None:
    card = scored(turn(1, "none", tests="P1"))
    (opportunity,) = card.of(Principle.P1).opportunities
    assert (opportunity.level, opportunity.rating) == (MISSED_CHANCE, None)
    assert level(card, "P1") == 1


def test_the_level_is_the_mean_over_the_scenes_that_test_it() -> None:
    card = scored(
        turn(1, "acknowledge", "cite_fact(share)", scene="a", tests="P1"),
        turn(2, "acknowledge", scene="b", tests="P1"),
        turn(3, "none", scene="c", tests="P1"),
    )
    assert level(card, "P1") == Fraction(8, 3)


@pytest.mark.parametrize(
    ("later", "expected", "reasons"),
    [
        pytest.param(["none"], 0, [CapReason.GRAVE_VIOLATION], id="an-attack-stands"),
        pytest.param(["acknowledge"], Fraction(7, 2), [], id="made-good-later"),
    ],
)
def test_an_attack_leaves_nothing_unless_it_is_made_good(
    later: list[str], expected: Fraction | int, reasons: list[CapReason]
) -> None:
    card = scored(
        turn(1, "acknowledge", "cite_fact(share)", scene="a", tests="P1"),
        turn(2, "attack", scene="elsewhere"),
        turn(3, "acknowledge", scene="b", tests="P1")
        if later == ["acknowledge"]
        else turn(3, *later, scene="c"),
    )
    assert level(card, "P1") == expected
    assert [cap.reason for cap in card.of(Principle.P1).caps] == reasons


def test_other_violations_hold_the_level_at_one() -> None:
    card = scored(
        turn(1, "state_stance", "business_effect", scene="a", tests="P6"),
        turn(2, "ask_permission", scene="elsewhere"),
    )
    assert level(card, "P6") == 1


def test_a_violation_alone_makes_a_principle_reached() -> None:
    card = scored(turn(1, "ask_permission"))
    assert level(card, "P6") == 1
    assert card.business == 25


@pytest.mark.parametrize(
    ("said", "principle", "expected"),
    [
        pytest.param("ask_permission", "P6", 1, id="begging"),
        pytest.param("concede", "P6", 0, id="giving-in"),
        pytest.param("bend_rule", "P4", 0, id="bending"),
        pytest.param("bad_deal", "P5", 0, id="promising-too-much"),
    ],
)
def test_a_principle_reached_by_a_slip_only_stands_where_the_slip_put_it(
    said: str, principle: str, expected: int
) -> None:
    card = scored(turn(1, said))
    assert level(card, principle) == expected
    (cap,) = card.of(Principle(principle)).caps
    held_at = {CapReason.VIOLATION: 1, CapReason.GRAVE_VIOLATION: 0}[cap.reason]
    assert (cap.code, held_at) == (Code(said), expected)


def test_a_slip_made_good_elsewhere_leaves_the_principle_not_reached() -> None:
    card = scored(turn(1, "ask_permission"), turn(2, "state_stance"))
    assert level(card, "P6") is None


def test_a_principle_reached_by_a_slip_only_never_lifts_the_score() -> None:
    attack = turn(1, "attack", tests="P1")
    assert scored(attack).business == 0
    assert scored(attack, turn(2, "ask_permission")).business == 0


@pytest.mark.parametrize(
    ("tries", "expected"),
    [
        pytest.param(["attack", "none"], 0, id="silence-does-not-mend-it"),
        pytest.param(["attack", "personal_appeal"], 0, id="nor-does-a-lesser-slip"),
        pytest.param(["attack", "acknowledge"], 3, id="a-good-try-does"),
        pytest.param(["acknowledge", "none"], 3, id="silence-after-costs-nothing"),
    ],
)
def test_a_scene_is_worth_its_best_try_and_a_slip_is_none(
    tries: list[str], expected: int
) -> None:
    card = scored(*(turn(n, one, tests="P1") for n, one in enumerate(tries, 1)))
    (opportunity,) = card.of(Principle.P1).opportunities
    assert opportunity.level == expected


def test_the_authors_level_above_a_violation_leaves_no_cap() -> None:
    card = scored(turn(1, "attack", tests="P1", levels={Principle.P1: 3}))
    assert level(card, "P1") == 3
    assert card.of(Principle.P1).caps == ()


def test_repeating_a_request_lowers_p7_by_one_each_time() -> None:
    card = scored(
        turn(1, "propose_meeting", "set_step", scene="a", tests="P7"),
        turn(2, "ask_permission"),
        turn(3, "ask_permission", fruitless=True),
        turn(4, "ask_permission", fruitless=True),
    )
    assert level(card, "P7") == 2
    assert card.circling == (3, 4)


def test_circling_never_takes_p7_below_zero_nor_needs_an_opportunity() -> None:
    circles = [turn(n, "pull_rank", fruitless=True) for n in range(2, 8)]
    assert level(scored(turn(1, "pull_rank"), *circles), "P7") == 0


def test_a_fruitless_turn_without_a_request_does_not_touch_p7() -> None:
    card = scored(turn(1, "ask_fact(share)", fruitless=True))
    assert level(card, "P7") is None


@pytest.mark.parametrize("flag", ["threaten", "deceive", "bad_deal"])
def test_a_red_flag_holds_the_score_at_40(flag: str) -> None:
    good = [
        turn(n, "propose_meeting", "set_step", scene=f"s{n}", tests="P7")
        for n in range(1, 6)
    ]
    stances = [
        turn(n, "state_stance", "business_effect", scene=f"s{n}", tests="P2 P6")
        for n in range(7, 9)
    ]
    card = scored(*good, turn(6, flag, scene="slip"), *stances)
    assert card.red_flags == (RedFlag(6, Code(flag)),)
    assert card.uncapped is not None
    assert card.business == min(card.uncapped, Fraction(40))
    assert card.business <= 40


def test_a_red_flag_in_two_clauses_of_one_reply_is_one() -> None:
    card = scored(turn(1, "threaten", "threaten"))
    assert card.red_flags == (RedFlag(1, Code.THREATEN),)


def test_weights_are_those_of_the_rubric() -> None:
    card = scored(
        turn(1, "acknowledge", "cite_fact(share)", scene="a", tests="P1"),
        turn(2, "none", scene="b", tests="P8"),
    )
    assert card.business == Fraction(100 * (12 * 4 + 8 * 1), 4 * 20)


def test_advice_names_the_principle_that_cost_most_and_its_worst_turn() -> None:
    card = scored(
        turn(1, "acknowledge", scene="a", tests="P1"),
        turn(2, "none", scene="b", tests="P2"),
        turn(3, "none", scene="c", tests="P8"),
    )
    assert card.advice is not None
    assert (card.advice.principle, card.advice.turn) == (Principle.P2, 2)


def test_advice_points_to_the_gravest_slip() -> None:
    card = scored(
        turn(1, "acknowledge", tests="P1"),
        turn(2, "ask_permission"),
        turn(3, "attack"),
    )
    assert card.advice is not None
    assert (card.advice.principle, card.advice.turn) == (Principle.P1, 3)


def test_of_two_that_cost_the_same_advice_names_the_first() -> None:
    card = scored(turn(1, "none", tests="P4 P3 P2"))
    assert card.advice is not None
    assert card.advice.principle is Principle.P2


def test_nothing_to_improve_gives_no_advice() -> None:
    assert scored(turn(1, "acknowledge", "cite_fact(share)", tests="P1")).advice is None


def test_points_are_rounded_halves_upwards_only_when_shown() -> None:
    assert shown(Fraction("72.5")) == Decimal(73)
    assert shown(Fraction(8, 3), 1) == Decimal("2.7")
