"""`export xapi`: attempts to stdout and into a file."""

import json
import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from simulator.store import FILE
from tests.cli.exporting import WHOLE, play
from tests.cli.shell import Shell


@pytest.fixture
def played(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    play(shell)
    return shell


pytestmark = pytest.mark.usefixtures("few_packs")


def verbs(lines: str) -> list[str]:
    found = [json.loads(line) for line in lines.splitlines()]
    return [one["verb"]["id"].rsplit("/", 1)[1] for one in found]


def test_without_a_target_statements_go_to_stdout(played: Shell) -> None:
    result = played.type("export", "xapi")
    assert (result.exit_code, result.stderr) == (0, "")
    told = verbs(result.stdout)
    assert len(told) == WHOLE
    assert told[:3] == ["initialized", "arrived", "answered"]
    assert told[-2:] == ["completed", "passed"]


def test_nothing_played_is_nothing_told(shell: Shell) -> None:
    result = shell.type("export", "xapi")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_file_has_a_statement_a_line_and_a_json_file_one_list(
    played: Shell, tmp_path: Path
) -> None:
    lines, whole = tmp_path / "talks.jsonl", tmp_path / "talks.json"
    told = played.type("export", "xapi", "--to", str(lines))
    assert told.stderr == f"{WHOLE} statements in {lines}.\n"
    played.type("export", "xapi", "--to", str(whole))
    each = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    assert json.loads(whole.read_text("utf-8")) == each


def test_an_empty_list_is_a_list(shell: Shell, tmp_path: Path) -> None:
    shell.type("export", "xapi", "--to", str(tmp_path / "none.json"))
    assert json.loads((tmp_path / "none.json").read_text()) == []


def test_a_second_export_is_the_same_to_the_byte(played: Shell) -> None:
    first = played.type("export", "xapi").stdout
    assert played.type("export", "xapi").stdout == first


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be changed")
def test_another_time_zone_changes_nothing(
    played: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = played.type("export", "xapi").stdout
    try:
        monkeypatch.setenv("TZ", "Asia/Vladivostok")
        time.tzset()
        assert played.type("export", "xapi").stdout == first
    finally:
        monkeypatch.undo()
        time.tzset()
    assert all(
        one["timestamp"].endswith("Z")
        for one in map(json.loads, first.split("\n")[:-1])
    )


def test_a_full_disk_leaves_the_file_that_was_there(
    played: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "talks.jsonl"
    path.write_text("before\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = played.type("export", "xapi", "--to", str(path))
    assert result.exit_code == 2
    assert "cannot be written: No space left on device" in result.stderr
    assert path.read_text() == "before\n"
    assert [one.name for one in tmp_path.glob("talks*")] == ["talks.jsonl"]


def test_an_interrupted_file_leaves_no_half(
    played: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    result = played.type("export", "xapi", "--to", str(tmp_path / "talks.jsonl"))
    assert result.exit_code == 130
    assert not list(tmp_path.glob("talks*"))


@pytest.mark.parametrize(
    ("since", "count"),
    [("2000-01-01", WHOLE), ("2999-01-01", 0), ("2000-01-01T10:00+03:00", WHOLE)],
)
def test_since_chooses_attempts_by_when_they_were_played(
    played: Shell, since: str, count: int
) -> None:
    result = played.type("export", "xapi", "--since", since)
    assert len(result.stdout.splitlines()) == count


@pytest.mark.parametrize("since", ["yesterday", "2026-13-01", ""])
def test_what_is_no_moment_is_told(played: Shell, since: str) -> None:
    result = played.type("export", "xapi", "--since", since)
    assert result.exit_code == 2
    assert "--since takes a date" in result.stderr


def test_since_last_is_for_a_record_store(played: Shell) -> None:
    result = played.type("export", "xapi", "--since", "last")
    assert result.exit_code == 2
    assert "for a record store" in result.stderr


def test_a_clock_that_was_set_back_does_not_turn_a_talk_round(played: Shell) -> None:
    with sqlite3.connect(played.data / FILE) as store:
        store.execute("UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE seq > 4")
        store.execute("UPDATE events SET at = 'no time' WHERE seq = 3")
    told = [
        json.loads(line) for line in played.type("export", "xapi").stdout.splitlines()
    ]
    times = [one["timestamp"] for one in told]
    assert times == sorted(times)
    assert not any(one.startswith("2020") for one in times)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--to", "ftp://x.example"), "That is no address of a record store"),
        (("--to", "https://a:b@x.example"), "Leave the key and the secret out"),
        (("--to", "https://x.example", "--key", "k"), "give both"),
        (("--to", "x.example/xapi", "--key", "k"), "no address of a record store"),
        (("--to", "x.jsonl", "--again"), "for a record store"),
    ],
)
def test_what_is_typed_wrong_is_told(
    played: Shell, words: tuple[str, ...], says: str
) -> None:
    result = played.type("export", "xapi", *words)
    assert result.exit_code == 2
    assert says in result.stderr


def test_who_played_is_the_same_number_every_time_and_a_name_only_if_told(
    played: Shell,
) -> None:
    first, second = (played.type("export", "xapi").stdout for _ in range(2))
    nobody: Any = json.loads(first.splitlines()[0])["actor"]
    assert nobody == json.loads(second.splitlines()[0])["actor"]
    assert len(nobody["account"]["name"]) == 32
    named = played.type("export", "xapi", "--name", " Olga ").stdout
    assert json.loads(named.splitlines()[0])["actor"] == {**nobody, "name": "Olga"}
