"""Own words in lines of text."""

from pathlib import Path

import pytest

from tests.plain.sitting import Sitting, holds

ASKS = "Tell me how many groups he buys from us"


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def speak(sitting: Sitting, *lines: str, mode: str = "speak") -> str:
    return sitting.type("1", *lines, scenario="talk", mode=mode)


def test_a_line_is_what_one_says(sitting: Sitting) -> None:
    text = speak(sitting, ASKS)
    assert holds(
        text,
        [
            f"You: {ASKS}",
            "  ⟦Tell me how many groups he buys from us⟧1",
            "  1 a question of fact: assortment",
            "Oleg: Five.",
        ],
    )


def test_no_replies_are_offered(sitting: Sitting) -> None:
    assert "Will you perhaps give him up?" not in speak(sitting, ASKS)


def test_the_way_of_answering_is_chosen_before_the_talk(sitting: Sitting) -> None:
    text = sitting.type("2", ASKS, scenario="talk")
    assert "2. Speak: type your own words, see how they are heard" in text
    assert f"You: {ASKS}" in text


def test_commands_have_a_slash_and_words_that_look_like_them_are_words(
    sitting: Sitting,
) -> None:
    text = speak(sitting, "/c", "c", "/?")
    assert "Client card" in text
    assert "You: c" in text
    assert "/f: I meant something else." in text


def test_commands_work_in_the_russian_layout(sitting: Sitting) -> None:
    assert "Client card" in speak(sitting, "/с")


def test_an_empty_line_says_it_again(sitting: Sitting) -> None:
    assert speak(sitting, "").count("Oleg: Yes?") == 2


def test_what_was_misheard_is_put_right(sitting: Sitting) -> None:
    text = speak(sitting, ASKS, "/f", "4", "/m")
    assert "What did you mean?" in text
    assert "None of these: take my words as they are" in text


def test_there_is_nothing_to_put_right_before_one_has_spoken(sitting: Sitting) -> None:
    assert "There is no answer in your own words to correct." in speak(sitting, "/f")


def test_an_exam_tells_nothing_and_takes_nothing_back(sitting: Sitting) -> None:
    text = speak(sitting, ASKS, "/r 1", "/f", "1", mode="exam")
    assert "⟦" not in text
    assert text.count("An exam is one go: nothing is taken back.") == 2


def test_after_an_exam_a_turn_is_tried_again_as_practice(sitting: Sitting) -> None:
    asked, meets = "How many groups does he buy?", "We decide by the rules on Thursday."
    text = speak(sitting, asked, meets, "1", "2", "/r 1", mode="exam")
    assert "The talk is over: A meeting" in text
    assert "1. Try a turn again" in text
    assert "An exam is one go" not in text


def test_too_much_at_once_is_refused_politely(sitting: Sitting) -> None:
    assert "Nobody listens to more than 1000" in speak(sitting, "word " * 1001)
