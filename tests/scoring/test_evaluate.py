"""A client by the rules: formulas on intervals, levels, status, what settles it."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evaluate import ClientFacts, Evaluator, evaluate, holds, turning
from scoring.formulas import (
    Amount,
    Formula,
    Missing,
    Range,
    Unknown,
    names_in,
)
from scoring.measures import Measure, measure
from scoring.rulebook import Rulebook, Status, When
from scoring.working import value_of
from simulator.scenario.formulaparser import parse_formula, parse_when
from simulator.scenario.rulebooks import parse_rulebook

RULES = Path(__file__).parents[2] / "scenarios/base/rulebooks/key-clients.yaml"


def shipped() -> Rulebook:
    found = parse_rulebook(RULES.read_bytes()).rulebook
    assert found is not None
    return found


def formula(words: str) -> Formula:
    found = parse_formula(words, _refuse)
    assert found is not None
    return found


def _refuse(*problem: object, **params: object) -> None:
    raise AssertionError(problem, params)


def amounts(**known: Any) -> dict[str, Amount]:
    return {name.replace("_", "-"): ranged(value) for name, value in known.items()}


def ranged(value: Any) -> Amount:
    if isinstance(value, list):
        return tuple(Fraction(str(one)) for one in value)
    low, high = value if isinstance(value, tuple) else (value, value)
    return Range(Fraction(str(low)), Fraction(str(high)))


@pytest.mark.parametrize(
    ("words", "known", "low", "high"),
    [
        pytest.param("a + b", {"a": (1, 2), "b": 3}, 4, 5, id="sum"),
        pytest.param("a - b", {"a": (1, 2), "b": (3, 5)}, -4, -1, id="difference"),
        pytest.param("a * b", {"a": (-1, 2), "b": (3, 5)}, -5, 10, id="product"),
        pytest.param("a / b", {"a": (1, 2), "b": (4, 8)}, "1/8", "1/2", id="quotient"),
        pytest.param("a - (b - c)", {"a": 5, "b": 3, "c": 1}, 3, 3, id="parentheses"),
        pytest.param("max(0, a)", {"a": (-3, 2)}, 0, 2, id="never-below-zero"),
        pytest.param("min(a, 5)", {"a": (3, 9)}, 3, 5, id="at-most"),
        pytest.param("percent(a, b)", {"a": 1, "b": (20, 40)}, "5/2", 5, id="percent"),
        pytest.param("part(30, a)", {"a": 200}, 60, 60, id="part"),
        pytest.param("cv(a)", {"a": [1, 3]}, 50, 50, id="variation"),
        pytest.param("cagr(a, b, 2)", {"a": 100, "b": 121}, 10, 10, id="yearly-growth"),
        pytest.param("cagr(a, b, 3)", {"a": 8, "b": 1}, -50, -50, id="yearly-loss"),
        pytest.param("cagr(a, b, 3)", {"a": 8, "b": 0}, -100, -100, id="all-lost"),
        pytest.param("cagr(a, b, 0.5)", {"a": 2, "b": 3}, 125, 125, id="half-a-year"),
    ],
)
def test_a_formula_is_worked_out_on_intervals(
    words: str, known: dict[str, Any], low: object, high: object
) -> None:
    found = value_of(formula(words), amounts(**known))
    assert found == Range(Fraction(str(low)), Fraction(str(high)))


@pytest.mark.parametrize(
    ("words", "known", "why", "about"),
    [
        pytest.param("a + b", {"a": 1}, Missing.NO_DATA, ("b",), id="one-missing"),
        pytest.param("a / b", {"a": 1, "b": (-1, 1)}, Missing.ZERO, ("b",), id="zero"),
        pytest.param(
            "percent(a, b)", {"a": 1, "b": 0}, Missing.ZERO, ("b",), id="none"
        ),
        pytest.param("cv(a)", {"a": [0, 0]}, Missing.ZERO, ("a",), id="no-purchases"),
        pytest.param("cagr(a, b, 3)", {"a": 0, "b": 5}, Missing.ZERO, ("a",), id="new"),
    ],
)
def test_what_cannot_be_worked_out_says_why(
    words: str, known: dict[str, Any], why: Missing, about: tuple[str, ...]
) -> None:
    assert value_of(formula(words), amounts(**known)) == Unknown(why, about)


ENDS = st.fractions(-1000, 1000, max_denominator=9)


@given(st.data(), st.sampled_from(["a + b", "a - b", "a * b", "a / b", "max(a, b)"]))
def test_an_interval_holds_every_point_in_it(data: st.DataObject, words: str) -> None:
    known: dict[str, Amount] = {}
    points: dict[str, Amount] = {}
    for name in ("a", "b"):
        low, point, high = sorted(data.draw(st.tuples(ENDS, ENDS, ENDS)))
        known[name], points[name] = Range(low, high), Range(point, point)
    wide, exact = value_of(formula(words), known), value_of(formula(words), points)
    if isinstance(wide, Range):
        assert isinstance(exact, Range)
        assert wide.low <= exact.low <= wide.high


@pytest.mark.parametrize(
    ("words", "known", "expected"),
    [
        ("a > 60 day", {"a": 61}, True),
        ("a > 60 day", {"a": 60}, False),
        ("a >= 60 day", {"a": 60}, True),
        ("a < 25 %", {"a": (10, 30)}, None),
        ("a > 60 day", {}, None),
    ],
)
def test_a_comparison_holds_fails_or_is_open(
    words: str, known: dict[str, Any], expected: bool | None
) -> None:
    when = parse_when(words, _refuse)
    assert isinstance(when, When)
    assert holds(when, amounts(**known)) is expected


@pytest.mark.parametrize(
    ("words", "written"),
    [("RUB/year", "RUB/year"), ("RUB", "RUB"), ("1", "1"), ("RUB*day/year", None)],
)
def test_a_measure_is_read_and_written(words: str, written: str | None) -> None:
    assert str(measure(words)) == (written or words)


@pytest.mark.parametrize("words", ["", "rubles", "RUB/", "/RUB", "RUB RUB"])
def test_what_is_no_measure_is_none(words: str) -> None:
    assert measure(words) is None


def test_measures_divide_out() -> None:
    assert Measure({"RUB": 1}).times(Measure({"RUB": 1}), -1) == Measure()


WORKED = ClientFacts(
    amounts(
        sales=600_000,
        purchases=12_000_000,
        wallet_percentile=96,
        company_sales=400_000_000,
        gross_profit=190_000,
        visits=60_000,
        logistics=10_000,
        bonuses=0,
        claims=0,
        debt=150_000,
        features=3,
        purchases_before="10700000",
        purchases_by_month=[80, 100, 120],
    ),
    {"reference": (3, 3), "partnership": (1, 1)},
)


def test_the_worked_example_comes_out_to_the_digit_from_base_facts() -> None:
    rulebook = shipped()
    found = evaluate(rulebook, WORKED)
    values = found.values
    assert values["gap"] == ranged(3_000_000)
    assert values["growth-room"] == ranged("0.75")
    levels = [line.levels[0] for line in found.assessment.lines]
    assert levels == [4, 3, 3, 3, 3, 1, 2, 3]
    assert found.assessment.points.low == Fraction("73.75")
    assert found.assessment.status is Status.KEY
    lower = {one.criterion.id: one.points.low for one in turning(rulebook, found)}
    assert lower == {"wallet": Fraction("68.75"), "growth": Fraction("67.5")}


def test_from_the_case_alone_there_is_not_enough_data() -> None:
    facts = ClientFacts({}, {"wallet": (3, 4), "partnership": (0, 2)})
    found = evaluate(shipped(), facts)
    assert str(found.assessment.points) == "15–95"
    assert found.assessment.status is Status.NOT_ENOUGH_DATA


def test_it_tells_which_base_facts_would_settle_it() -> None:
    known = {n: v for n, v in WORKED.amounts.items() if n != "gross-profit"}
    found = evaluate(shipped(), ClientFacts(known, WORKED.levels))
    settles = {one.criterion.id: one.missing for one in found.settling}
    assert settles["margin"] == ("gross-profit",)


def test_a_stop_is_worked_out_where_its_facts_are_known() -> None:
    late = ClientFacts({**WORKED.amounts, **amounts(overdue=61)}, WORKED.levels)
    found = evaluate(shipped(), late)
    assert [stop.id for stop in found.assessment.stops] == ["overdue"]
    assert found.assessment.status is Status.NOT_KEY


def test_a_flag_says_what_is_worth_knowing() -> None:
    known = {**WORKED.amounts, **amounts(company_sales=1_000_000)}
    found = evaluate(shipped(), ClientFacts(known, WORKED.levels))
    held = [flag.id for flag, stands in found.flags if stands]
    assert held == ["dependence", "mono-client"]


def test_switched_off_criteria_leave_their_weight_to_the_others() -> None:
    text = RULES.read_text("utf-8").replace(
        "  - id: trend\n", "  - id: trend\n    off: true\n"
    )
    rulebook = parse_rulebook(text.encode()).rulebook
    assert rulebook is not None
    assert [one.id for one in rulebook.off] == ["trend"]
    assert sum(one.weight for one in rulebook.criteria) == 100
    assert rulebook.criteria[0].weight == Fraction(2000, 95)


NUMBERS = st.fractions(0, 10**9, max_denominator=100)


@given(
    st.dictionaries(
        st.sampled_from([q.id for q in shipped().quantities if not q.series]),
        st.tuples(NUMBERS, NUMBERS).map(lambda ends: Range(min(ends), max(ends))),
    )
)
def test_whatever_is_known_the_points_stay_within_0_and_100(
    known: dict[str, Amount],
) -> None:
    points = EVALUATOR.evaluate(ClientFacts(known)).assessment.points
    assert 0 <= points.low <= points.high <= 100


EVALUATOR = Evaluator(shipped())


def test_names_are_found_in_a_formula() -> None:
    assert names_in(formula("max(0, part(a, b) - c)")) == ("a", "b", "c")
