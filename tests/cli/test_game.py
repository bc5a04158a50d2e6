"""Where the game opens: on screens where they can be drawn, in lines elsewhere."""

import io
import os
from pathlib import Path

import pytest

from simulator.cli.game import wants_lines
from simulator.cli.habits import recalled, remember
from simulator.cli.settings import Settings
from simulator.tui.game import Habits
from tests.cli.shell import Shell


class Terminal(io.StringIO):
    """A stream with a person at its end."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("plain", "term", "source", "target", "lines"),
    [
        pytest.param(False, "xterm", Terminal, Terminal, False, id="a-terminal"),
        pytest.param(True, "xterm", Terminal, Terminal, True, id="asked-for"),
        pytest.param(False, "dumb", Terminal, Terminal, True, id="dumb"),
        pytest.param(False, "xterm", io.StringIO, Terminal, True, id="from-a-pipe"),
        pytest.param(False, "xterm", Terminal, io.StringIO, True, id="into-a-pipe"),
    ],
)
def test_lines_are_for_where_screens_cannot_be_drawn(
    plain: bool,
    term: str,
    source: type[io.StringIO],
    target: type[io.StringIO],
    lines: bool,
) -> None:
    settings = Settings(None, plain, colour=True)
    assert wants_lines(settings, {"TERM": term}, source(), target()) is lines


def test_without_a_command_the_first_screen_opens(shell: Shell) -> None:
    result = shell.type(lines="q\n")
    assert result.exit_code == 0
    assert result.stdout.startswith("Whose client?\n\n1. Play\n")


def test_a_talk_goes_on_after_the_input_has_ended(shell: Shell) -> None:
    first = shell.type("play", "talk", lines="1\n1\n")
    assert first.exit_code == 0
    assert first.stdout.endswith("Everything you answered is kept.\n")
    assert "1. Continue: The talk, 1 turn played" in shell.type(lines="q\n").stdout


def test_a_scenario_that_is_not_there_is_said_before_anything_opens(
    shell: Shell,
) -> None:
    result = shell.type("play", "tlak")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean “talk”?" in result.stderr


def test_a_scenario_with_mistakes_is_said_with_what_to_do(shell: Shell) -> None:
    shell.talk.write_text("format: 1\n", "utf-8")
    result = shell.type("play", str(shell.talk))
    assert result.exit_code == 2
    assert f"“whose-client check {shell.talk}” tells them all." in result.stderr


def test_a_talk_saved_to_a_file_is_taken_in_and_goes_on(
    shell: Shell, tmp_path: Path
) -> None:
    from simulator.cli.opening import sessions
    from simulator.engine import Choose

    file = tmp_path / "saved.json"
    settings = Settings(tmp_path / "elsewhere", plain=True, colour=True)
    attempt = sessions(settings).start(str(shell.talk), "ru", seed=1)
    attempt.answer(Choose("ask"))
    attempt.save_elsewhere(file)
    result = shell.type("play", str(file), lines="q\n")
    assert result.exit_code == 0
    assert "1. Continue: Разговор, 1 turn played" in result.stdout


def test_a_file_that_is_no_saved_talk_is_said_to_be_none(shell: Shell) -> None:
    file = shell.data / "saved.json"
    file.write_text("{}", "utf-8")
    result = shell.type("play", str(file))
    assert result.exit_code == 2
    assert "is not a talk that this program has kept." in result.stderr


def test_the_language_chosen_in_the_game_is_the_games_next_time(shell: Shell) -> None:
    environment = {"WHOSE_CLIENT_LANG": "", "LC_ALL": "en_GB.UTF-8"}
    shell.type(lines="4\nq\n", env=environment)
    assert recalled(shell.data / "habits.json") == {"language": "ru"}
    again = shell.type(lines="q\n", env=environment)
    assert again.stdout.startswith("Чей клиент?")
    asked = shell.type("--lang", "en", lines="q\n", env=environment)
    assert asked.stdout.startswith("Whose client?")


def test_screens_are_opened_with_what_is_remembered_and_asked_for(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []

    def run_app(
        _: object, __: object, habits: object, *___: object, **more: object
    ) -> int:
        opened.extend([habits, more["scenario"], os.environ.get("NO_COLOR")])
        assert callable(more["open_unkept"])
        return 0

    remember(shell.data / "habits.json", language="ru", theme="light")
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setattr("simulator.cli.game.wants_lines", lambda *_: False)
    monkeypatch.setattr("simulator.tui.app.run_app", run_app)
    environment = {"WHOSE_CLIENT_LANG": "", "LC_ALL": "en_GB.UTF-8"}
    result = shell.type("play", "talk", "--no-color", env=environment)
    assert result.exit_code == 0
    assert opened == [Habits("ru", "light"), "talk", "1"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a-list"),
        pytest.param('{"language": "de"}', id="a-language-we-lack"),
        pytest.param('{"language": 3}', id="a-number"),
    ],
)
def test_broken_habits_are_forgotten(tmp_path: Path, body: str) -> None:
    file = tmp_path / "habits.json"
    file.write_text(body, "utf-8")
    assert recalled(file) == {}


def test_habits_that_cannot_be_kept_are_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    remember(tmp_path / "file" / "habits.json", language="ru")
