"""The whole game in lines of text, from the first screen to leaving it."""

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest

from tests.plain.sitting import Sitting, holds

ASK, MEET = "2", "1"
"""Where the good replies stand in the order that seed 1 gives."""
BEG = "3"


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def test_the_first_screen_offers_what_can_be_done(sitting: Sitting) -> None:
    assert sitting.type("4") == (
        "Whose client?\n\n1. Play\n2. How it works\n3. По-русски\n4. Quit\n> 4\n"
    )


def test_a_talk_is_played_from_the_first_screen_by_numbers(sitting: Sitting) -> None:
    text = sitting.type("1", "1", "1", ASK, MEET, "3", "q")
    assert holds(
        text,
        ["Choose a talk", "", "1. The talk: easy, about 3 min", "> 1"],
        ["The talk", "", "Your role: Head of sales", "Oleg has client X."],
        [
            "(Morning.)",
            "Oleg: Yes?",
            "Oleg: resistance 6 of 10, digs in; trust 4 of 10, is watching.",
            "",
            "1. Give him up or you are fired.",
            "2. How many groups does he buy?",
            "3. Will you perhaps give him up?",
            "> 2",
        ],
        [
            "You: How many groups does he buy?",
            "Oleg: Five.",
            "Oleg: I will not.",
            "Oleg: resistance 4 of 10, argues (down by 2).",
            "New on the card: Five groups of forty.",
        ],
        ["The talk is over: A meeting", "Agreed."],
        ["Debrief: The talk"],
        ["Business above ego: 66 of 100", "Key-client rules: 100 of 100"],
        ["P3 Facts: 2"],
        [
            "1. Try a turn again",
            "2. Play again",
            "3. First screen",
            "4. Play the other branch from a turn; this talk stays",
            "> 3",
        ],
        ["Whose client?"],
    )


def test_progress_is_told_and_leads_to_what_comes_next(sitting: Sitting) -> None:
    sitting.type("1", "1", "1", ASK, MEET, "3", "q")
    text = sitting.type("3", "2", "3", "1")
    assert holds(
        text,
        ["1. Play", "2. My talks", "3. My progress", "4. How it works"],
        ["My progress", "", "1 talk finished.", "Last played: 4 Mar 2026."],
        ["Next: The talk (easy, 3 min)."],
        ["Principles, 0 to 4", "P1 Person and issue: not reached"],
        ["P3 Facts: 2"],
        ["These scores have not been checked against human raters"],
        ["1. Play what comes next", "2. Back", "> 2"],
        ["Whose client?"],
        ["1. Play what comes next", "2. Back", "> 1"],
        ["The talk", "", "Your role: Head of sales"],
    )
    assert "●" not in text


def test_before_the_first_talk_there_is_no_progress_to_tell(sitting: Sitting) -> None:
    assert "My progress" not in sitting.type("4")


def test_a_scenario_that_is_named_is_begun_at_once(sitting: Sitting) -> None:
    text = sitting.type("1", scenario="talk")
    assert text.startswith("The talk\n\nYour role: Head of sales\n")


def test_a_scenario_that_does_not_exist_is_said_and_the_game_goes_on(
    sitting: Sitting,
) -> None:
    text = sitting.type("4", scenario="tlak")
    assert holds(
        text,
        ["There is no scenario “tlak”. Did you mean “talk”?"],
        ["Whose client?"],
    )


@pytest.mark.parametrize("word", ["q", "й", "в", "Q", "Й", "quit", "выход"])
def test_leaving_works_in_both_layouts_and_languages(
    sitting: Sitting, word: str
) -> None:
    text = sitting.type("1", ASK, word, "q", scenario="talk")
    assert holds(
        text,
        ["You leave the talk. It is kept, and goes on at this line next time."],
        ["1. Continue: The talk, 1 turn played"],
    )


@pytest.mark.parametrize("word", ["c", "с", "C", "card", "карточка"])
def test_the_client_card_tells_what_is_known_and_from_whom(
    sitting: Sitting, word: str
) -> None:
    text = sitting.type("1", ASK, word, scenario="talk")
    assert holds(
        text,
        [
            "Client card: Client X",
            "",
            "- Size: Very large. Source: CRM.",
            "- Groups: Five groups of forty. Source: Oleg.",
            "1 fact that the decision needs is still unknown.",
        ],
    )


@pytest.mark.parametrize("word", ["m", "ь", "mood", "настроение"])
def test_tempers_are_said_in_words(sitting: Sitting, word: str) -> None:
    text = sitting.type("1", word, scenario="talk")
    line = "Oleg: resistance 6 of 10, digs in; trust 4 of 10, is watching."
    assert text.count(line) == 2


@pytest.mark.parametrize("word", ["?", "h", "р", "help", "помощь", "whatever"])
def test_help_and_anything_unknown_tell_what_can_be_typed(
    sitting: Sitting, word: str
) -> None:
    text = sitting.type("1", word, scenario="talk")
    assert holds(
        text,
        ["A number from 1 to 3: say that reply."],
        ["All of these work in the Russian keyboard layout too."],
    )


def test_an_empty_line_says_the_last_lines_and_the_replies_again(
    sitting: Sitting,
) -> None:
    text = sitting.type("1", "", scenario="talk")
    assert text.count("Oleg: Yes?") == 2
    assert text.count("2. How many groups does he buy?") == 2


@pytest.mark.parametrize("number", ["0", "4", "99"])
def test_a_number_that_is_not_on_the_list_changes_nothing(
    sitting: Sitting, number: str
) -> None:
    text = sitting.type("1", number, scenario="talk")
    assert "There is no such number. Choose from 1 to 3." in text


@pytest.mark.parametrize("words", [("r", "1"), ("к", "1"), ("r 1",), ("назад 1",)])
def test_one_can_go_back_to_a_turn_and_try_it_again(
    sitting: Sitting, words: tuple[str, ...]
) -> None:
    text = sitting.type("1", BEG, *words, ASK, scenario="talk")
    assert holds(
        text,
        ["You: Will you perhaps give him up?"],
        ["Oleg: resistance 6 of 10, digs in; trust 4 of 10, is watching."],
        ["You: How many groups does he buy?"],
        ["Oleg: resistance 4 of 10, argues (down by 2)."],
    )


def test_before_the_first_answer_there_is_nothing_to_go_back_to(
    sitting: Sitting,
) -> None:
    assert "There is nothing to go back to yet." in sitting.type(
        "1", "r", scenario="talk"
    )


def test_after_the_debrief_a_turn_can_be_tried_again(sitting: Sitting) -> None:
    text = sitting.type("1", ASK, "2", "1", "2", MEET, scenario="talk")
    assert holds(
        text,
        ["The talk is over: Kept"],
        ["1. How many groups does he buy?", "2. All right.", "> 2"],
        ["The talk is over: A meeting"],
    )


def test_when_the_input_ends_everything_is_kept_and_said_to_be(
    sitting: Sitting,
) -> None:
    code, text = sitting.run(io.StringIO(f"1\n{ASK}\n"), "talk")
    assert code == 0
    assert text.endswith("> \nEverything you answered is kept.\n")
    assert "1. Continue: The talk, 1 turn played" in sitting.type("q")


def test_when_nothing_was_answered_nothing_is_said_to_be_kept(
    sitting: Sitting,
) -> None:
    assert sitting.type("1").endswith("1. The talk: easy, about 3 min\n> \n")


def test_an_interrupted_talk_goes_on_at_the_same_line(sitting: Sitting) -> None:
    class Interrupted(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # as in io
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    code, text = sitting.run(Interrupted(f"1\n{ASK}\n"), "talk")
    assert code == 130
    assert text.endswith("Everything you answered is kept.\n")
    assert holds(sitting.type("1"), ["> 1", "", "You: How many groups does he buy?"])


def test_the_language_is_changed_and_remembered(sitting: Sitting) -> None:
    sitting.type("3", "q")
    assert sitting.chosen == ["ru"]


def test_no_line_is_wider_than_the_terminal(tmp_path: Path) -> None:
    narrow = Sitting(tmp_path, width=40)
    text = narrow.type("2", "1", "1", "1", ASK, "c", "?", "2", "3", "q")
    assert max(len(line) for line in text.splitlines()) <= 40


def test_nothing_but_plain_text_is_ever_written(sitting: Sitting) -> None:
    text = sitting.type("2", "1", "1", "1", "c", "?", "\x1b[31m", BEG, BEG, BEG, "q")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f─-╿]", text)


def test_the_other_branch_is_a_talk_of_its_own_and_both_are_told(
    sitting: Sitting,
) -> None:
    branch, compare, home = "4", "5", "3"
    text = sitting.type(
        *("1", "1", "1", ASK, MEET, branch, "2", "2", compare, home, "2", "q"),
    )
    assert holds(
        text,
        ["Which turn do you want to play otherwise?", "1. How many groups does"],
        ["5. Side by side with the talk that it branched off from", "> 5"],
        ["Side by side: The talk"],
        ["A: 4 Mar 2026 · replies chosen · A meeting"],
        ["The beginning is the same in both, 1 turn:"],
        ["1. How many groups does he buy?"],
        ["Turn 2", "", "A. You: We decide by the rules on Thursday."],
        ["Scores", "", "Business above ego: A 66, B "],
        ["What could still be reached", "", "From where they part, no replies on"],
        ["1. The talk: 4 Mar 2026 · branched off after turn 1 · "],
        ["2. The talk: 4 Mar 2026 · a meeting decides · 66 / 100"],
    )


def test_after_a_week_an_exam_is_offered_and_tells_before_and_after(
    sitting: Sitting,
) -> None:
    offer = "Before and after: The talk, again as an exam"
    assert offer not in sitting.type("1", "1", "1", ASK, MEET, "3", "q")
    sitting.now += timedelta(days=7)
    words = ("How many groups does he buy?", "All right.")
    text = sitting.type("2", "1", *words, "5", "3", "q")
    assert holds(
        text,
        ["2. Before and after: The talk, again as an exam"],
        ["Business above ego: 34 of 100"],
        [
            "Before and after",
            "",
            "The talk: replies chosen on 4 Mar 2026, then an exam on 11 Mar 2026.",
            "Before, replies were chosen; after, you used your own words.",
        ],
        [
            "Business above ego: 66, then 34; difference −32: too few scenes to tell",
            "anything.",
        ],
        ["5. Side by side with the sitting before this one", "> 5"],
        ["Side by side: The talk"],
        ["How far the differences may be chance"],
    )
    assert offer not in text[text.rindex("Whose client?") :]
