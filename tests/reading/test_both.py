"""Two encoders as one: they are added, and neither can shout the other down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.both import GRADE, BothEncoders, together
from scoring.reading.impression import OUTPUTS, Impression, Part

CHANCES = st.floats(0, 1)


class Fixed:
    """An encoder that has made up its mind."""

    def __init__(self, chance: float, overall: float, *spans: tuple[int, int]) -> None:
        even = [chance] * OUTPUTS
        parts = [Part(start, end, even) for start, end in spans]
        self._told = Impression(even, parts, overall, [1.0] if overall > 2 else [])

    def encode(self, manager_says: str, reply: str) -> Impression:
        """Read nothing, answer always the same."""
        assert isinstance(manager_says, str)
        assert isinstance(reply, str)
        return self._told


def test_what_both_find_likely_is_likelier_than_either_finds_it() -> None:
    assert together([0.8], [0.8])[0] > 0.8
    assert together([0.2], [0.2])[0] < 0.2


def test_who_knows_nothing_changes_nothing() -> None:
    assert together([0.3], [0.5]).tolist() == pytest.approx([0.3])


@given(CHANCES, CHANCES, CHANCES)
def test_more_chance_in_one_is_never_less_in_both(
    one: float, low: float, high: float
) -> None:
    low, high = sorted((low, high))
    assert together([one], [low])[0] <= together([one], [high])[0]
    assert 0 < together([one], [low])[0] < 1


def test_a_word_is_helped_by_the_clause_it_stands_in_and_by_no_other() -> None:
    network = Fixed(0.5, 4.0, (0, 3), (8, 11), (20, 24))
    letters = Fixed(0.9, 2.0, (0, 5), (12, 18))
    told = BothEncoders(network, letters).encode("", "whatever is said here now")
    assert [round(part.chances[0], 2) for part in told.parts] == [0.9, 0.5, 0.5]
    assert [(part.start, part.end) for part in told.parts] == [
        (0, 3),
        (8, 11),
        (20, 24),
    ]


def test_the_vector_is_the_networks_and_the_grade_is_shared() -> None:
    told = BothEncoders(Fixed(0.5, 4.0), Fixed(0.5, 2.0)).encode("", "…")
    assert told.vector == [1.0]
    assert told.overall == pytest.approx(4.0 - 2.0 * GRADE)
