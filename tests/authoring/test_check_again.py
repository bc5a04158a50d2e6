"""Checking the same files again looks only at what has changed."""

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.authoring import Memory, check
from simulator.authoring.cores import in_order
from simulator.authoring.story import Story
from simulator.packs import Library
from simulator.scenario.findings import Report
from tests.authoring.test_rules import EN, PLAYS, RU, pack, spoil

__all__ = ["pack"]

CHECK = sys.modules["simulator.authoring.check"]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that rules look at, as they do."""
    seen: list[str] = []

    def note(story: Story, _report: Report) -> None:
        seen.append(Path(story.file).name)

    monkeypatch.setattr(CHECK, "RULES", (*CHECK.RULES, note))
    return seen


def codes(pack: Path, memory: Memory) -> list[str]:
    found = check([pack], Library(()), spoken=False, memory=memory).findings
    return [one.code for one in found]


def test_what_has_not_changed_is_looked_at_once(pack: Path, looked: list[str]) -> None:
    memory = Memory()
    assert codes(pack, memory) == codes(pack, memory) == []
    assert sorted(looked) == sorted([RU, EN])


@pytest.mark.parametrize("name", [RU, EN, PLAYS])
def test_a_change_in_any_file_that_belongs_to_it_is_seen(
    pack: Path, looked: list[str], name: str
) -> None:
    memory = Memory()
    codes(pack, memory)
    file = pack / name
    file.write_text("# seen\n" + file.read_text("utf-8"), "utf-8")
    looked.clear()
    codes(pack, memory)
    assert sorted(looked) == sorted([RU, EN])


def test_a_changed_rubric_is_seen(pack: Path, looked: list[str]) -> None:
    memory = Memory()
    codes(pack, memory)
    looked.clear()
    spoil(pack, "rubrics/little.yaml", "weight: 12", "weight: 13")
    codes(pack, memory)
    assert sorted(looked) == sorted([RU, EN])


def test_a_mistake_comes_and_goes(pack: Path) -> None:
    memory = Memory()
    sound = (pack / RU).read_text("utf-8")
    spoil(pack, RU, "to: meeting", "to: nowhere")
    assert codes(pack, memory)
    (pack / RU).write_text(sound, "utf-8")
    assert codes(pack, memory) == []


WORK = """
import os
from simulator.authoring.cores import in_order

def piece(number):
    return lambda: (number, os.getpid())

done = list(in_order([piece(n) for n in range(6)], 2))
print([number for number, _ in done], os.getpid() in {pid for _, pid in done})
try:
    list(in_order([piece(1), lambda: 1 / 0], 2))
except ZeroDivisionError:
    print("told")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no process is copied there")
def test_pieces_are_done_by_other_processes_and_come_in_their_order() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORK], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[0, 1, 2, 3, 4, 5] False\ntold\n"


def test_one_core_does_it_here() -> None:
    assert list(in_order([lambda: 1, lambda: 2], 1)) == [1, 2]


@pytest.mark.skipif(sys.platform == "win32", reason="no process is copied there")
def test_what_is_begun_first_may_come_last() -> None:
    assert list(in_order([lambda: 1, lambda: 2], 2, begun=[1, 0])) == [1, 2]
