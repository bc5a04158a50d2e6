"""An attempt that was damaged is refused with a sentence, and harms no other."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.engine import Choose
from simulator.sessions.errors import LostAttemptError
from simulator.store import FILE
from tests.sessions.room import sessions


def spoiled(folder: Path, statement: str, *values: str) -> None:
    """Change a store of two talks behind the program's back."""
    one = sessions(folder)
    for replies in (("ask", "beg"), ("beg",)):
        attempt = one.start("warehouse", "ru")
        for reply in replies:
            attempt.answer(Choose(reply))
    assert one.store is not None
    one.store.close()
    connection = sqlite3.connect(folder / "data" / FILE, isolation_level=None)
    connection.execute(statement, values)
    connection.close()


ANSWER = (
    "UPDATE events SET body = replace(body, ?, ?)"
    " WHERE attempt = 'a1' AND kind IN ('said', 'read')"
)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE events SET body = '{}' WHERE seq = 0", id="no-event"),
        pytest.param("UPDATE events SET body = 'x' WHERE seq = 0", id="no-json"),
        pytest.param("DELETE FROM events WHERE seq = 2", id="a-hole"),
        pytest.param("DELETE FROM events", id="nothing-left"),
        pytest.param("UPDATE texts SET body = x'00'", id="another-text"),
        pytest.param("DELETE FROM texts", id="no-text"),
    ],
)
def test_a_damaged_attempt_is_refused_with_a_sentence(
    tmp_path: Path, statement: str
) -> None:
    spoiled(tmp_path, statement)
    with pytest.raises(LostAttemptError, match="attempt a1 cannot be gone through"):
        sessions(tmp_path).resume("a1")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"reply": "ask"', '"reply": "beg"', id="another-answer"),
        pytest.param('"reply": "ask"', '"reply": "aks"', id="an-unknown-answer"),
        pytest.param('"who": "you"', '"who": "oleg"', id="another-speaker"),
    ],
)
def test_an_answer_is_never_taken_for_another(
    tmp_path: Path, old: str, new: str
) -> None:
    spoiled(tmp_path, ANSWER, old, new)
    with pytest.raises(LostAttemptError):
        sessions(tmp_path).resume("a1")
    assert sessions(tmp_path).resume("a2").turns == 1


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            "UPDATE attempts SET started_at = 'x' WHERE id = 'a1'", id="a-time"
        ),
        pytest.param("UPDATE attempts SET turns = 'x' WHERE id = 'a1'", id="turns"),
        pytest.param(
            "UPDATE attempts SET business = 'x' WHERE id = 'a1'", id="a-score"
        ),
    ],
)
def test_a_damaged_attempt_is_marked_in_the_list_and_not_offered(
    tmp_path: Path, statement: str
) -> None:
    spoiled(tmp_path, statement)
    one = sessions(tmp_path)
    assert {s.id: s.readable for s in one.attempts()} == {"a1": False, "a2": True}
    assert [summary.id for summary in one.unfinished()] == ["a2"]


def test_a_time_without_a_zone_is_read_as_utc(tmp_path: Path) -> None:
    spoiled(tmp_path, "UPDATE attempts SET started_at = '2026-11-23T09:00:00'")
    summary = sessions(tmp_path).attempts()[0]
    assert summary.started_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
