"""`whose-client preview` where it cannot open a screen: a sentence and an exit code."""

from pathlib import Path

import pytest

from simulator.cli import previewing
from simulator.preview import Room
from tests.cli.shell import Shell


def test_without_a_terminal_it_says_what_to_do_instead(shell: Shell) -> None:
    result = shell.type("preview", str(shell.talk))
    assert result.exit_code == 2
    assert "A preview needs a terminal" in result.stderr


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Room]:
    """Pretend to be a terminal; return the rooms that are opened on it."""
    rooms: list[Room] = []

    def take(room: Room, *_: object) -> int:
        rooms.append(room)
        return 0

    monkeypatch.setattr(previewing, "wants_lines", lambda *_: False)
    monkeypatch.setattr("simulator.tui.previewing.run_preview", take)
    return rooms


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("tolk", "There is no scenario “tolk”. Did you mean “talk”?"),
        ("no/such.yaml", "no/such.yaml cannot be read: there is no such file."),
    ],
)
def test_a_name_that_is_wrong_is_told_before_a_screen_opens(
    name: str, sentence: str, shell: Shell, opened: list[Room]
) -> None:
    result = shell.type("preview", name)
    assert (result.exit_code, opened) == (2, [])
    assert sentence in result.stderr


def test_a_file_is_opened_by_its_id_in_the_language_asked_for(
    shell: Shell, opened: list[Room]
) -> None:
    assert shell.type("preview", "talk", "--lang", "en").exit_code == 0
    assert [room.path.name for room in opened] == ["talk.en.yaml"]
    assert opened[0].attempt is not None


def test_a_file_with_mistakes_is_opened_all_the_same(
    shell: Shell, opened: list[Room], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1", encoding="utf-8")
    assert shell.type("preview", str(broken)).exit_code == 0
    assert opened[0].fault is not None


def test_nothing_of_a_preview_is_stored(shell: Shell, opened: list[Room]) -> None:
    shell.type("preview", str(shell.talk))
    assert shell.json("attempts") == []
