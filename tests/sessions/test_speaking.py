"""Own words, heard and kept: nothing typed is lost, nothing heard is forced."""

import threading
from pathlib import Path

import pytest

from scoring.codes import Code
from simulator.engine import (
    Choose,
    Corrected,
    Mode,
    NoSuchTurnError,
    NotOfferedError,
    Read,
    Say,
    Source,
    Understood,
)
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import (
    EmptyWordsError,
    ExamError,
    NothingToCorrectError,
    NumberAloneError,
    SessionError,
    TooManyWordsError,
)
from simulator.sessions.hearing import Ears
from simulator.sessions.usecases import Sessions
from simulator.store import DiskFullError
from tests.reading.scripted import scripted_reader
from tests.sessions.room import full, sessions


def speaking(folder: Path, mode: str = "speak") -> Attempt:
    return sessions(folder).start("warehouse", "ru", mode=mode)


def read_of(attempt: Attempt) -> Read:
    return next(e for e in reversed(attempt.events) if isinstance(e, Read))


def test_words_are_heard_and_become_the_answer(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    hearing = attempt.hear("Сколько групп он берёт сейчас?")
    assert hearing.reply == "ask"
    assert hearing.doubt == ()
    attempt.answer(hearing.answer())
    (use,) = read_of(attempt).codes
    assert (use.code, use.about) == (Code.ASK_FACT, ("assortment",))
    assert use.span is not None
    assert read_of(attempt).by is Source.READER


def test_hearing_answers_nothing_by_itself(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    attempt.hear("Уволю тебя")
    assert attempt.turns == 0
    assert len(attempt.events) == 3


def test_words_far_from_every_reply_come_to_none(tmp_path: Path) -> None:
    hearing = speaking(tmp_path).hear("Зелёный бархат кальмаров шумит на ветру")
    assert hearing.reply is None
    assert hearing.reading.codes == ()


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b\u200d"])
def test_there_must_be_something_to_hear(tmp_path: Path, text: str) -> None:
    with pytest.raises(EmptyWordsError, match="nothing to say"):
        speaking(tmp_path).hear(text)


@pytest.mark.parametrize("text", ["3", " 1. ", "2)"])
def test_a_number_is_not_taken_for_words(tmp_path: Path, text: str) -> None:
    attempt = speaking(tmp_path)
    with pytest.raises(NumberAloneError, match="in your own words"):
        attempt.hear(text)
    assert attempt.state.turn == 0


@pytest.mark.parametrize("text", ["12", "5 %", "3?!"])
def test_a_figure_may_be_an_answer(tmp_path: Path, text: str) -> None:
    assert speaking(tmp_path).hear(text).text == text


def test_nobody_listens_to_a_thousand_and_one_words(tmp_path: Path) -> None:
    with pytest.raises(TooManyWordsError, match="1001 words"):
        speaking(tmp_path).hear("слово " * 1001)


def test_what_controls_a_terminal_is_not_said(tmp_path: Path) -> None:
    hearing = speaking(tmp_path).hear("Сколько\x1b[31m групп\x07?")
    assert "\x1b" not in hearing.text
    assert "\x07" not in hearing.text


def test_the_trainee_says_which_reply_he_meant(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    hearing = attempt.hear("Сколько можно, отдай")
    attempt.answer(hearing.meant("beg"))
    assert (read_of(attempt).reply, read_of(attempt).by) == ("beg", Source.TRAINEE)
    assert attempt.state.scene == "wall"


def test_what_was_misheard_is_put_right_and_kept_as_a_correction(
    tmp_path: Path,
) -> None:
    one = sessions(tmp_path)
    attempt = one.start("warehouse", "ru", mode="speak")
    attempt.answer(attempt.hear("Сколько групп он берёт сейчас").meant("beg"))
    codes = read_of(attempt).codes
    assert [reply.id for reply in attempt.meanable] == ["ask", "beg", "push"]
    attempt.correct("ask")
    assert attempt.turns == 1
    assert attempt.state.scene == "opening"
    assert read_of(attempt).codes == codes
    assert Corrected(1, "beg", "ask") in attempt.events
    again = one.resume(attempt.id)
    assert again.events == attempt.events
    assert again.state == attempt.state


def test_a_correction_may_say_that_nothing_on_offer_was_meant(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    attempt.answer(attempt.hear("Сколько групп он берёт сейчас").answer())
    attempt.correct(None)
    assert read_of(attempt).reply is None
    assert "groups" not in attempt.state.known


def test_a_correction_to_what_was_not_on_offer_changes_nothing(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    attempt.answer(attempt.hear("Сколько групп он берёт сейчас").answer())
    before = attempt.events
    with pytest.raises(NotOfferedError):
        attempt.correct("agree")
    assert attempt.events == before


def test_a_chosen_reply_was_not_misheard(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    attempt.answer(Choose("ask"))
    assert not attempt.can_correct
    assert attempt.meanable == ()
    with pytest.raises(NothingToCorrectError):
        attempt.correct("beg")


@pytest.mark.parametrize("act", ["rewind", "correct"])
def test_an_exam_is_one_go(tmp_path: Path, act: str) -> None:
    attempt = speaking(tmp_path, "exam")
    attempt.answer(attempt.hear("Сколько групп он берёт сейчас").answer())
    with pytest.raises(ExamError):
        attempt.rewind(0) if act == "rewind" else attempt.correct(None)
    assert attempt.turns == 1


def test_after_an_exam_a_turn_is_practised_and_the_exam_stays(tmp_path: Path) -> None:
    use = sessions(tmp_path)
    exam = use.start("warehouse", "ru", mode="exam")
    exam.answer(exam.hear("Сколько групп он берёт сейчас?").answer())
    with pytest.raises(ExamError):
        use.try_again(exam, 0)
    exam.answer(exam.hear("Может, отдашь его?").answer())
    exam.answer(exam.hear("Ладно.").answer())
    assert exam.finished
    practice = use.try_again(exam, 1)
    assert (practice.turns, practice.state.mode) == (1, Mode.SPEAK)
    texts = [line.text for line in practice.spoken]
    assert texts == [line.text for line in exam.spoken][: len(texts)]
    assert practice.id != exam.id
    assert use.resume(exam.id).finished
    assert use.resume(practice.id).turns == 1
    with pytest.raises(NoSuchTurnError):
        use.try_again(exam, exam.turns)


def test_an_exam_asks_nothing_back(tmp_path: Path) -> None:
    asked = "Сколько групп он у нас покупает? Может, отдашь?"
    assert len(speaking(tmp_path / "a").hear(asked).doubt) == 2
    assert speaking(tmp_path / "b", "exam").hear(asked).doubt == ()


def test_a_draft_outlives_the_program(tmp_path: Path) -> None:
    one = sessions(tmp_path)
    attempt = one.start("warehouse", "ru", mode="speak")
    attempt.keep_draft("Сколько он бер")
    (left,) = sessions(tmp_path).unfinished()
    assert sessions(tmp_path).resume(left.id).draft == "Сколько он бер"


def test_a_draft_that_was_sent_is_forgotten(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    attempt.keep_draft("Сколько")
    attempt.answer(attempt.hear("Сколько групп он берёт сейчас").answer())
    attempt.keep_draft("")
    assert attempt.draft == ""


def test_an_empty_draft_of_a_talk_that_was_never_begun_leaves_no_trace(
    tmp_path: Path,
) -> None:
    one = sessions(tmp_path)
    one.start("warehouse", "ru", mode="speak").keep_draft("")
    assert one.attempts() == ()


def test_without_a_store_a_draft_lasts_until_it_is_sent(tmp_path: Path) -> None:
    one = sessions(tmp_path)
    loose = Sessions(
        one.library,
        None,
        now=one._now,
        new_seed=lambda: 1,
        new_id=lambda: "x",
        ears=one.ears,
    )
    attempt = loose.start("warehouse", "ru", mode="speak")
    attempt.keep_draft("Сколько")
    assert attempt.draft == "Сколько"
    attempt.answer(Say("Сколько он берёт?", Understood((), None)))
    assert attempt.draft == ""


def test_the_reader_is_loaded_once_whoever_asks(tmp_path: Path) -> None:
    loads: list[int] = []

    def load() -> tuple[object, bool]:
        loads.append(1)
        return scripted_reader(), True

    ears = Ears(load)  # type: ignore[arg-type]  # counts the loads
    state = speaking(tmp_path).state
    threads = [threading.Thread(target=ears.warm, args=(state,)) for _ in range(4)]
    before = ears.ready
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (before, ears.ready) == (False, True)
    assert loads == [1]


def test_a_store_that_fails_loses_no_words(tmp_path: Path) -> None:
    attempt = speaking(tmp_path)
    hearing = attempt.hear("Сколько групп он берёт сейчас")
    assert attempt._store is not None
    attempt._store = full(tmp_path / "data")
    with pytest.raises(DiskFullError):
        attempt.answer(hearing.answer())
    assert attempt.turns == 0
    attempt.save_elsewhere(tmp_path / "kept.json")
    again = sessions(tmp_path / "elsewhere").load_file(tmp_path / "kept.json")
    assert again.turns == 1


def test_everything_that_can_go_wrong_has_a_sentence() -> None:
    for error in (EmptyWordsError(), ExamError(), NothingToCorrectError()):
        assert isinstance(error, SessionError)
        assert error.sentence(str).endswith((".", "!"))
