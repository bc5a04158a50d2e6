"""When the store fails, a person is told and asked, and loses nothing."""

from pathlib import Path

import pytest

from simulator.store import (
    BusyStoreError,
    CorruptStoreError,
    DiskFullError,
    Store,
    open_store,
)
from tests.plain.sitting import Sitting, holds

ASK = "2"
"""Where the question stands in the order that seed 1 gives."""


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def refuses(error: type[Exception]) -> object:
    def opening(_: Path) -> Store:
        raise error(Path("attempts.sqlite"))

    return opening


def test_without_a_store_one_may_play_and_keep_nothing(sitting: Sitting) -> None:
    sitting.store = refuses(CorruptStoreError)  # type: ignore[assignment]  # a fake
    text = sitting.type("1", "1", ASK, scenario="talk")
    assert holds(
        text,
        ["attempts.sqlite is damaged or is not a store."],
        ["1. Play without keeping anything", "2. Leave", "> 1"],
        ["You: How many groups does he buy?"],
        ["Nothing was kept, as you chose."],
    )


def test_without_a_store_one_may_rather_leave(sitting: Sitting) -> None:
    sitting.store = refuses(CorruptStoreError)  # type: ignore[assignment]  # a fake
    text = sitting.type("2", scenario="talk")
    assert text.endswith("1. Play without keeping anything\n2. Leave\n> 2\n")


class Failing(Store):
    """A store that stops keeping."""

    fails = 1
    error: type[BusyStoreError] | type[DiskFullError] = DiskFullError

    def create(self, *args: object, **kwargs: object) -> None:
        if self.fails:
            self.fails -= 1
            raise self.error(self.path)
        super().create(*args, **kwargs)  # type: ignore[arg-type]  # passed on as it came


@pytest.fixture
def failing(sitting: Sitting) -> Sitting:
    def opening(data: Path) -> Store:
        store = open_store(data)
        return Failing(store.path, store._connection)

    sitting.store = opening
    return sitting


def test_an_answer_that_cannot_be_kept_can_be_tried_again(failing: Sitting) -> None:
    text = failing.type("1", ASK, "1", scenario="talk")
    assert holds(
        text,
        ["The disk of"],
        ["1. Try again", "2. Save the talk to a file", "3. Leave the talk", "> 1"],
        ["You: How many groups does he buy?"],
    )


def test_a_talk_that_cannot_be_kept_is_saved_elsewhere_with_its_last_answer(
    failing: Sitting, tmp_path: Path
) -> None:
    file = tmp_path / "kept.json"
    failing.width = 500
    text = failing.type("1", ASK, "2", str(file), "3", "q", scenario="talk")
    assert holds(
        text,
        ["2. Save the talk to a file"],
        [f"Saved: {file}", f"Go on with it later: whose-client play {file}"],
    )
    assert '"how many groups does he buy?"' in file.read_text("utf-8").lower()
