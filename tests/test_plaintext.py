"""Text is data: it is shown as typed and controls nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.plaintext import first_unsafe, name_of, plain


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("«Да: нет» — 5 %", id="russian-typography"),
        pytest.param("[red]x[/red] [@click=quit] :smile: {x} %s", id="markup"),
        pytest.param("две\nстроки\tи отступ", id="newline-and-tab"),
        pytest.param("=SUM(A1)", id="formula"),
        pytest.param("👍🏽 ё", id="emoji"),
    ],
)
def test_what_a_person_types_is_shown_as_typed(text: str) -> None:
    assert plain(text) == text
    assert first_unsafe(text) is None


@pytest.mark.parametrize(
    ("text", "shown", "name"),
    [
        pytest.param("\x1b[31mred", "\ufffd[31mred", "U+001B", id="escape"),
        pytest.param("a\x07", "a\ufffd", "U+0007", id="bell"),
        pytest.param("a\x9b31m", "a\ufffd31m", "U+009B", id="c1-introducer"),
        pytest.param("a\u202eb", "a\ufffdb", "U+202E", id="right-to-left-override"),
        pytest.param("a\rb", "a\ufffdb", "U+000D", id="lone-carriage-return"),
        pytest.param("a\ufeffb", "a\ufffdb", "U+FEFF", id="byte-order-mark"),
        pytest.param("a\ud800", "a\ufffd", "U+D800", id="lone-surrogate"),
    ],
)
def test_what_controls_a_terminal_is_replaced_and_named(
    text: str, shown: str, name: str
) -> None:
    found = first_unsafe(text)
    assert found is not None
    assert name_of(found) == name
    assert plain(text) == shown


def test_a_decomposed_letter_becomes_one() -> None:
    assert plain("е\u0308") == "ё"


def test_windows_line_ends_become_plain_ones() -> None:
    assert plain("a\r\nb") == "a\nb"


@given(st.text())
def test_nothing_unsafe_is_left_and_cleaning_twice_changes_nothing(text: str) -> None:
    once = plain(text)
    assert first_unsafe(once) is None
    assert plain(once) == once
