"""Nothing answered is ever lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.engine import Choose, NotOfferedError, view
from simulator.packs import Library
from simulator.sessions.errors import NothingKeptError
from simulator.sessions.usecases import Sessions
from simulator.store import (
    DiskFullError,
    NoSuchAttemptError,
    TakenElsewhereError,
    open_store,
)
from tests.engine.stories import STORY
from tests.sessions.room import NOW, FullStore, full, pack, sessions


def test_a_talk_is_kept_from_its_first_answer_on(tmp_path: Path) -> None:
    one = sessions(tmp_path)
    attempt = one.start("warehouse", "ru")
    assert one.attempts() == ()
    attempt.answer(Choose("ask"))
    (summary,) = one.attempts()
    assert (summary.id, summary.turns, summary.finished) == ("a1", 1, False)
    assert (summary.started_at, summary.title) == (NOW, "Склад")


def test_an_answer_is_committed_before_the_next_line_is_shown(tmp_path: Path) -> None:
    attempt = sessions(tmp_path).start("warehouse", "ru")
    attempt.answer(Choose("ask"))
    seen_by_another = open_store(tmp_path / "data").events("a1")
    assert len(seen_by_another) == len(attempt.events)


def test_a_talk_goes_on_where_it_was_left(tmp_path: Path) -> None:
    left = sessions(tmp_path).start("warehouse", "ru")
    for reply in ("ask", "beg", "back"):
        left.answer(Choose(reply))
    again = sessions(tmp_path).resume("a1")
    assert again.view == left.view
    assert again.spoken == left.spoken
    assert again.events == left.events


def test_a_talk_is_played_to_its_end_on_the_text_it_was_begun_with(
    tmp_path: Path,
) -> None:
    sessions(tmp_path).start("warehouse", "ru").answer(Choose("beg"))
    pack(tmp_path / "pack", STORY.replace("id: give-in", "id: renamed"))
    assert sessions(tmp_path).resume("a1").answer(Choose("give-in")).ending
    (tmp_path / "pack" / "warehouse.yaml").unlink()
    assert sessions(tmp_path).resume("a1").finished


def test_going_back_is_kept_too(tmp_path: Path) -> None:
    attempt = sessions(tmp_path).start("warehouse", "ru")
    attempt.answer(Choose("beg"))
    attempt.answer(Choose("give-in"))
    shown = attempt.rewind(1)
    again = sessions(tmp_path)
    assert again.resume("a1").view == shown
    (summary,) = again.unfinished()
    assert (summary.turns, summary.ending, summary.business) == (1, None, None)


def test_a_finished_talk_is_listed_with_its_scores(tmp_path: Path) -> None:
    one = sessions(tmp_path)
    attempt = one.start("warehouse", "ru")
    for reply in ("ask", "share", "agree"):
        attempt.answer(Choose(reply))
    (summary,) = one.attempts()
    assert (summary.ending, summary.outcome) == ("meeting", "meeting")
    assert one.unfinished() == ()
    card = attempt.scorecard()
    assert summary.business == card.business
    assert card.key_client is not None
    assert summary.key_client == card.key_client.points


def test_when_the_store_fails_the_talk_stands_as_before(tmp_path: Path) -> None:
    attempt = sessions(tmp_path, full(tmp_path / "full")).start("warehouse", "ru")
    before = attempt.view
    with pytest.raises(DiskFullError):
        attempt.answer(Choose("ask"))
    assert attempt.view == before
    assert attempt.turns == 0


def test_an_answer_can_be_tried_again_when_there_is_room(tmp_path: Path) -> None:
    store = open_store(tmp_path / "data")
    attempt = sessions(tmp_path, FullStore(store.path, store._connection)).start(
        "warehouse", "ru"
    )
    with pytest.raises(DiskFullError):
        attempt.answer(Choose("ask"))
    attempt._store = store
    assert attempt.answer(Choose("ask")).turn == 1
    assert len(store.events("a1")) == len(attempt.events)


def test_a_talk_continued_in_another_window_is_not_overwritten(tmp_path: Path) -> None:
    one = sessions(tmp_path).start("warehouse", "ru")
    one.answer(Choose("ask"))
    other = sessions(tmp_path).resume("a1")
    other.answer(Choose("beg"))
    with pytest.raises(TakenElsewhereError):
        one.answer(Choose("push"))
    assert sessions(tmp_path).resume("a1").view == other.view


def test_an_impossible_answer_changes_nothing(tmp_path: Path) -> None:
    attempt = sessions(tmp_path).start("warehouse", "ru")
    with pytest.raises(NotOfferedError):
        attempt.answer(Choose("agree"))
    assert attempt.turns == 0


def test_without_a_store_a_talk_can_be_played_but_not_resumed(tmp_path: Path) -> None:
    pack(tmp_path / "pack")
    one = Sessions(
        Library.shipped([tmp_path / "pack"]),
        None,
        now=lambda: NOW,
        new_seed=lambda: 7,
        new_id=lambda: "a1",
    )
    assert one.start("warehouse", "ru").answer(Choose("ask")).turn == 1
    assert one.attempts() == ()
    with pytest.raises(NothingKeptError):
        one.resume("a1")


def test_an_unknown_attempt_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchAttemptError):
        sessions(tmp_path).resume("a9")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.integers(0, 5), max_size=10))
def test_whatever_was_answered_a_resumed_talk_stands_alike(
    tmp_path_factory: pytest.TempPathFactory, acts: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("room")
    attempt = sessions(folder).start("warehouse", "ru")
    for act in acts:
        offers = view(attempt.state).offers
        if offers and act < 5:
            attempt.answer(Choose(offers[act % len(offers)].reply))
        else:
            attempt.rewind(attempt.turns // 2)
    if attempt.events[1:] and acts:
        again = sessions(folder).resume("a1")
        assert again.view == attempt.view
        assert again.events == attempt.events
