"""`export xapi`: attempts to stdout, into a file, to a record store."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from simulator.store import FILE
from tests.cli.shell import Shell
from tests.lrs.fake import (
    Deed,
    Fake,
    Handler,
    at_most,
    but_not,
    hang_up,
    running,
    status,
    take_and_hang_up,
)

SECRET = {"WHOSE_CLIENT_LRS_SECRET": "s3cr3t"}
WHOLE = 13
"""Statements of a talk of two replies with a good ending."""


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr("simulator.cli.xapi.sending.sleep", lambda _: None)
    with running() as one:
        yield one


@pytest.fixture
def played(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr("simulator.clock.new_seed", lambda: 1)
    play(shell)
    return shell


pytestmark = pytest.mark.usefixtures("few_packs")


def play(shell: Shell, lines: str = "1\n2\n1\n3\nq\n") -> None:
    assert shell.type("play", "talk", lines=lines).exit_code == 0


def send(shell: Shell, fake: Fake, *more: str) -> Result:
    return shell.type(
        "export", "xapi", "--to", fake.url, "--key", "k", *more, env=SECRET
    )


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


def test_a_store_is_sent_everything_once(played: Shell, fake: Fake) -> None:
    result = send(played, fake)
    assert (result.exit_code, result.stderr) == (0, f"{WHOLE} statements were taken.\n")
    assert list(fake.kept) == ids(played)
    assert send(played, fake).stderr == "0 statements were taken.\n"
    assert len(fake.asked) == 1


def test_a_talk_that_goes_on_is_sent_from_where_it_was(
    played: Shell, fake: Fake
) -> None:
    play(played, "1\n1\nq\nq\n")
    send(played, fake)
    before = set(fake.kept)
    play(played, "1\n1\n3\nq\n")
    result = send(played, fake, "--since", "last")
    assert result.exit_code == 0, result.stderr
    assert not before & set(fake.asked[-1])
    assert set(fake.kept) == set(ids(played))


def test_again_sends_it_again_and_nothing_is_there_twice(
    played: Shell, fake: Fake
) -> None:
    send(played, fake)
    assert send(played, fake, "--again").stderr == f"{WHOLE} statements were taken.\n"
    assert len(fake.kept) == WHOLE
    assert fake.asked[0] == fake.asked[1]


def test_what_one_store_has_taken_is_sent_to_another(played: Shell, fake: Fake) -> None:
    send(played, fake)
    with running() as other:
        send(played, other)
    assert other.kept == fake.kept


@pytest.mark.parametrize(
    "deeds",
    [
        pytest.param([status(500)], id="broken"),
        pytest.param([status(429, Retry_After="3"), status(503)], id="too-busy"),
        pytest.param([hang_up], id="hung-up"),
        pytest.param([take_and_hang_up], id="took-and-hung-up"),
        pytest.param([take_and_hang_up] * 5, id="took-and-hung-up-again-and-again"),
        pytest.param([status(413)], id="too-large"),
    ],
)
def test_a_store_in_trouble_has_everything_in_the_end(
    played: Shell, fake: Fake, deeds: list[Deed]
) -> None:
    fake.deeds = list(deeds)
    result = send(played, fake)
    assert result.exit_code == 0, result.stderr
    assert set(fake.kept) == set(ids(played))
    assert send(played, fake).stderr == "0 statements were taken.\n"


def test_it_says_why_it_waits(played: Shell, fake: Fake) -> None:
    fake.deeds = [status(429, b"slow down", Retry_After="3")]
    told = send(played, fake).stderr
    assert "does not take it now (429 slow down). Trying again in 3 s." in told


def test_small_batches_are_found_out(played: Shell, fake: Fake) -> None:
    fake.always = at_most(2)
    assert send(played, fake).exit_code == 0
    assert len(fake.kept) == WHOLE


def test_a_refused_statement_is_told_and_sent_again_next_time(
    played: Shell, fake: Fake
) -> None:
    fake.always = but_not("updated")
    result = send(played, fake)
    assert result.exit_code == 1
    assert f"{WHOLE - 1} statements were taken." in result.stderr
    assert "1 was refused (400 I do not like this verb)." in result.stderr
    fake.always = None
    assert send(played, fake).stderr == "1 statement was taken.\n"
    assert set(fake.kept) == set(ids(played))


def test_another_name_later_changes_nothing_there(played: Shell, fake: Fake) -> None:
    send(played, fake)
    before = json.dumps(fake.kept)
    result = send(played, fake, "--again", "--name", "Olga")
    assert result.exit_code == 0
    assert f"{WHOLE} were there already in other words" in result.stderr
    assert json.dumps(fake.kept) == before


@pytest.mark.parametrize(
    ("deed", "code", "says"),
    [
        pytest.param(status(401), 2, "does not accept the key", id="401"),
        pytest.param(status(404), 2, "There is no record store", id="404"),
        pytest.param(
            status(200, b"<p>Hello"), 2, "There is no record store", id="page"
        ),
        pytest.param(status(301, Location="/x"), 2, "sends on to /x", id="301"),
        pytest.param(status(500), 3, "goes on from there", id="500-for-ever"),
        pytest.param(hang_up, 3, "goes on from there", id="hangs-up-for-ever"),
        pytest.param(
            status(429, Retry_After="9999"), 3, "goes on from there", id="429"
        ),
    ],
)
def test_a_store_that_cannot_is_told_and_goes_on_next_time(
    played: Shell, fake: Fake, deed: Deed, code: int, says: str
) -> None:
    fake.always = deed
    result = send(played, fake)
    assert result.exit_code == code, result.stderr
    assert says in result.stderr
    assert "s3cr3t" not in result.output
    fake.always = None
    assert send(played, fake).exit_code == 0
    assert set(fake.kept) == set(ids(played))


def test_ctrl_c_is_told_and_goes_on_next_time(
    played: Shell, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.lrs.delivery.MOST", 5)
    fake.deeds = [Handler.take, status(503)]

    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("simulator.cli.xapi.sending.sleep", interrupted)
    result = send(played, fake)
    assert result.exit_code == 130
    assert "5 statements were taken.\n\nInterrupted." in result.stderr
    assert send(played, fake).exit_code == 0
    assert list(fake.kept) == ids(played)
    assert fake.asked[2][0] not in fake.asked[0]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_program_goes_on_next_time(played: Shell, fake: Fake) -> None:
    """It dies when the store has taken everything and has not said so yet."""
    taken = threading.Event()

    def take_and_say_nothing(handler: Handler, statements: list[Any]) -> None:
        handler.fake.kept.update({one["id"]: one for one in statements})
        taken.set()
        handler.rfile.read(1)

    fake.deeds = [take_and_say_nothing]
    words = ("--data", str(played.data), "export", "xapi", "--to", fake.url)
    process = subprocess.Popen((sys.executable, "-m", "simulator", *words))
    assert taken.wait(60)
    process.kill()
    process.wait()
    kept = dict(fake.kept)
    assert len(kept) == WHOLE
    assert send(played, fake).stderr == f"{WHOLE} statements were taken.\n"
    assert fake.kept == kept


def test_an_attempt_that_is_damaged_keeps_back_no_other(
    played: Shell, fake: Fake
) -> None:
    play(played)
    damaged = played.json("attempts")[0]["id"]
    with sqlite3.connect(played.data / FILE) as store:
        store.execute("UPDATE events SET body = '{' WHERE attempt = ?", (damaged,))
    result = send(played, fake)
    assert result.exit_code == 1
    assert f"could not be read: 1 ({damaged})" in result.stderr
    assert len(fake.kept) == WHOLE


def test_an_attempt_that_does_not_fit_its_scenario_keeps_back_no_other(
    played: Shell, fake: Fake
) -> None:
    play(played)
    damaged = played.json("attempts")[0]["id"]
    with sqlite3.connect(played.data / FILE) as store:
        other = "UPDATE events SET body = replace(body, 'opening', 'gone')"
        store.execute(f"{other} WHERE attempt = ?", (damaged,))
    result = send(played, fake)
    assert (result.exit_code, len(fake.kept)) == (1, WHOLE)
    assert f"could not be read: 1 ({damaged})" in result.stderr


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


def test_the_secret_is_kept_nowhere(played: Shell, fake: Fake) -> None:
    send(played, fake)
    files = [one for one in played.data.rglob("*") if one.is_file()]
    assert not any(b"s3cr3t" in one.read_bytes() for one in files)
    assert any(fake.url.encode() in one.read_bytes() for one in files)


def test_who_played_is_the_same_number_every_time_and_a_name_only_if_told(
    played: Shell,
) -> None:
    first, second = (played.type("export", "xapi").stdout for _ in range(2))
    nobody: Any = json.loads(first.splitlines()[0])["actor"]
    assert nobody == json.loads(second.splitlines()[0])["actor"]
    assert len(nobody["account"]["name"]) == 32
    named = played.type("export", "xapi", "--name", " Olga ").stdout
    assert json.loads(named.splitlines()[0])["actor"] == {**nobody, "name": "Olga"}


def test_it_speaks_russian(played: Shell, fake: Fake) -> None:
    told = send(played, fake, "--lang", "ru")
    assert told.stderr == f"Принято {WHOLE} записей.\n"


def ids(shell: Shell) -> list[str]:
    lines = shell.type("export", "xapi").stdout.splitlines()
    return [json.loads(line)["id"] for line in lines]
