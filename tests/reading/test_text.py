"""Text freed of its disguises, and the way back to what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.text import cleaned, words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("Сколько?", "Сколько?", id="plain"),
        pytest.param("Ско\u200bлько", "Сколько", id="zero-width"),
        pytest.param("\u202eСколько\u202c", "Сколько", id="direction-marks"),
        pytest.param("\ufeffСколько", "Сколько", id="byte-order-mark"),
        pytest.param("Cкoлькo", "Сколько", id="latin-letters-in-a-russian-word"),
        pytest.param("hоw mаny", "how many", id="russian-letters-in-an-english-word"),
        pytest.param("и\u0306", "й", id="combining-mark"),
        pytest.param("е\u0301", "е", id="stress-mark"),
        pytest.param("ﬁrm", "firm", id="ligature"),
        pytest.param("ｈｏｗ", "how", id="full-width"),
        pytest.param("a\x00b\x1bc", "a b c", id="control-characters"),
        pytest.param("a\tb\r\nc", "a b \nc", id="tabs-and-returns"),
        pytest.param("да 👍", "да 👍", id="emoji-stay"),
        pytest.param("КАМ Ltd", "КАМ Ltd", id="two-languages-in-two-words"),
        pytest.param("", "", id="empty"),
    ],
)
def test_words_are_read_without_what_disguises_them(typed: str, read: str) -> None:
    assert cleaned(typed).text == read


def test_a_span_is_told_in_characters_as_typed() -> None:
    typed = "Ну, \u200bско\u200bлько он берёт?"
    clean = cleaned(typed)
    start = clean.text.index("сколько")
    span = clean.typed(start, start + len("сколько"))
    assert typed[slice(*span)].replace("\u200b", "") == "сколько"


@given(st.text(max_size=200))
def test_every_span_lies_within_what_was_typed(typed: str) -> None:
    clean = cleaned(typed)
    assert len(clean.at) == len(clean.text)
    for place in range(len(clean.text)):
        start, end = clean.typed(place, place + 1)
        assert 0 <= start < end <= len(typed)


@given(st.text(max_size=200))
def test_cleaning_again_changes_nothing(typed: str) -> None:
    once = cleaned(typed).text
    assert cleaned(once).text == once


def test_words_are_folded() -> None:
    assert words("Ещё «ЁЛКА», it's 5 %!") == ["еще", "елка", "it", "s"]
