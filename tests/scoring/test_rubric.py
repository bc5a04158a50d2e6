"""From codes to levels, by the shipped rubric."""

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.codes import Code, CodeUse
from scoring.errors import LevelError, RubricError
from scoring.principles import Principle
from scoring.rubric import rate
from tests.scoring import small
from tests.scoring.rules import codes, rubric

USES = st.lists(
    st.builds(
        CodeUse,
        st.sampled_from(Code),
        st.lists(st.sampled_from(["share", "purchases", "wallet"]), unique=True).map(
            tuple
        ),
    ),
    max_size=5,
)


def shown(*written: str) -> dict[str, int]:
    """Rate a reply; principle → level."""
    ratings = rate(rubric(), codes(*written), {})
    return {str(rating.principle): rating.level for rating in ratings}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(["none"], {}, id="nothing-said-nothing-reached"),
        pytest.param(["acknowledge"], {"P1": 3}, id="contribution-named"),
        pytest.param(
            ["acknowledge", "business_effect"],
            {"P1": 4, "P2": 3},
            id="contribution-and-business",
        ),
        pytest.param(["ask_fact(share)"], {"P3": 2}, id="one-question"),
        pytest.param(["ask_fact(share, frequency)"], {"P3": 3}, id="several-at-once"),
        pytest.param(
            ["ask_fact(share)", "ask_fact(frequency)"], {"P3": 3}, id="in-two-clauses"
        ),
        pytest.param(["cite_fact(share)"], {"P3": 2}, id="cite-alone"),
        pytest.param(
            ["cite_fact(share)", "verify_data"], {"P3": 4}, id="cite-and-verify"
        ),
        pytest.param(["apply_rule"], {"P4": 3}, id="one-criterion"),
        pytest.param(["apply_rule(wallet, growth)"], {"P4": 3}, id="rules-applied"),
        pytest.param(
            ["apply_rule(wallet, growth)", "same_rules"], {"P4": 4}, id="and-for-all"
        ),
        pytest.param(
            ["offer_options", "business_effect"],
            {"P2": 4, "P5": 3},
            id="options-by-effect",
        ),
        pytest.param(["offer_options", "offer_terms"], {"P5": 4}, id="options-terms"),
        pytest.param(["state_stance"], {"P6": 3}, id="calm-stance"),
        pytest.param(["ask_permission"], {"P6": 1}, id="begging"),
        pytest.param(
            ["propose_meeting", "set_step"], {"P7": 4}, id="meeting-with-inputs"
        ),
        pytest.param(["protect_client", "set_step"], {"P7": 3, "P8": 4}, id="client"),
        pytest.param(
            ["acknowledge", "ask_fact(share)"], {"P1": 4, "P3": 2}, id="back-to-it"
        ),
        pytest.param(
            ["business_effect", "cite_fact(share)"],
            {"P2": 3, "P3": 2},
            id="an-effect-with-a-figure",
        ),
        pytest.param(["cite_fact(share, potential)"], {"P3": 3}, id="two-facts"),
        pytest.param(
            ["cite_fact(share)", "ask_fact(share)"], {"P3": 3}, id="fact-and-question"
        ),
        pytest.param(["verify_data"], {"P3": 3}, id="source-alone"),
        pytest.param(["ask_fact(share)", "verify_data"], {"P3": 4}, id="ask-verify"),
        pytest.param(["same_rules"], {"P4": 3}, id="equality-alone"),
        pytest.param(
            ["apply_rule(wallet)", "verify_data"], {"P3": 3, "P4": 4}, id="rule-and-gap"
        ),
        pytest.param(["ask_interest"], {"P5": 2}, id="interest-asked"),
        pytest.param(["offer_terms"], {"P5": 3}, id="terms"),
        pytest.param(["offer_terms", "set_step"], {"P5": 3, "P7": 3}, id="terms-step"),
        pytest.param(
            ["ask_interest", "offer_options"], {"P5": 3}, id="interest-and-choice"
        ),
        pytest.param(
            ["state_stance", "acknowledge"], {"P1": 3, "P6": 4}, id="stance-heard"
        ),
        pytest.param(
            ["state_stance", "business_effect"], {"P2": 3, "P6": 4}, id="stance-effect"
        ),
        pytest.param(
            ["state_stance", "offer_options"], {"P5": 3, "P6": 4}, id="stance-options"
        ),
        pytest.param(["propose_transfer"], {"P6": 2}, id="transfer-without-reason"),
        pytest.param(["propose_meeting"], {"P7": 3}, id="meeting"),
        pytest.param(["set_step"], {"P7": 3}, id="step"),
        pytest.param(["set_step", "verify_data"], {"P3": 4, "P7": 3}, id="step-data"),
        pytest.param(["protect_client"], {"P8": 3}, id="client-alone"),
        pytest.param(
            ["protect_client", "offer_terms"], {"P5": 3, "P8": 3}, id="client-terms"
        ),
    ],
)
def test_a_reply_shows_the_levels_of_its_codes(
    written: list[str], expected: dict[str, int]
) -> None:
    assert shown(*written) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("attack", {"P1": 0}, id="attack"),
        pytest.param("personal_appeal", {"P1": 1, "P2": 0}, id="appeal"),
        pytest.param("pull_rank", {"P2": 0, "P6": 1}, id="rank"),
        pytest.param("threaten", {"P6": 0}, id="threat"),
        pytest.param("concede", {"P6": 0}, id="giving-in"),
        pytest.param("ask_permission", {"P6": 1}, id="begging"),
        pytest.param("stall", {"P7": 1}, id="putting-off"),
        pytest.param("bend_rule", {"P4": 0}, id="bent-rule"),
        pytest.param("bad_deal", {"P5": 0}, id="bad-deal"),
        pytest.param("deceive", {"P3": 0, "P8": 0}, id="deceit"),
    ],
)
def test_a_violation_harms_its_principles_whatever_else_is_said(
    code: str, expected: dict[str, int]
) -> None:
    assert shown(code) == expected
    exemplary = (
        *("acknowledge", "business_effect", "offer_options", "offer_terms"),
        *("ask_fact(share, payment)", "verify_data", "apply_rule(wallet, growth)"),
        *("same_rules", "state_stance", "propose_meeting", "set_step"),
        "protect_client",
    )
    assert shown(*exemplary) == dict.fromkeys(map(str, Principle), 4)
    assert shown(*exemplary, code) == dict.fromkeys(map(str, Principle), 4) | expected


GOOD = (
    *("acknowledge", "ask_interest", "ask_fact(share)", "ask_fact(payment)"),
    *("cite_fact(share)", "cite_fact(payment)", "verify_data", "business_effect"),
    *("apply_rule(wallet)", "apply_rule(growth)", "same_rules", "offer_options"),
    *("offer_terms", "state_stance", "propose_meeting", "set_step"),
    *("protect_client", "propose_transfer"),
)


@given(st.sets(st.sampled_from(GOOD), max_size=6), st.sampled_from(GOOD))
def test_one_more_good_act_never_costs_a_level(said: set[str], more: str) -> None:
    before, after = shown(*sorted(said)), shown(*sorted(said | {more}))
    assert all(after[principle] >= level for principle, level in before.items())


def test_a_violation_caps_what_the_rest_would_earn() -> None:
    assert shown("acknowledge", "business_effect", "attack")["P1"] == 0


def test_every_violating_code_has_a_row() -> None:
    violating = {p.code for row in rubric().rows if row.violation for p in row.when}
    assert violating == {
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
    }


def test_every_code_but_none_puts_some_principle_in_play() -> None:
    silent = {code for code in Code if not rate(rubric(), (CodeUse(code),), {})}
    assert silent == {Code.NONE}


def test_a_rating_names_its_row_and_the_codes_that_earned_it() -> None:
    (rating,) = (
        r
        for r in rate(rubric(), codes("ask_fact(share)", "verify_data", "stall"), {})
        if r.principle is Principle.P3
    )
    assert rating.row is not None
    assert rating.row.id == "p3-ask-verify"
    assert [str(use) for use in rating.codes] == ["ask_fact(share)", "verify_data"]
    assert {"ru", "en"} <= set(rating.row.anchor)


def test_the_authors_levels_win_over_the_table() -> None:
    ratings = rate(rubric(), codes("attack"), {Principle.P1: 2, Principle.P8: 4})
    assert {(r.principle, r.level, r.row) for r in ratings} == {
        (Principle.P1, 2, None),
        (Principle.P8, 4, None),
    }


@pytest.mark.parametrize(
    ("level", "violation", "breaches"),
    [
        pytest.param(0, True, (Code.ATTACK,), id="as-low-as-the-row"),
        pytest.param(2, False, (), id="above-it-the-author-has-overruled"),
    ],
)
def test_the_authors_level_decides_whether_a_violation_is_one(
    level: int, violation: bool, breaches: tuple[Code, ...]
) -> None:
    (rating,) = rate(rubric(), codes("attack"), {Principle.P1: level})
    assert (rating.violation, rating.breaches) == (violation, breaches)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(["ask_fact(share)"], "one", id="what-matches"),
        pytest.param(["ask_fact(share, payment)"], "two-topics", id="more-topics"),
        pytest.param(
            ["ask_fact(share, payment)", "cite_fact(share)"],
            "two-codes",
            id="more-codes-before-more-topics",
        ),
        pytest.param(
            ["ask_fact(share)", "verify_data"], "first", id="ties-keep-file-order"
        ),
        pytest.param(["ask_fact(share)", "stall"], "cap", id="a-cap-under-it"),
        pytest.param(["verify_data", "stall"], "low", id="a-cap-above-changes-nothing"),
    ],
)
def test_the_most_specific_row_decides(said: list[str], expected: str) -> None:
    table = small.rubric(
        small.row("one", "ask_fact", 3),
        small.row("two-topics", "ask_fact:2", 3),
        small.row("two-codes", "ask_fact cite_fact", 2),
        small.row("first", "ask_fact verify_data", 2),
        small.row("second", "verify_data ask_fact", 4),
        small.row("low", "verify_data", 0),
        small.row("cap", "stall", 1, violation=True),
    )
    (rating,) = rate(table, codes(*said), {})
    assert rating.row is not None
    assert rating.row.id == expected
    assert rating.violation is ("stall" in said)


def test_a_code_named_twice_makes_a_row_no_more_specific() -> None:
    table = small.rubric(
        small.row("once", "ask_fact", 3), small.row("twice", "ask_fact ask_fact", 1)
    )
    (rating,) = rate(table, codes("ask_fact"), {})
    assert rating.level == 3


def test_a_level_outside_the_scale_is_a_programmers_mistake() -> None:
    with pytest.raises(LevelError):
        rate(rubric(), (), {Principle.P1: 5})


@given(USES)
def test_the_order_of_codes_does_not_matter(uses: list[CodeUse]) -> None:
    first, *others = (
        [(r.principle, r.level, r.row) for r in rate(rubric(), order, {})]
        for order in list(permutations(uses))[:6]
    )
    assert all(other == first for other in others)


@given(USES)
def test_levels_stay_on_the_scale(uses: list[CodeUse]) -> None:
    assert all(0 <= rating.level <= 4 for rating in rate(rubric(), uses, {}))


def test_the_rubric_says_all_that_is_wrong_with_it_at_once() -> None:
    shipped = rubric()
    principles = dict(shipped.principles)
    del principles[Principle.P8]
    principles[Principle.P1] = replace(principles[Principle.P1], weight=Fraction(13))
    rows = (*shipped.rows, replace(shipped.rows[0], level=7))
    with pytest.raises(RubricError) as error:
        replace(shipped, principles=principles, rows=rows)
    for part in ("P8 is missing", "sum to 93", "stands twice", "level 7"):
        assert part in str(error.value)
