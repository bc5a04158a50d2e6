"""Wrong usage gets a sentence and exit code 2, never a traceback."""

import errno
import os
import subprocess
import sys

import pytest

from simulator.store import BusyStoreError
from tests.cli.shell import Shell


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["nosuch"], "No such command 'nosuch'.", id="command"),
        pytest.param(
            ["chek"],
            "There is no command 'chek'. Did you mean 'check'?",
            id="misspelt",
        ),
        pytest.param(["list", "--nosuch"], "No such option '--nosuch'.", id="option"),
        pytest.param(["run"], "Missing argument 'SCENARIO'.", id="argument"),
        pytest.param(["run", "talk"], "Missing option '--answers'.", id="must"),
        pytest.param(
            ["list", "--format", "xml"],
            "Invalid value for '--format': 'xml' is not one of 'text', 'json'.",
            id="choice",
        ),
        pytest.param(
            ["--lang", "de"],
            "Invalid value for '--lang': 'de' is not one of 'ru', 'en'.",
            id="language",
        ),
        pytest.param(
            ["play", "a", "b"], "Got unexpected extra argument (b)", id="too-many"
        ),
    ],
)
def test_wrong_usage_is_said_on_stderr(
    shell: Shell, words: list[str], said: str
) -> None:
    result = shell.type(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["nosuch"], "Нет команды 'nosuch'.", id="command"),
        pytest.param(["list", "--nosuch"], "Нет параметра '--nosuch'.", id="option"),
        pytest.param(["run"], "Не указан аргумент", id="argument"),
        pytest.param(
            ["list", "--format", "xml"],
            "'xml' — не одно из значений 'text', 'json'.",
            id="choice",
        ),
    ],
)
def test_wrong_usage_is_said_in_russian(
    russian: Shell, words: list[str], said: str
) -> None:
    result = russian.type(*words)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--lang", "ru", "list"], id="before-the-command"),
        pytest.param(["list", "--lang", "ru"], id="after-the-command"),
        pytest.param(["list", "--lang=ru"], id="with-an-equals-sign"),
        pytest.param(["--lang", "en", "list", "--lang", "ru"], id="the-last-one-wins"),
    ],
)
def test_the_language_may_stand_before_or_after_the_command(
    shell: Shell, words: list[str]
) -> None:
    assert "Разговор" in shell.type(*words).stdout


@pytest.mark.usefixtures("few_packs")
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--data", "{other}", "doctor"], id="before-the-command"),
        pytest.param(["doctor", "--data", "{other}"], id="after-the-command"),
    ],
)
def test_the_data_folder_may_stand_before_or_after_the_command(
    shell: Shell, words: list[str]
) -> None:
    other = str(shell.data.parent / "other")
    result = shell.type(*(word.format(other=other) for word in words))
    assert f"folder: {other}\n" in result.stdout


def test_an_unforeseen_error_is_a_sentence_and_its_details_a_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.cli.opening.library", lambda _: 1 // 0)
    result = shell.type("list", "--data", str(shell.data / "mine"))
    log = shell.data / "mine" / "errors.log"
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert f"The details are in {log}." in result.stderr
    assert "ZeroDivisionError" in log.read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "The output cannot be written: No space left on device.\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "notes.yaml"),
            "notes.yaml: the system says “Permission denied”.\n",
        ),
        (
            FileNotFoundError(errno.ENOENT, "No such file or directory"),
            "The folder that this was started in is not there any more.\n",
        ),
        (
            OSError(errno.EMFILE, "Too many open files"),
            "The system says “Too many open files”.\n",
        ),
    ],
)
def test_what_the_system_refuses_is_a_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    def refuse(_: object) -> None:
        raise error

    monkeypatch.setattr("simulator.cli.commands.check.write_json", refuse)
    result = shell.type("check", str(shell.talk), "--format", "json", "--quick")
    assert (result.exit_code, result.stderr) == (2, sentence)
    assert not (shell.data / "errors.log").exists()


def test_a_busy_store_is_worth_trying_again(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise BusyStoreError(shell.data)

    monkeypatch.setattr("simulator.store.open_store", busy)
    result = shell.type("attempts")
    assert result.exit_code == 3
    assert "in use by another program" in result.stderr


def test_an_interruption_has_its_own_code(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("simulator.store.open_store", interrupted)
    assert shell.type("attempts").exit_code == 130


def test_a_reader_that_goes_away_ends_the_program_quietly(shell: Shell) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "simulator", "list", "--data", str(shell.data)]
    told = subprocess.run(
        command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (told.returncode, told.stderr) == (0, "")


def test_closed_streams_are_no_reason_to_fall() -> None:
    command = f"{sys.executable} -m simulator --help <&- >&- 2>&-"
    assert subprocess.run(command, shell=True, check=False).returncode == 0


def test_a_data_folder_that_is_a_file_is_a_sentence(shell: Shell) -> None:
    result = shell.type("attempts", "--data", str(shell.talk))
    assert result.exit_code == 2
    assert f"Nothing can be kept in {shell.talk}." in result.stderr


def test_text_comes_out_even_where_only_ascii_is_spoken(shell: Shell) -> None:
    command = [sys.executable, "-m", "simulator", "list", "--lang", "ru"]
    told = subprocess.run(
        [*command, "--data", str(shell.data)],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        stdout=subprocess.PIPE,
        check=True,
    )
    assert "Разговор" in told.stdout.decode()


def test_what_an_encoding_lacks_is_replaced_in_text_and_escaped_in_json(
    shell: Shell,
) -> None:
    text = shell.talk.read_text("utf-8").replace("title: Разговор", "title: Ὁ Χ")
    shell.talk.write_text(text, "utf-8")
    command = [sys.executable, "-m", "simulator", "list", "--lang", "ru"]
    shown, written = (
        subprocess.run(
            [*command, "--data", str(shell.data), "--format", form],
            env={**os.environ, "PYTHONIOENCODING": "cp1251"},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout.decode("cp1251")
        for form in ("text", "json")
    )
    assert "? ?" in shown
    assert r"\u1f49 \u03a7" in written
