"""`export xapi`: attempts to a record store, in good times and in bad."""

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.store import FILE
from tests.cli.exporting import WHOLE, ids, play, send
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


def test_another_machine_that_took_everything_in_sends_only_what_is_new(
    played: Shell, fake: Fake, tmp_path: Path
) -> None:
    send(played, fake)
    other, archive = Shell(tmp_path / "other"), str(tmp_path / "mine.zip")
    assert played.type("data", "export", archive).exit_code == 0
    assert other.type("data", "import", archive).exit_code == 0
    assert send(other, fake).stderr == "0 statements were taken.\n"
    play(other)
    assert send(other, fake).stderr == f"{WHOLE} statements were taken.\n"
    accounts = {one["actor"]["account"]["name"] for one in fake.kept.values()}
    assert len(accounts) == 1


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


def test_the_secret_is_kept_nowhere(played: Shell, fake: Fake) -> None:
    send(played, fake)
    files = [one for one in played.data.rglob("*") if one.is_file()]
    assert not any(b"s3cr3t" in one.read_bytes() for one in files)
    assert any(fake.url.encode() in one.read_bytes() for one in files)


def test_it_speaks_russian(played: Shell, fake: Fake) -> None:
    told = send(played, fake, "--lang", "ru")
    assert told.stderr == f"Принято {WHOLE} записей.\n"
