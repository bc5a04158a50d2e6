"""Mistakes in files: findings on stdout, an exit code, every file told once."""

import json
import os
from gettext import NullTranslations
from pathlib import Path

import pytest

from simulator.cli.door import run
from simulator.cli.findings import as_lines, excerpt
from simulator.scenario.findings import Finding, Severity
from tests.cli.shell import Shell


def spoil(shell: Shell, old: str, new: str) -> None:
    """Change the first place of the little story where some words stand."""
    text = shell.talk.read_text("utf-8")
    assert old in text
    shell.talk.write_text(text.replace(old, new, 1), "utf-8")


def test_a_clean_pack_is_fine(shell: Shell) -> None:
    result = shell.type("check", str(shell.data / "packs" / "little"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "6 files checked, 0 findings.\n"


def test_findings_are_lines_with_place_code_and_remedy(shell: Shell) -> None:
    spoil(shell, "to: wall", "to: wal")
    result = shell.type("check", str(shell.talk))
    assert result.exit_code == 1
    assert result.stdout == (
        f"{shell.talk}:42:13: error SCN201: there is no scene or ending `wal`. Did "
        "you mean `wall`? `stay` keeps the talk in its scene.\n"
    )


def test_findings_are_json_with_these_keys(shell: Shell) -> None:
    spoil(shell, "to: wall", "to: wal")
    result = shell.type("check", str(shell.talk), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {
            "file": str(shell.talk),
            "line": 42,
            "column": 13,
            "code": "SCN201",
            "severity": "error",
            "message": "there is no scene or ending `wal`",
            "remedy": "Did you mean `wall`? `stay` keeps the talk in its scene.",
        }
    ]


def test_warnings_alone_are_fine(shell: Shell) -> None:
    spoil(shell, "to: circle\nstart", "to: kept\nstart")
    (shell.talk.parent / "talk.en.yaml").unlink()
    (shell.talk.parent / "talk.playthroughs.yaml").unlink()
    result = shell.type("check", str(shell.talk))
    assert "warning SCN802: nothing leads to the ending `circle`" in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize("name", ["nosuch.yaml", "nosuch"])
def test_a_path_that_is_not_there_is_a_sentence(shell: Shell, name: str) -> None:
    result = shell.type("check", str(shell.data / name))
    assert result.exit_code == 2
    assert f"{name} cannot be read" in result.stderr


def test_a_folder_called_like_a_file_is_looked_into(shell: Shell) -> None:
    folder = shell.data / "folder.yaml"
    folder.mkdir()
    result = shell.type("check", str(folder))
    assert result.exit_code == 2
    assert "There is no YAML file there." in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_is_not_waited_for(shell: Shell) -> None:
    pipe = shell.data / "pipe.yaml"
    os.mkfifo(pipe)
    result = shell.type("check", str(pipe))
    assert result.exit_code == 2
    assert "pipe.yaml cannot be read" in result.stderr


def test_a_file_of_fifty_megabytes_is_a_finding_at_once(shell: Shell) -> None:
    big = shell.data / "big.yaml"
    with big.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    result = shell.type("check", str(big))
    assert result.exit_code == 1
    assert "SCN001" in result.stdout


def test_every_unreadable_path_is_told_beside_the_findings_of_others(
    shell: Shell,
) -> None:
    spoil(shell, "to: wall", "to: wal")
    result = shell.type("check", str(shell.talk), "a.yaml", "b.yaml")
    assert result.exit_code == 2
    assert "SCN201" in result.stdout
    assert "a.yaml cannot be read" in result.stderr
    assert "b.yaml cannot be read" in result.stderr


def test_escape_characters_in_a_file_never_reach_the_terminal(shell: Shell) -> None:
    spoil(shell, "to: wall", 'to: "wa\x1b[31mll"')
    result = shell.type("check", str(shell.talk))
    assert "\x1b" not in result.output


def test_escape_characters_in_a_path_never_reach_the_terminal_either(
    shell: Shell,
) -> None:
    result = shell.type("check", "\x1b[31mred.yaml")
    assert result.exit_code == 2
    assert "\x1b" not in result.output
    bad = shell.talk.with_name("\x9b31m.yaml")
    bad.write_text("a: 1\n", "utf-8")
    told = shell.type("check", str(bad), "--format", "json").stdout
    assert "\x9b" not in told
    assert json.loads(told)[0]["file"] == str(bad)


def test_a_finding_is_said_in_the_language_asked_for(russian: Shell) -> None:
    spoil(russian, "to: wall", "to: wal")
    result = russian.type("check", str(russian.talk))
    assert result.stderr == "Проверен 1 файл, 1 замечание.\n"


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        pytest.param("to: wal", 5, ["  to: wal", "      ^"], id="short"),
        pytest.param("\tto: wal", 2, ["   to: wal", "   ^"], id="tab"),
        pytest.param(
            "a" * 100 + "x" + "b" * 100,
            101,
            ["  " + "a" * 50 + "x" + "b" * 25, "  " + " " * 50 + "^"],
            id="long",
        ),
    ],
)
def test_the_place_is_shown_with_a_caret(
    line: str, column: int, shown: list[str]
) -> None:
    assert excerpt([line], 1, column) == shown


FOUND = Finding(
    file="talk.yaml",
    line=4,
    column=2,
    code="SCN201",
    severity=Severity.ERROR,
    message="there is no scene or ending `{name}`",
    remedy="Write `stay-here-for-ever` to stay.",
    params={"name": "wal"},
)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        pytest.param(
            None,
            [
                "talk.yaml:4:2: error SCN201: there is no scene or ending `wal`. "
                "Write `stay-here-for-ever` to stay."
            ],
            id="for-a-program",
        ),
        pytest.param(
            40,
            [
                "talk.yaml:4:2: error SCN201: there is no",
                "    scene or ending `wal`. Write",
                "    `stay-here-for-ever` to stay.",
            ],
            id="terminal",
        ),
        pytest.param(
            20,
            [
                "talk.yaml:4:2: error",
                "    SCN201: there is",
                "    no scene or",
                "    ending `wal`.",
                "    Write",
                "    `stay-here-for-ever`",
                "    to stay.",
            ],
            id="an-id-stays-whole",
        ),
    ],
)
def test_a_finding_is_broken_between_words_to_the_width_of_a_terminal(
    width: int | None, lines: list[str]
) -> None:
    (told,) = as_lines([FOUND], NullTranslations(), None, width)
    assert told.split("\n") == lines


def test_the_comment_of_the_help_page_can_be_copied(shell: Shell) -> None:
    comment = "    # whose-client: ignore SCN861 the talk is about figures\n"
    assert comment in shell.type("check", "--help").stdout


def test_without_a_place_nothing_is_shown() -> None:
    assert excerpt(["a"], None, None) == []
    assert excerpt(["a"], 7, 1) == []


def test_checking_changes_no_file(shell: Shell) -> None:
    def contents() -> dict[Path, bytes]:
        packs = shell.data / "packs"
        files = [path for path in packs.rglob("*") if path.is_file()]
        return {path: path.read_bytes() for path in files}

    before = contents()
    shell.type("check", str(shell.data))
    assert contents() == before


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(["check", "{talk}"], 1, id="with-findings"),
        pytest.param(["check", "{pack}"], 0, id="without"),
    ],
)
def test_a_check_ends_its_process_without_freeing_what_it_read(
    shell: Shell, command: list[str], code: int
) -> None:
    left: list[int] = []
    if code:
        spoil(shell, "to: wall", "to: wal")
    places = {"talk": shell.talk, "pack": shell.data / "packs" / "little"}
    words = [one.format(**places) for one in command]
    run(["--data", str(shell.data), "--lang", "en", *words], left.append)
    assert left == [code]
    run(["list", "--lang", "en"], left.append)
    assert left == [code], "other commands end as every program does"


def test_a_file_named_in_several_ways_is_checked_once(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(shell, "to: wall", "to: wal")
    monkeypatch.chdir(shell.talk.parent)
    paths = ("talk.yaml", "./talk.yaml", f"../{shell.talk.parent.name}/talk.yaml")
    result = shell.type("check", *paths, str(shell.talk))
    assert result.stderr == "1 file checked, 1 finding.\n"
    assert result.stdout.startswith("talk.yaml:42:13: error SCN201")


def test_a_folder_that_may_not_be_looked_into_is_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shell.talk.parent
    monkeypatch.setattr(os, "access", lambda path, mode: path != folder)
    result = shell.type("check", str(folder), "--quick")
    assert result.exit_code == 2
    assert f"{folder} cannot be read: it may not be read." in result.stderr
