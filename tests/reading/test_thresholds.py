"""Which codes hold: those that pass their bar, and the nearest when none does."""

from math import exp

import pytest

from scoring.reading.impression import CODES, OUTPUTS
from scoring.reading.thresholds import FIRM, GAP, NEAREST, Settings, held, named

LEAST = [0.5] * OUTPUTS


def chances(*odds: float) -> list[float]:
    """Return chances with these log-odds for the first codes, hardly any for others."""
    told = [1 / (1 + exp(-one)) for one in odds]
    return told + [0.001] * (OUTPUTS - len(told))


@pytest.mark.parametrize(
    ("odds", "places"),
    [
        pytest.param((0.1, -1.0), [0], id="one-passes"),
        pytest.param((1.0, 0.2), [0, 1], id="two-pass-alike"),
        pytest.param((GAP + 1, 0.2), [0], id="a-weak-one-beside-a-strong-one"),
        pytest.param((GAP + 1, FIRM + 0.1), [0, 1], id="firm-though-less-likely"),
        pytest.param((-0.9, -0.4), [1], id="none-passes-the-nearest-is-heard"),
        pytest.param((-NEAREST - 0.1,), [], id="none-is-near"),
    ],
)
def test_what_holds(odds: tuple[float, ...], places: list[int]) -> None:
    assert held(chances(*odds), LEAST) == places


def test_every_code_has_a_bar_of_its_own() -> None:
    least = [0.5, 0.9, *LEAST[2:]]
    assert held(chances(0.1, 1.0), least) == [0]


def test_topics_are_no_codes() -> None:
    assert held([0.001] * len(CODES) + [0.99] * (OUTPUTS - len(CODES)), LEAST) == []


def test_settings_must_have_a_bar_for_every_output() -> None:
    with pytest.raises(ValueError, match="thresholds"):
        Settings.of({"bank": "x", "least": [0.5], "slope": 1.0})


@pytest.mark.parametrize(
    ("told", "places"),
    [
        pytest.param([0.9, 0.1, 0.1], [0], id="the likely one"),
        pytest.param([0.05, 0.15, 0.1], [1], id="the likeliest, where none is likely"),
        pytest.param([0.9, 0.6, 0.1], [0, 1], id="two that are likely"),
        pytest.param(
            [0.999, 0.6, 0.5], [0], id="none beside one that is much likelier"
        ),
        pytest.param([0.3, 0.15, 0.1], [0], id="none that is hardly likely"),
    ],
)
def test_topics_are_named_where_they_are_likely(
    told: list[float], places: list[int]
) -> None:
    assert named(told, [0.1] * len(told)) == places
