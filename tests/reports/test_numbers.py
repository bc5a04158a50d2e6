"""Fractions are rounded once, halves upwards."""

from fractions import Fraction

import pytest

from simulator.reports.numbers import number, tenths, whole


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(Fraction(0), 0, id="nothing"),
        pytest.param(Fraction(145, 2), 73, id="half-up"),
        pytest.param(Fraction(295, 4), 74, id="three-quarters"),
        pytest.param(Fraction(200, 3), 67, id="endless"),
    ],
)
def test_scores_are_shown_whole(value: Fraction, shown: int) -> None:
    assert whole(value) == shown


@pytest.mark.parametrize(
    ("value", "comma", "shown"),
    [
        pytest.param(Fraction(3), ".", "3", id="whole"),
        pytest.param(Fraction(5, 2), ".", "2.5", id="tenths"),
        pytest.param(Fraction(5, 2), ",", "2,5", id="russian"),
        pytest.param(Fraction(7, 3), ".", "2.3", id="endless"),
        pytest.param(Fraction(10), ".", "10", id="ten"),
    ],
)
def test_levels_are_shown_in_tenths(value: Fraction, comma: str, shown: str) -> None:
    assert tenths(value, comma) == shown


def test_numbers_of_json_have_two_decimals_and_nothing_stays_nothing() -> None:
    assert number(Fraction(295, 4)) == 73.75
    assert number(Fraction(2, 3)) == 0.67
    assert number(None) is None
