"""At which value which level begins, and what several sources say together."""

from fractions import Fraction
from itertools import permutations

import pytest

from scoring.errors import EvidenceError
from scoring.keyclient import Evidence, levels_of, together
from tests.scoring.rules import rulebook, values
from tests.scoring.small import RULEBOOK

SIZE, NOISE = RULEBOOK.criteria


@pytest.mark.parametrize(
    ("criterion", "at_the_bounds", "just_below"),
    [
        pytest.param("wallet", "50 75 90 95", "49.99 74.99 89.99 94.99", id="wallet"),
        pytest.param("growth", "0.1 0.25 0.5 1", "0.09 0.24 0.49 0.99", id="growth"),
        pytest.param("margin", "0 5 10 20", "-0.01 4.99 9.99 19.99", id="margin"),
        pytest.param("complexity", "1 2 3 4", "0 1 2 3", id="complexity"),
        pytest.param("trend", "0 3 7 15", "-0.01 2.99 6.99 14.99", id="trend"),
        pytest.param(
            "stability", "60 40 25 10", "60.01 40.01 25.01 10.01", id="stability"
        ),
    ],
)
def test_a_bound_belongs_to_the_better_level(
    criterion: str, at_the_bounds: str, just_below: str
) -> None:
    found = rulebook().criterion(criterion)
    assert found is not None
    at = [levels_of(found, values(c=v)["c"]) for v in at_the_bounds.split()]
    below = [levels_of(found, values(c=v)["c"]) for v in just_below.split()]
    assert at == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert below == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_number_says_nothing_about_a_criterion_that_is_judged() -> None:
    reference = rulebook().criterion("reference")
    assert reference is not None
    assert levels_of(reference, values(c="4")["c"]) == (0, 4)


def test_levels_that_a_source_gives_win_over_its_number() -> None:
    evidence = Evidence(value=(Fraction(5), Fraction(5)), level=(3, 4))
    assert levels_of(SIZE, evidence) == (3, 4)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param([], (0, 4), id="none"),
        pytest.param([(1, 3)], (1, 3), id="one"),
        pytest.param([(1, 3), (2, 4)], (2, 3), id="what-both-allow"),
        pytest.param([(1, 3), (0, 4)], (1, 3), id="no-data-takes-nothing-away"),
        pytest.param([(1, 1), (3, 3)], (1, 3), id="a-contradiction"),
        pytest.param([(0, 0), (4, 4), (2, 2)], (0, 4), id="three-that-contradict"),
    ],
)
def test_sources_say_together_what_all_of_them_allow(
    sources: list[tuple[int, int]], expected: tuple[int, int]
) -> None:
    for order in permutations(sources):
        said = [Evidence(level=one) for one in order]
        assert levels_of(SIZE, together(SIZE, said)) == expected


def test_a_number_and_a_judgement_are_taken_together() -> None:
    sources = [Evidence(value=(Fraction(3), Fraction(7))), Evidence(level=(2, 4))]
    assert levels_of(NOISE, together(NOISE, sources)) == (2, 3)


@pytest.mark.parametrize(
    ("value", "level"),
    [
        pytest.param((Fraction(2), Fraction(1)), None, id="values-backwards"),
        pytest.param(None, (3, 2), id="levels-backwards"),
        pytest.param(None, (0, 5), id="above-the-scale"),
        pytest.param(None, (-1, 2), id="below-the-scale"),
    ],
)
def test_evidence_that_cannot_be_is_a_programmers_mistake(
    value: tuple[Fraction, Fraction] | None, level: tuple[int, int] | None
) -> None:
    with pytest.raises(EvidenceError):
        Evidence(value, level)
