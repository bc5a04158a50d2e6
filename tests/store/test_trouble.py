"""Whatever is wrong with the disk, a sentence says so and nothing is harmed."""

import errno
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.store import (
    FILE,
    CorruptStoreError,
    DiskFailedError,
    DiskFullError,
    NewerStoreError,
    ReadOnlyStoreError,
    Standing,
    Store,
    StoreError,
    StorePlaceError,
    open_store,
)
from simulator.store.schema import VERSION
from simulator.store.trouble import translated
from tests.store.shelf import AT, TEXT, filled, header, said

POSIX = sys.platform != "win32"
NOBODY = 65534


@contextmanager
def without_power() -> Iterator[None]:
    """Do something with the rights of an ordinary user, though root runs the test."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that ordinary users can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def fill_up(store: Store) -> None:
    """Leave the store no room beyond what it has."""
    connection = store._connection
    assert connection is not None
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("PRAGMA user_version = 99")
    connection.execute("INSERT INTO migrations VALUES ('9999-of-the-future')")
    connection.commit()
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(NewerStoreError, match=rf"store version 99.*knows {VERSION}"):
        open_store(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"words", id="a-word"),
        pytest.param(b"this is no database at all, but long enough " * 40, id="words"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 4096, id="a-broken-header"),
        pytest.param(bytes(4096), id="zeros"),
    ],
)
def test_a_file_that_is_no_store_is_named_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(CorruptStoreError, match=FILE):
        open_store(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    assert filled(tmp_path).events("a1") == (said(0),)


def test_a_full_disk_changes_nothing_and_the_store_works_afterwards(
    tmp_path: Path,
) -> None:
    store = filled(tmp_path)
    fill_up(store)
    big = [said(1) | {"text": "много слов " * 50_000}]
    with pytest.raises(DiskFullError, match="full"):
        store.append("a1", 1, big, Standing(turns=2), AT)
    assert store.events("a1") == (said(0),)
    assert store.attempt("a1").standing.turns == 1
    assert store._connection is not None
    store._connection.execute("PRAGMA max_page_count = 1000000")
    store.append("a1", 1, big, Standing(turns=2), AT)
    assert len(store.events("a1")) == 2


def test_a_full_disk_keeps_no_half_of_a_new_attempt(tmp_path: Path) -> None:
    store = filled(tmp_path)
    fill_up(store)
    big = [said(0) | {"text": "много слов " * 50_000}]
    with pytest.raises(DiskFullError):
        store.create(header("a2"), TEXT, big, Standing(turns=1), AT)
    assert [kept.header.id for kept in store.attempts()] == ["a1"]
    assert store.events("a2") == ()
    store.check()


@pytest.mark.parametrize("deep", ["", "inside"], ids=["the-folder", "above-it"])
def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, deep: str) -> None:
    (tmp_path / "data").write_text("not a folder", encoding="utf-8")
    with pytest.raises(StorePlaceError, match="--data"):
        open_store(tmp_path / "data" / deep)


def test_a_folder_where_the_file_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(StorePlaceError):
        open_store(tmp_path)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs Linux' /proc")
def test_a_folder_that_nobody_can_make_is_told() -> None:
    with pytest.raises((StorePlaceError, ReadOnlyStoreError), match="--data"):
        open_store(Path("/proc/self/whose-client"))


def read_only_folder(folder: Path) -> None:
    folder.chmod(0o555)


def read_only_file(folder: Path) -> None:
    (folder / FILE).chmod(0o444)
    folder.chmod(0o777)


def closed_folder(folder: Path) -> None:
    folder.chmod(0o000)


@pytest.mark.skipif(not POSIX, reason="needs the rights of POSIX")
@pytest.mark.parametrize("close", [read_only_folder, read_only_file, closed_folder])
def test_a_place_that_may_not_be_written_to_is_told(
    open_folder: Path, close: Callable[[Path], None]
) -> None:
    filled(open_folder).close()
    close(open_folder)
    with without_power(), pytest.raises(ReadOnlyStoreError, match="--data"):
        open_store(open_folder).append("a1", 1, [said(1)], Standing(turns=2), AT)


@pytest.mark.skipif(not POSIX, reason="needs the rights of POSIX")
@pytest.mark.parametrize("deep", ["", "not/there/yet"], ids=["itself", "above-it"])
def test_a_read_only_folder_without_a_store_is_told_at_once(
    open_folder: Path, deep: str
) -> None:
    open_folder.chmod(0o555)
    with without_power(), pytest.raises(ReadOnlyStoreError, match="not written"):
        open_store(open_folder / deep)


def test_a_store_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    filled(tmp_path).close()
    uri = f"file:{tmp_path / FILE}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    store = Store(tmp_path / FILE, connection)
    assert store.events("a1") == (said(0),), "reading works"
    with pytest.raises(ReadOnlyStoreError, match="not written"):
        store.append("a1", 1, [said(1)], Standing(turns=2), AT)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        pytest.param(errno.ENOSPC, DiskFullError, id="no-room"),
        pytest.param(errno.EACCES, ReadOnlyStoreError, id="no-right"),
        pytest.param(errno.EROFS, ReadOnlyStoreError, id="a-read-only-disk"),
        pytest.param(errno.ENOTDIR, StorePlaceError, id="no-folder"),
        pytest.param(errno.EIO, DiskFailedError, id="a-broken-disk"),
    ],
)
def test_what_the_system_complains_of_is_told(
    tmp_path: Path, number: int, kind: type[StoreError]
) -> None:
    with pytest.raises(kind) as told, translated(tmp_path):
        raise OSError(number, os.strerror(number))
    assert told.value.path == tmp_path


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_device_is_a_full_disk() -> None:
    full = Path("/dev/full")
    with pytest.raises(DiskFullError), translated(full), full.open("wb", 0) as file:
        file.write(b"an answer")


def test_wrong_use_is_no_trouble_of_the_disks(tmp_path: Path) -> None:
    store = filled(tmp_path)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.attempts()


def test_every_error_says_itself_in_another_language(tmp_path: Path) -> None:
    error: StoreError = NewerStoreError(tmp_path, found=2, known=1)
    told = error.sentence(lambda _: "{path}: версия {found}, знаем {known}")
    assert told == f"{tmp_path}: версия 2, знаем 1"
