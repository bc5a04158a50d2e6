"""From words to acts with any encoder: spans, topics, quotations, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.codes import Code
from scoring.errors import ScoringError
from scoring.reading.errors import TooLongError
from scoring.reading.reader import overall_of
from tests.reading.scripted import scripted_reader

READER = scripted_reader()


def heard(text: str, line: str = "") -> dict[str, str]:
    found = READER.read(text, line).heard
    return {str(h.use): text[slice(*h.use.span)] for h in found if h.use.span}


def test_an_act_is_told_with_its_words_and_topics() -> None:
    assert heard("Ладно. Сколько он берёт?") == {
        "concede": "Ладно.",
        "ask_fact(assortment)": "Сколько он берёт?",
    }


def test_the_clause_that_does_it_is_marked_and_no_other() -> None:
    text = "Погода хорошая, скажи мне сколько, а завтра дождь."
    assert heard(text) == {"ask_fact(assortment)": "скажи мне сколько"}


def test_words_of_the_manager_earn_nothing() -> None:
    assert heard("«Ладно, отдай его Ирине», так ты говоришь") == {}
    line = "Ладно, отдай его сразу"
    assert heard("Ладно, отдай его сразу.", line) == {}


BRIEF = (
    "По справке он берёт крепежа на двенадцать миллионов, доля у нас пять процентов."
)


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        pytest.param(BRIEF, False, id="copied-whole"),
        pytest.param(f"{BRIEF} Вот так.", False, id="copied-with-a-tail"),
        pytest.param("Смотри: доля у нас пять процентов.", True, id="a-fact-retold"),
    ],
)
def test_what_was_copied_from_the_screen_earns_nothing(text: str, earned: bool) -> None:
    assert bool(READER.read(text, "Не отдам.", [BRIEF]).codes) is earned


def test_what_does_nothing_is_none() -> None:
    (only,) = READER.read("Погода хорошая").heard
    assert (only.use.code, only.use.span) == (Code.NONE, None)
    assert READER.read("Погода хорошая").codes == ()


def test_chances_are_told_to_four_decimals() -> None:
    (one,) = READER.read("Уволю").heard
    assert one.chance == round(one.chance, 4) == 0.9


def test_a_thousand_words_are_read_and_no_more() -> None:
    assert READER.read("ладно " * 1000).codes
    with pytest.raises(TooLongError) as caught:
        READER.read("ладно " * 1001)
    assert caught.value.words == 1001
    assert isinstance(caught.value, ScoringError)


@given(st.text(max_size=300), st.text(max_size=100))
def test_any_text_is_read_and_every_span_is_inside_it(text: str, line: str) -> None:
    reading = READER.read(text, line)
    assert reading.heard
    assert 0 <= reading.overall <= 4
    for one in reading.codes:
        assert one.span is not None
        assert 0 <= one.span[0] < one.span[1] <= len(text)


@pytest.mark.parametrize(
    ("level", "codes", "told"),
    [
        (3.6, [Code.OFFER_TERMS], 4),
        (3.6, [], 2),
        (3.6, [Code.ACKNOWLEDGE, Code.THREATEN], 1),
        (-1.0, [Code.STALL], 0),
        (9.0, [Code.SET_STEP], 4),
    ],
)
def test_nothing_is_never_good_and_harm_is_never_passable(
    level: float, codes: list[Code], told: int
) -> None:
    assert overall_of(level, codes) == told
