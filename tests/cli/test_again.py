"""Checking again whenever a file is saved."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from simulator.cli.again import again


class StopNowError(Exception):
    """Ends a watch."""


def rounds(paths: list[Path], steps: Sequence[Callable[[], object]]) -> list[int]:
    """Watch while steps are done, one between two looks.

    Returns:
        After how many steps something was done, each time that it was.
    """
    acted: list[int] = []
    left: Iterator[tuple[int, Callable[[], object]]] = iter(enumerate(steps, 1))
    done = 0

    def wait() -> None:
        nonlocal done
        step = next(left, None)
        if step is None:
            raise StopNowError
        done = step[0]
        step[1]()

    with pytest.raises(StopNowError):
        again(paths, lambda: acted.append(done), wait)
    return acted


def nothing() -> None:
    """Let the time pass."""


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text("a", "utf-8")
    return path


def test_it_is_done_once_while_nothing_changes(talk: Path) -> None:
    assert rounds([talk], [nothing] * 3) == [0]


def test_a_save_is_acted_on_when_it_is_over(talk: Path) -> None:
    steps = [nothing, lambda: talk.write_text("ab"), lambda: talk.write_text("abc")]
    assert rounds([talk], [*steps, nothing, nothing, nothing]) == [0, 4]


def test_a_file_beside_counts_and_so_does_a_rubric_of_the_pack(talk: Path) -> None:
    def plays() -> None:
        talk.with_name("talk.playthroughs.yaml").write_text("x")

    def rubric() -> None:
        talk.with_name("rubrics").mkdir()
        (talk.parent / "rubrics" / "mine.yaml").write_text("x")

    steps = [plays, nothing, nothing, nothing, rubric, nothing, nothing, nothing]
    assert len(rounds([talk], steps)) == 3


def test_a_file_that_goes_and_comes_again_counts_twice(talk: Path) -> None:
    steps: list[Callable[[], object]] = [talk.unlink, nothing, nothing, nothing]
    steps += [lambda: talk.write_text("a"), nothing, nothing]
    assert len(rounds([talk], steps)) == 3


def test_a_folder_that_comes_in_a_folder_is_seen_from_the_next_time(
    talk: Path,
) -> None:
    inner = talk.parent / "more"

    def comes() -> None:
        inner.mkdir()
        talk.write_text("longer")

    steps = [comes, nothing, nothing, lambda: (inner / "b.yaml").write_text("x")]
    assert len(rounds([talk.parent], [*steps, nothing, nothing, nothing])) == 3
