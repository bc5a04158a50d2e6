"""A store that was damaged: told, never raised as something else, never made worse."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from simulator.store import (
    FILE,
    CorruptStoreError,
    Standing,
    StoreError,
    open_store,
    open_whole,
)
from tests.store.shelf import AT, DIGEST, TEXT, filled, header, said

PAGE = 4096
"""Bytes that SQLite writes at once."""


def spoiled(folder: Path, statement: str) -> None:
    """Change a store of two attempts behind the program's back."""
    store = filled(folder, "a1", events=3)
    store.create(header("a2"), TEXT, [said(0)], Standing(turns=1), AT)
    store.close()
    connection = sqlite3.connect(folder / FILE, isolation_level=None)
    connection.execute(statement)
    connection.close()


@pytest.fixture(scope="module")
def whole_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a store's file, with its log taken in."""
    folder = tmp_path_factory.mktemp("whole")
    filled(folder, events=120).close()
    assert not (folder / f"{FILE}-wal").exists()
    return (folder / FILE).read_bytes()


@pytest.mark.parametrize(
    "size", [1, 10, 50, 99, 511, 512, 1000, 4096, 5000, 9000, 12288]
)
def test_a_file_that_was_cut_off_is_told_and_left_as_it_is(
    tmp_path: Path, whole_file: bytes, size: int
) -> None:
    path = tmp_path / FILE
    cut = whole_file[:size]
    path.write_bytes(cut)
    with pytest.raises(CorruptStoreError, match="damaged"):
        open_store(tmp_path).check()
    assert path.read_bytes() == cut


@pytest.mark.parametrize("start", range(60))
@pytest.mark.parametrize("flips", [1, 40])
def test_flipped_bits_raise_nothing_but_a_store_error(
    tmp_path: Path, whole_file: bytes, start: int, flips: int
) -> None:
    body = bytearray(whole_file)
    for n in range(flips):
        place = (start * 7919 + n * 104_729) % len(body)
        body[place] ^= 1 << (start + n) % 8
    (tmp_path / FILE).write_bytes(body)
    with suppress(StoreError):
        store = open_store(tmp_path)
        for kept in store.attempts():
            store.events(kept.header.id)
            store.text(kept.header.digest)
        store.append("a1", 120, [said(120)], Standing(turns=121), AT)
        store.check()


@pytest.mark.parametrize("start", range(0, 60, 2))
def test_whoever_goes_through_all_of_it_is_told_what_is_damaged(
    tmp_path: Path, whole_file: bytes, start: int
) -> None:
    body = bytearray(whole_file)
    for n in range(40):
        body[(start * 7919 + n * 104_729) % len(body)] ^= 1 << (start + n) % 8
    (tmp_path / FILE).write_bytes(body)
    with suppress(StoreError), closing(open_whole(tmp_path)) as whole:
        for log in whole.logs():
            assert isinstance(log.events, tuple)


@pytest.mark.parametrize(
    "fill", [b"\xff", b"\0", b"junk"], ids=["ones", "zeros", "junk"]
)
@pytest.mark.parametrize("part", [1, 2, 3], ids=["early", "middle", "late"])
def test_a_page_written_over_is_noticed_at_the_latest_by_the_check(
    tmp_path: Path, whole_file: bytes, fill: bytes, part: int
) -> None:
    body = bytearray(whole_file)
    place = len(body) // PAGE * part // 4 * PAGE
    body[place : place + PAGE] = (fill * PAGE)[:PAGE]
    (tmp_path / FILE).write_bytes(body)
    with pytest.raises(CorruptStoreError, match="damaged"):
        open_store(tmp_path).check()


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE attempts SET business = 'x' WHERE id = 'a1'", id="points"),
        pytest.param(
            "UPDATE attempts SET business = '1/0' WHERE id = 'a1'", id="by-zero"
        ),
        pytest.param("UPDATE attempts SET turns = 'x' WHERE id = 'a1'", id="turns"),
        pytest.param("UPDATE attempts SET seed = 'x' WHERE id = 'a1'", id="seed"),
    ],
)
def test_a_damaged_attempt_is_marked_and_hides_no_other(
    tmp_path: Path, statement: str
) -> None:
    spoiled(tmp_path, statement)
    listed = {kept.header.id: kept.readable for kept in open_store(tmp_path).attempts()}
    assert listed == {"a1": False, "a2": True}


def test_a_text_that_is_no_longer_text_hides_nothing(tmp_path: Path) -> None:
    spoiled(tmp_path, "UPDATE attempts SET title = CAST(x'ff41' AS TEXT)")
    titles = [kept.header.title for kept in open_store(tmp_path).attempts()]
    assert titles == ["\ufffdA", "\ufffdA"]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE events SET body = '{' WHERE seq = 1", id="no-json"),
        pytest.param("UPDATE events SET body = '[]' WHERE seq = 1", id="a-list"),
        pytest.param("DELETE FROM events WHERE seq = 1", id="a-hole"),
    ],
)
def test_damaged_events_are_told(tmp_path: Path, statement: str) -> None:
    spoiled(tmp_path, statement)
    store = open_store(tmp_path)
    with pytest.raises(CorruptStoreError):
        store.events("a1")
    assert store.events("a2") == (said(0),)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE texts SET body = x'00'", id="changed"),
        pytest.param("UPDATE texts SET digest = 'other'", id="gone"),
    ],
)
def test_a_text_that_is_not_the_one_played_is_never_returned(
    tmp_path: Path, statement: str
) -> None:
    spoiled(tmp_path, statement)
    store = open_store(tmp_path)
    with pytest.raises(CorruptStoreError):
        store.text(DIGEST)
    with pytest.raises(CorruptStoreError):
        store.check()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("CREATE TABLE songs (name TEXT)")
    connection.commit()
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(CorruptStoreError, match="is not a store"):
        open_store(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("version", [1, 2])
def test_a_versioned_database_of_another_program_is_no_newer_store(
    tmp_path: Path, version: int
) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("CREATE TABLE songs (name TEXT)")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    with pytest.raises(CorruptStoreError):
        open_store(tmp_path)
