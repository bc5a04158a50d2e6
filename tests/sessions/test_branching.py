"""Another branch of a talk that is over is a talk of its own."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from simulator.engine import Choose, Mode, NoSuchTurnError
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import UnfinishedTalkError
from simulator.sessions.usecases import Sessions
from tests.keeping.logs import bring, export
from tests.sessions.room import sessions

TO_THE_END = ("ask", "beg", "give-in")


def played(use: Sessions, replies: Sequence[str] = TO_THE_END) -> Attempt:
    """Play a talk by these replies."""
    attempt = use.start("warehouse", "ru")
    for reply in replies:
        attempt.answer(Choose(reply))
    return attempt


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_a_branch_begins_with_the_same_answers_and_leaves_the_talk_alone(
    tmp_path: Path, turn: int
) -> None:
    use = sessions(tmp_path)
    first = played(use)
    kept = use.resume(first.id).events
    other = use.fork(first, turn)
    assert (other.turns, other.finished) == (turn, False)
    assert [s.text for s in other.spoken] == [s.text for s in first.spoken][
        : len(other.spoken)
    ]
    other.answer(Choose(other.view.offers[0].reply))
    assert use.resume(first.id).events == first.events == kept


def test_a_branch_remembers_where_it_came_from(tmp_path: Path) -> None:
    use = sessions(tmp_path)
    other = use.fork(played(use), 1)
    again = sessions(tmp_path).resume(other.id).header
    assert (again.origin, again.origin_turn) == ("a1", 1)
    newest, oldest = sorted(use.attempts(), key=lambda one: one.id, reverse=True)
    assert (newest.origin, newest.origin_turn, oldest.origin) == ("a1", 1, "")


def test_a_branch_from_the_beginning_is_kept_from_its_first_answer_on(
    tmp_path: Path,
) -> None:
    use = sessions(tmp_path)
    other = use.fork(played(use), 0)
    assert [one.id for one in use.attempts()] == ["a1"]
    other.answer(Choose("beg"))
    assert sessions(tmp_path).resume(other.id).header.origin == "a1"


def test_what_was_taken_back_is_not_in_a_branch(tmp_path: Path) -> None:
    use = sessions(tmp_path)
    first = use.start("warehouse", "ru")
    first.answer(Choose("ask"))
    first.rewind(0)
    for reply in TO_THE_END:
        first.answer(Choose(reply))
    other = use.fork(first, 2)
    assert (other.turns, other.scorecard().rewinds) == (2, 0)
    assert sessions(tmp_path).resume(other.id).events == other.events


def test_a_branch_is_held_as_the_talk_was(tmp_path: Path) -> None:
    use = sessions(tmp_path)
    assert use.fork(played(use), 1).mode is Mode.CHOOSE


def test_a_branch_of_an_exam_is_practice_in_own_words(tmp_path: Path) -> None:
    use = sessions(tmp_path)
    exam = use.start("warehouse", "ru", mode="exam")
    for words in ("Сколько групп он берёт сейчас?", "Может, отдашь его?", "Ладно."):
        exam.answer(exam.hear(words).answer())
    other = use.fork(exam, 1)
    assert (other.mode, other.header.origin) == (Mode.SPEAK, exam.id)


def test_only_a_talk_that_is_over_branches_and_only_at_its_turns(
    tmp_path: Path,
) -> None:
    use = sessions(tmp_path)
    going_on = played(use, ("ask",))
    with pytest.raises(UnfinishedTalkError):
        use.fork(going_on, 0)
    over = played(use)
    for turn in (-1, over.turns):
        with pytest.raises(NoSuchTurnError):
            use.fork(over, turn)


def test_a_branch_comes_along_in_an_archive_and_in_a_file(tmp_path: Path) -> None:
    use = sessions(tmp_path)
    other = use.fork(played(use), 2)
    other.save_elsewhere(tmp_path / "talk.json")
    export(tmp_path / "data", tmp_path / "all.zip")
    bring(tmp_path / "all.zip", tmp_path / "there" / "data")
    there = sessions(tmp_path / "there").resume(other.id)
    assert there.header == other.header
    alone = sessions(tmp_path / "alone").load_file(tmp_path / "talk.json")
    assert alone.header == other.header
