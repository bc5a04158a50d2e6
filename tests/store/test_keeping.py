"""What is kept comes back as it was, and nobody overwrites anybody."""

import sqlite3
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from simulator.store import (
    FILE,
    NoSuchAttemptError,
    Standing,
    Store,
    TakenElsewhereError,
    open_store,
    schema,
)
from simulator.store.opening import prepare
from tests.store.shelf import AT, DIGEST, LATER, TEXT, filled, header, said


def test_an_attempt_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    store = filled(tmp_path, events=2)
    store.append("a1", 2, [said(2)], Standing(turns=3), LATER)
    again = open_store(tmp_path)
    assert again.events("a1") == (said(0), said(1), said(2))
    kept = again.attempt("a1")
    assert (kept.header, kept.standing) == (header(), Standing(turns=3))
    assert (kept.started_at, kept.last_at) == (AT, LATER)


def test_the_text_of_the_scenario_is_kept_byte_for_byte(tmp_path: Path) -> None:
    assert filled(tmp_path).text(DIGEST) == TEXT


def test_scores_are_kept_as_exact_fractions(tmp_path: Path) -> None:
    store = filled(tmp_path)
    end = Standing(1, "meeting", "meeting", Fraction(295, 4), Fraction(100, 3))
    store.append("a1", 1, [said(1)], end, LATER)
    assert store.attempt("a1").standing == end


def test_the_attempt_last_played_is_listed_first(tmp_path: Path) -> None:
    store = filled(tmp_path, "old")
    store.create(header("new"), TEXT, [said(0)], Standing(turns=1), AT)
    store.append("old", 1, [said(1)], Standing(turns=2), LATER)
    assert [kept.header.id for kept in store.attempts()] == ["old", "new"]


def test_keeping_the_same_again_changes_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path, events=2)
    store.append("a1", 1, [said(1)], Standing(turns=2), AT)
    store.create(header(), TEXT, [said(0), said(1)], Standing(turns=2), AT)
    assert store.events("a1") == (said(0), said(1))


def test_an_attempt_taken_in_again_is_continued(tmp_path: Path) -> None:
    store = filled(tmp_path, events=1)
    longer = [said(0), said(1), said(2)]
    store.create(header(), TEXT, longer, Standing(turns=3), LATER)
    assert store.events("a1") == tuple(longer)
    assert store.attempt("a1").standing.turns == 3


def test_two_windows_on_one_attempt_cannot_overwrite_each_other(
    tmp_path: Path,
) -> None:
    one = filled(tmp_path)
    other = open_store(tmp_path)
    other.append("a1", 1, [said(1)], Standing(turns=2), LATER)
    with pytest.raises(TakenElsewhereError):
        one.append("a1", 1, [said(100)], Standing(turns=2), LATER)
    assert one.events("a1") == (said(0), said(1))
    assert one.attempt("a1").standing.turns == 2


def test_an_unknown_attempt_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchAttemptError, match="b7"):
        filled(tmp_path).attempt("b7")


def test_every_commit_reaches_the_disk(tmp_path: Path) -> None:
    store = filled(tmp_path)
    assert store._connection is not None
    ask = store._connection.execute
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA synchronous").fetchone() == (2,), "2 is FULL"


def test_migrations_are_recorded_in_the_file(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        names = connection.execute("SELECT name FROM migrations").fetchall()
    connection.close()
    assert [name for (name,) in names] == [
        "0001-attempts-and-events",
        "0002-drafts",
        "0003-rooms",
        "0004-outbox",
        "0005-drills",
        "0006-corrections",
        "0007-scores",
        "0008-cards",
        "0009-forks",
        "0010-drill-drafts",
    ]


def test_nothing_is_made_before_the_first_attempt_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    store = open_store(folder)
    assert (store.attempts(), store.events("a1"), store.journal) == ((), (), None)
    store.check()
    store.close()
    assert list(tmp_path.iterdir()) == []
    store = filled(folder)
    assert (folder / FILE).exists()
    assert store.journal == "wal"


def test_what_another_program_keeps_meanwhile_is_seen(tmp_path: Path) -> None:
    waiting = open_store(tmp_path)
    assert waiting.attempts() == ()
    filled(tmp_path)
    assert [kept.header.id for kept in waiting.attempts()] == ["a1"]


def test_trying_again_does_not_take_back_what_followed(tmp_path: Path) -> None:
    slow = filled(tmp_path, events=2)
    other = open_store(tmp_path)
    end = Standing(3, "meeting", "meeting", Fraction(80), Fraction(90))
    other.append("a1", 2, [said(2)], end, LATER)
    slow.append("a1", 1, [said(1)], Standing(turns=2), AT)
    kept = other.attempt("a1")
    assert (kept.standing, kept.last_at) == (end, LATER)


def test_a_retry_keeps_only_what_is_not_there_yet(tmp_path: Path) -> None:
    store = filled(tmp_path, events=1)
    store.append("a1", 1, [said(1)], Standing(turns=2), AT)
    store.append("a1", 1, [said(1), said(2)], Standing(turns=3), LATER)
    assert store.events("a1") == (said(0), said(1), said(2))
    assert store.attempt("a1").standing.turns == 3


@pytest.mark.parametrize(
    ("attempt", "first"),
    [
        pytest.param("b7", 0, id="an-unknown-attempt"),
        pytest.param("a1", 5, id="what-came-before-is-missing"),
    ],
)
def test_events_are_never_kept_without_what_came_before(
    tmp_path: Path, attempt: str, first: int
) -> None:
    store = filled(tmp_path)
    with pytest.raises(NoSuchAttemptError):
        store.append(attempt, first, [said(first)], Standing(turns=6), LATER)
    assert store.events("a1") == (said(0),)
    assert store.events("b7") == ()


def test_a_text_played_twice_is_kept_once(tmp_path: Path) -> None:
    store = filled(tmp_path)
    store.create(header("a2"), TEXT, [said(0)], Standing(turns=1), AT)
    store.close()
    connection = sqlite3.connect(tmp_path / FILE)
    assert connection.execute("SELECT count(*) FROM texts").fetchone() == (1,)
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file system of POSIX")
def test_where_no_log_can_be_used_a_journal_serves(tmp_path: Path) -> None:
    path = tmp_path / FILE
    # Locks by files beside it, as on some network drives: no shared memory, no log.
    uri = f"file:{path}?vfs=unix-dotfile"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    prepare(path, connection)
    store = Store(path, connection)
    store.create(header(), TEXT, [said(0)], Standing(turns=1), AT)
    assert store.journal == "delete"
    assert connection.execute("PRAGMA synchronous").fetchone() == (3,), "3 is EXTRA"
    store.close()
    assert open_store(tmp_path).events("a1") == (said(0),)


def test_a_store_from_before_talks_could_branch_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:8])
        older.setattr(schema, "VERSION", 8)
        with sqlite3.connect(tmp_path / FILE) as connection:
            prepare(tmp_path / FILE, connection)
            connection.execute("INSERT INTO texts VALUES (?, ?)", (DIGEST, TEXT))
            head = ("a1", "client-x", "Клиент X", DIGEST, "ru", "choose", 7)
            values = (*head, "client-x", AT, LATER, 3, None, None, None, None)
            marks = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO attempts VALUES ({marks})", values)
        connection.close()
    kept = open_store(tmp_path).attempt("a1")
    assert (kept.header, kept.standing) == (header(), Standing(turns=3))
