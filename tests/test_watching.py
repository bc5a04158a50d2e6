"""What has changed on disk, told without waiting for a clock."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.watching import Watch, whole

Act = Callable[[Path], object]
LATER = 2_000_000_000_000_000_000


def put_over(path: Path) -> None:
    """Save as editors do: a new file first, then over the old one."""
    fresh = path.with_suffix(".tmp")
    fresh.write_text("title: A")
    told = path.stat()
    os.utime(fresh, ns=(told.st_atime_ns, told.st_mtime_ns))
    fresh.replace(path)


def touch(path: Path) -> None:
    os.utime(path, ns=(LATER, LATER))


def grow(path: Path) -> None:
    """Let it grow, its time set back as some copying programs do."""
    told = path.stat()
    path.write_text("title: AB")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text("title: A")
    return path


@pytest.mark.parametrize("act", [touch, grow, put_over, Path.unlink])
def test_a_change_is_told_once(act: Act, file: Path) -> None:
    watch = Watch([file])
    assert watch.changed() == frozenset()
    act(file)
    assert watch.changed() == {file}
    assert watch.changed() == frozenset()


def test_a_file_that_comes_back_has_changed(file: Path) -> None:
    watch = Watch([file])
    file.unlink()
    watch.changed()
    file.write_text("title: A")
    assert watch.changed() == {file}


def test_a_path_where_nothing_lies_may_be_watched(tmp_path: Path) -> None:
    later = tmp_path / "no" / "folder" / "talk.yaml"
    watch = Watch([later])
    assert watch.changed() == frozenset()
    later.parent.mkdir(parents=True)
    later.write_text("title: A")
    assert watch.changed() == {later}


def test_a_folder_stands_for_its_yaml_files(file: Path) -> None:
    watch = Watch([file.parent])
    new = file.with_name("other.yml")
    new.write_text("title: B")
    file.with_name("notes.txt").write_text("nothing")
    touch(file)
    assert watch.changed() == {file, new}
    new.unlink()
    assert watch.changed() == {new}


def test_a_folder_that_goes_takes_its_files_along(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    file = folder / "talk.yaml"
    file.write_text("title: A")
    watch = Watch([folder])
    file.unlink()
    folder.rmdir()
    assert watch.changed() == {file}


def test_what_may_not_be_looked_at_is_no_file() -> None:
    assert Watch([Path("a\0b"), Path("/dev/null/x")]).changed() == frozenset()


def test_a_whole_file_is_read(file: Path) -> None:
    assert whole(file) == b"title: A"


@pytest.mark.parametrize("act", [touch, grow, put_over, Path.unlink])
def test_a_file_that_changes_while_it_is_read_is_not_taken(
    act: Act, file: Path
) -> None:
    def read(path: Path) -> bytes:
        data = path.read_bytes()
        act(path)
        return data

    assert whole(file, read) is None


def test_what_the_reading_raises_is_raised(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        whole(tmp_path / "gone.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("what", ["folder", "loop"])
def test_what_comes_where_a_file_lay_is_a_change(tmp_path: Path, what: str) -> None:
    path = tmp_path / "talk.yaml"
    watch = Watch([path])
    if what == "folder":
        path.mkdir()
    else:
        path.symlink_to(path)
    assert watch.changed() == {path}
    assert watch.changed() == frozenset()
