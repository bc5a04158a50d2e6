"""Killed at any moment, two at once: what was acknowledged is there."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.store import FILE, Standing, open_store
from tests.store.shelf import LATER, filled, said

WRITER = """
import sys
from pathlib import Path
from simulator.store import Standing, open_store
from tests.store.shelf import AT, TEXT, header, said

folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdout.write("0\\n")
sys.stdout.flush()
sys.stdin.readline()
store = open_store(folder)
store.create(header(name), TEXT, [said(0)], Standing(turns=1), AT)
for number in range(1, count):
    store.append(name, number, [said(number)], Standing(turns=number), AT)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""
ROOT = Path(__file__).resolve().parents[2]


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    """Start a program that keeps events and says each once it is committed.

    It has loaded everything, and waits for a line before it opens the store.
    """
    process = subprocess.Popen(
        (sys.executable, "-c", WRITER, str(folder), name, str(count)),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    return process


def let_go(process: subprocess.Popen[str]) -> None:
    """Let a waiting program open the store."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 40, 150])
def test_a_killed_program_loses_nothing_that_was_acknowledged(
    tmp_path: Path, after: int
) -> None:
    process = writer(tmp_path, "a1", 100_000)
    let_go(process)
    assert process.stdout is not None
    acknowledged = 0
    for line in process.stdout:
        acknowledged = int(line)
        if acknowledged >= after:
            os.kill(process.pid, signal.SIGKILL)
            break
    acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
    process.communicate()
    store = open_store(tmp_path)
    store.check()
    kept = store.events("a1")
    assert len(kept) >= acknowledged + 1
    assert kept == tuple(said(n) for n in range(len(kept)))
    store.append("a1", len(kept), [said(-1)], Standing(turns=1), LATER)
    assert store.events("a1") == (*kept, said(-1))


@pytest.mark.parametrize("times", range(3))
def test_programs_that_make_a_store_at_the_same_moment_lose_nothing(
    tmp_path: Path, times: int
) -> None:
    folder = tmp_path / "brand" / "new"
    names = ("one", "two", "three", "four")
    programs = [writer(folder, name, 30) for name in names]
    for process in programs:
        let_go(process)
    for process in programs:
        process.communicate(timeout=60)
        assert process.returncode == 0
    store = open_store(folder)
    store.check()
    assert store.journal == "wal"
    assert [kept.standing.turns for kept in store.attempts()] == [29] * 4
    expected = tuple(said(n) for n in range(30))
    assert all(store.events(name) == expected for name in names)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("PRAGMA journal_mode = WAL", id="with-its-log"),
        pytest.param("PRAGMA user_version = 0", id="empty"),
    ],
)
def test_a_store_that_was_killed_before_it_had_tables_gets_them(
    tmp_path: Path, statement: str
) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute(statement)
    connection.close()
    assert filled(tmp_path).events("a1") == (said(0),)
