"""The scene as evidence: what fits makes its acts likelier, and no more than that."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.codes import Code, CodeUse
from scoring.reading.impression import CODES, OUTPUTS, TOPICS, Impression, Part
from scoring.reading.leaning import LEAN, leaning, leant
from scoring.reading.reader import Reader
from tests.reading.scripted import SETTINGS, ScriptedEncoder

ASK = (CodeUse(Code.ASK_FACT, ("share", "of-our-own-making")),)
BEG = (CodeUse(Code.ASK_PERMISSION),)
DOES = {"ask": ASK, "beg": BEG, "silent": ()}


def shift(chances: dict[str, float], code: Code) -> float:
    return leaning(chances, DOES)[CODES.index(code)]


def test_what_fits_for_certain_moves_its_acts_up_and_the_others_down() -> None:
    assert shift({"ask": 1.0, "beg": 0.0}, Code.ASK_FACT) == LEAN
    assert shift({"ask": 1.0, "beg": 0.0}, Code.ASK_PERMISSION) == -LEAN


def test_topics_move_with_their_acts_and_unknown_ones_are_let_be() -> None:
    shifts = leaning({"ask": 1.0}, DOES)
    moved = [
        topic for topic, by in zip(TOPICS, shifts[len(CODES) :], strict=True) if by > 0
    ]
    assert moved == ["share"]


def test_two_that_fit_alike_move_little() -> None:
    assert shift({"ask": 0.5, "beg": 0.5}, Code.ASK_FACT) == 0


def test_where_nothing_fits_nothing_moves() -> None:
    assert set(leaning({}, DOES)) == {0.0}


def test_a_reply_that_does_nothing_makes_every_act_less_likely() -> None:
    assert set(leaning({"silent": 1.0}, DOES)) == {-LEAN}


@given(
    st.lists(st.floats(0, 1), min_size=OUTPUTS, max_size=OUTPUTS),
    st.lists(st.floats(-9, 9), min_size=OUTPUTS, max_size=OUTPUTS),
)
def test_moved_chances_stay_chances_and_keep_their_order(
    chances: list[float], shifts: list[float]
) -> None:
    moved = leant(Impression(chances, [Part(0, 1, chances)], 2.0, []), shifts)
    assert all(0 <= one <= 1 for one in moved.chances)
    assert moved.parts[0].chances == moved.chances
    for before, after, by in zip(chances, moved.chances, shifts, strict=True):
        assert by == 0 or (after >= before) == (by > 0) or abs(after - before) < 1e-5


class Doubtful(ScriptedEncoder):
    """Every word may be anything, with the same small chance."""

    def encode(self, manager_says: str, reply: str) -> Impression:
        """Read a reply."""
        even = [0.15] * OUTPUTS
        parts = [replace(p, chances=even) for p in super().encode("", reply).parts]
        return Impression(even, parts, 2.0, [])


@pytest.mark.parametrize(
    ("fits", "heard"), [("ask", {Code.ASK_FACT}), ("silent", set())]
)
def test_the_scene_decides_where_the_words_leave_it_open(
    fits: str, heard: set[Code]
) -> None:
    reader = Reader(Doubtful(), SETTINGS)
    reading = reader.read("И какая там доля")
    assert reading.codes == ()
    again = reader.again(reading, leaning({fits: 1.0}, DOES))
    assert {use.code for use in again.codes} == heard
    assert again.impression == reading.impression
