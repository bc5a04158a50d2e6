"""A sitting from the first drill to the last, over a real store."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulator.engine import Choose
from simulator.store import Store, open_store
from simulator.study import (
    Grade,
    NothingToTakeBackError,
    Practice,
    Sitting,
    Wish,
)
from tests.study.reviews import NOON, days, practice

BAD, GOOD = "because-i-say-so", "his-work-the-firms-loss"
"""Replies to the first drill."""


def sit(held: Practice, wish: Wish | None = None) -> Sitting:
    return Sitting(held, "en", wish or Wish())


def said(sitting: Sitting) -> list[str]:
    assert sitting.posed is not None
    return [line.text for line in sitting.posed.view.spoken]


def test_a_drill_is_graded_by_the_level_of_its_reply(tmp_path: Path) -> None:
    sitting = sit(practice(tmp_path))
    assert said(sitting) == [
        "I found him myself. At a fair, among the concrete mixers. And now give him up?"
    ]
    told = sitting.answer(Choose(BAD))
    assert (told.level, sitting.grade) == (0, Grade.AGAIN)
    assert told.note.stronger is not None
    assert told.note.stronger.reply == GOOD


def test_each_drill_is_kept_before_it_is_told(tmp_path: Path) -> None:
    sit(practice(tmp_path)).answer(Choose(GOOD))
    [review] = practice(tmp_path).log()
    assert review.card == "drill/two-objections/found-him-myself"
    assert review.words.startswith("You found him, without you")
    assert (review.at, review.mode, review.grade) == (NOON, "choose", Grade.GOOD)


def test_words_are_kept_until_the_drill_is_answered(tmp_path: Path) -> None:
    sit(practice(tmp_path)).keep_draft("You found")
    sitting = sit(practice(tmp_path))
    assert sitting.draft == "You found"
    sitting.answer(Choose(GOOD))
    sitting.keep_draft("too late")
    assert sitting.draft == ""
    sitting.undo()
    assert sit(practice(tmp_path)).draft == ""


def test_words_are_forgotten_when_they_are_taken_out(tmp_path: Path) -> None:
    sitting = sit(practice(tmp_path))
    sitting.keep_draft("You")
    sitting.keep_draft("")
    assert sit(practice(tmp_path)).draft == ""


def test_a_store_that_is_not_there_loses_words_only_with_the_program(
    tmp_path: Path,
) -> None:
    held = practice(tmp_path)
    held.sessions.store = None
    sit(held).keep_draft("You found")
    assert sit(held).draft == "You found"
    sit(held).answer(Choose(GOOD))
    assert held.draft("drill/two-objections/found-him-myself") == ""


def test_the_trainee_may_see_it_otherwise(tmp_path: Path) -> None:
    held = practice(tmp_path)
    sitting = sit(held)
    sitting.answer(Choose(GOOD))
    sitting.overrule(Grade.EASY)
    assert sitting.grade is Grade.EASY
    assert [one.grade for one in held.log()] == [Grade.GOOD, Grade.EASY]
    assert held.times("drill/two-objections/found-him-myself") == 1


def test_the_last_drill_can_be_taken_back_and_is_posed_again(tmp_path: Path) -> None:
    held = practice(tmp_path)
    sitting = sit(held)
    before = said(sitting)
    sitting.answer(Choose(BAD))
    sitting.go_on()
    assert said(sitting) != before
    sitting.undo()
    assert said(sitting) == before
    assert held.times("drill/two-objections/found-him-myself") == 0
    assert len(held.log()) == 2, "it is taken back, not rubbed out"


def test_the_last_drill_of_another_day_can_be_taken_back(tmp_path: Path) -> None:
    first = sit(practice(tmp_path))
    first.answer(Choose(BAD))
    later = sit(practice(tmp_path, lambda: NOON + timedelta(minutes=9)))
    later.undo()
    assert later.place == 1
    assert said(later) == said(sit(practice(tmp_path / "fresh")))
    with pytest.raises(NothingToTakeBackError):
        later.undo()


def test_the_next_time_it_is_said_in_another_voice(tmp_path: Path) -> None:
    sit(practice(tmp_path)).answer(Choose(BAD))
    next_day = sit(practice(tmp_path, lambda: NOON + days(1)))
    assert said(next_day)[0].startswith("Five years I have rung him")


def test_a_moment_that_went_wrong_becomes_a_drill_by_itself(tmp_path: Path) -> None:
    held = practice(tmp_path)
    talk = held.sessions.start("talk", "en", seed=1)
    for reply in ("threaten", "meet"):
        talk.answer(Choose(reply))
    assert talk.finished
    sitting = sit(held)
    assert sitting.posed is not None
    assert sitting.posed.title == "The talk"
    assert sitting.posed.then == "Give him up or you are fired."
    assert said(sitting) == ["Morning.", "Yes?"]
    told = sitting.answer(Choose("ask"))
    assert told.level > 1
    assert held.log()[-1].card == "moment/talk/opening"


def test_as_many_drills_as_minutes(tmp_path: Path) -> None:
    assert sit(practice(tmp_path)).length == 3
    assert sit(practice(tmp_path), Wish(minutes=2)).length == 2
    assert sit(practice(tmp_path), Wish(new=5)).length == 5


def test_what_it_came_to_is_told_at_the_end(tmp_path: Path) -> None:
    sitting = sit(practice(tmp_path), Wish(minutes=1))
    sitting.answer(Choose(GOOD))
    sitting.go_on()
    assert sitting.posed is None
    summing = sitting.summing()
    assert summing.grades == {Grade.GOOD: 1}
    assert summing.next_day == (NOON + days(2)).date()


def test_without_a_store_one_practises_all_the_same(tmp_path: Path) -> None:
    held = practice(tmp_path)
    held.sessions.store = None
    sitting = sit(held)
    sitting.answer(Choose(BAD))
    sitting.undo()
    assert not (tmp_path / "attempts.sqlite").exists()


def test_a_review_that_is_sent_twice_counts_once(tmp_path: Path) -> None:
    sit(practice(tmp_path)).answer(Choose(BAD))
    store: Store = open_store(tmp_path)
    [row] = store.reviews()
    store.add_review(row)
    assert store.reviews() == (row,)


def test_a_pack_whose_drills_have_mistakes_stops_nobody(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    head = "title: Own\nlanguage: en\nversion: '1'\nauthor: me\nlicence: MIT\n"
    (pack / "pack.yaml").write_text(f"id: own\n{head}", encoding="utf-8")
    (pack / "drills.yaml").write_text("format: 1\ndrills: []\n", encoding="utf-8")
    held = practice(tmp_path / "data", packs=(pack,))
    assert sit(held).length == 3
