"""Killed at any moment, two at once: what was acknowledged is there."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.store import FILE, open_store

WRITER = """
import sys
from pathlib import Path
from simulator.store import Standing, open_store
from tests.store.shelf import AT, TEXT, header, said

folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
store = open_store(folder)
store.create(header(name), TEXT, [said(0)], Standing(turns=1), AT)
for number in range(1, count):
    store.append(name, number, [said(number)], Standing(turns=number), AT)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""
ROOT = Path(__file__).resolve().parents[2]


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    """Start a program that keeps events and says each once it is committed."""
    return subprocess.Popen(
        (sys.executable, "-c", WRITER, str(folder), name, str(count)),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("after", [1, 7, 40, 150])
def test_a_killed_program_loses_nothing_that_was_acknowledged(
    tmp_path: Path, after: int
) -> None:
    process = writer(tmp_path, "a1", 100_000)
    assert process.stdout is not None
    acknowledged = 0
    for line in process.stdout:
        acknowledged = int(line)
        if acknowledged >= after:
            os.kill(process.pid, signal.SIGKILL)
            break
    acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
    process.wait()
    process.stdout.close()
    store = open_store(tmp_path)
    store.check()
    assert len(store.events("a1")) >= acknowledged + 1


def test_two_programs_may_begin_at_the_same_moment_and_both_are_kept(
    tmp_path: Path,
) -> None:
    both = [writer(tmp_path, name, 60) for name in ("one", "two")]
    for process in both:
        process.communicate(timeout=60)
        assert process.returncode == 0
    store = open_store(tmp_path)
    assert {len(store.events(name)) for name in ("one", "two")} == {60}
    assert (tmp_path / FILE).exists()
