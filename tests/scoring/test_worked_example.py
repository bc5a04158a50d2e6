"""Client X by the shipped rulebook, to the digit."""

from fractions import Fraction
from pathlib import Path

import pytest

from scoring.keyclient import Interval, Status, assess, sensitivity
from tests.scoring.rules import levels, rulebook, values
from tools import worked_example

FROM_THE_CASE = levels(wallet=(3, 4), partnership=(0, 2))
ILLUSTRATIVE = levels(
    wallet=4,
    growth=3,
    margin=3,
    reference=3,
    complexity=3,
    partnership=1,
    trend=2,
    stability=3,
)


def test_the_case_alone_gives_15_to_95_and_not_enough_data() -> None:
    result = assess(rulebook(), FROM_THE_CASE)
    assert result.points == Interval(Fraction(15), Fraction(95))
    assert result.status is Status.NOT_ENOUGH_DATA


def test_the_illustrative_figures_give_73_75_and_key() -> None:
    result = assess(rulebook(), ILLUSTRATIVE)
    assert result.points == Interval(Fraction("73.75"), Fraction("73.75"))
    assert result.status is Status.KEY


def test_each_criterion_contributes_what_the_example_says() -> None:
    result = assess(rulebook(), ILLUSTRATIVE)
    assert [line.points.low for line in result.lines] == [
        Fraction(points)
        for points in ("20", "18.75", "11.25", "7.5", "7.5", "2.5", "2.5", "3.75")
    ]


def test_raw_figures_give_the_same_levels_through_the_bounds() -> None:
    raw = levels(reference=3, partnership=1) | values(
        wallet="96",
        growth="0.75",
        margin="12",
        complexity="3",
        trend="5",
        stability="20",
    )
    result = assess(rulebook(), raw)
    assert [line.levels for line in result.lines] == [
        (n, n) for n in (4, 3, 3, 3, 3, 1, 2, 3)
    ]
    assert result.points.low == Fraction("73.75")


def test_one_level_lower_on_the_three_that_matter_most() -> None:
    lowered = {s.criterion.id: s for s in sensitivity(rulebook(), ILLUSTRATIVE)}
    found = {
        name: (lowered[name].points.low, lowered[name].status)
        for name in ("wallet", "growth", "margin")
    }
    assert found == {
        "wallet": (Fraction("68.75"), Status.CANDIDATE),
        "growth": (Fraction("67.5"), Status.CANDIDATE),
        "margin": (Fraction(70), Status.KEY),
    }


@pytest.mark.parametrize("name", ["scoring.md", "scoring.ru.md"])
def test_the_page_shows_what_the_command_writes(name: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / name).read_text("utf-8")
    assert f"```\n{worked_example.text()}```" in page


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("business above ego: 76.90", id="first-score"),
        pytest.param("facts        20.0", id="facts"),
        pytest.param("criteria     22.5", id="criteria"),
        pytest.param("decision     30.0", id="decision"),
        pytest.param("key-client rules: 72.5", id="second-score"),
        pytest.param("P6          2.50  stubborn 1, rules 4", id="mean"),
        pytest.param("P5             -  not reached", id="not-reached"),
    ],
)
def test_the_example_comes_out_as_reckoned_by_hand(said: str) -> None:
    assert said in worked_example.text()
