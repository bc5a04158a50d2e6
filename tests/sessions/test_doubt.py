"""Nobody is accused of what he more likely did not do."""

import pytest

from scoring.codes import Code, CodeUse
from scoring.reading.impression import OUTPUTS, Impression
from scoring.reading.reading import Heard, Reading
from simulator.sessions.doubt import in_doubt

WORDS = "Без тебя мы бы их потеряли, спасибо"
BLANK = Impression([0.0] * OUTPUTS, [], 2.0, [], 0.0, 0.0)


def reading(*heard: Heard) -> Reading:
    return Reading(WORDS, heard, 1, (), BLANK)


def act(code: Code, chance: float, span: tuple[int, int] = (0, 27)) -> Heard:
    return Heard(CodeUse(code, (), span), chance)


@pytest.mark.parametrize("code", [Code.THREATEN, Code.DECEIVE, Code.BAD_DEAL])
@pytest.mark.parametrize(
    ("chance", "left"),
    [
        pytest.param(0.21, False, id="unlikely"),
        pytest.param(0.4999, False, id="nearly-even"),
        pytest.param(0.5, True, id="even"),
        pytest.param(0.97, True, id="sure"),
    ],
)
def test_a_red_flag_needs_even_odds(code: Code, chance: float, left: bool) -> None:
    found = in_doubt(reading(act(Code.SET_STEP, 0.6), act(code, chance)))
    codes = [use.code for use in found.codes]
    assert codes == ([Code.SET_STEP, code] if left else [Code.SET_STEP])


def test_where_nothing_else_was_heard_nothing_was_done() -> None:
    (only,) = in_doubt(reading(act(Code.DECEIVE, 0.25))).heard
    assert (only.use.code, only.chance) == (Code.NONE, 0.75)


@pytest.mark.parametrize(
    ("thanks", "blow", "span", "left"),
    [
        pytest.param(0.6, 0.46, (0, 20), False, id="likelier-thanks"),
        pytest.param(0.4, 0.7, (0, 20), True, id="likelier-a-blow"),
        pytest.param(0.9, 0.6, (28, 35), True, id="in-other-words"),
    ],
)
def test_the_same_words_are_not_thanks_and_a_blow(
    thanks: float, blow: float, span: tuple[int, int], left: bool
) -> None:
    heard = reading(act(Code.ACKNOWLEDGE, thanks), act(Code.ATTACK, blow, span))
    assert (Code.ATTACK in [use.code for use in in_doubt(heard).codes]) == left


def test_a_reading_without_accusations_stays_as_it_is() -> None:
    sound = reading(act(Code.ACKNOWLEDGE, 0.3), act(Code.CONCEDE, 0.2))
    assert in_doubt(sound) is sound
