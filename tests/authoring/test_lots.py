"""A check that is divided between cores finds what one core finds."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.lots import divided
from simulator.scenario.findings import MOST_FINDINGS
from tests.authoring.small import small

BASE = Path(__file__).parents[2] / "scenarios" / "base"
SOME = ("client-x", "client-x-meeting", "big-name", "no-deputy")

CHECK = """
import json, os, signal, sys
from msgspec.structs import astuple
from pathlib import Path
import simulator.authoring.check
from simulator.authoring import Memory, check
from simulator.packs import Library

folder, what, this = Path(sys.argv[1]), sys.argv[2], os.getpid()
pids = Path(sys.argv[3])

def note(story, report):
    with pids.open("a") as file:
        file.write(f"{os.getpid()}\\n")
    if what == "killed" and os.getpid() != this:
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "fails" and os.getpid() != this:
        1 / 0

def found(cores):
    memory = Memory(lasting=False)
    done = check([folder], Library(()), spoken=False, cores=cores, memory=memory)
    unreadable = [str(one) for one in done.unreadable]
    return [astuple(one) for one in done.findings], done.files, unreadable

module = sys.modules["simulator.authoring.check"]
module.RULES = (*module.RULES, note)
print(json.dumps([found(cores) for cores in map(int, sys.argv[4:])]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with scenarios that need each other, and with mistakes."""
    made = tmp_path / "many"
    made.mkdir()
    for part in ("rubrics", "rulebooks"):
        shutil.copytree(BASE / part, made / part)
    for name in ("pack.yaml", "drills.yaml"):
        shutil.copy(BASE / name, made)
    for name in SOME:
        for file in BASE.glob(f"{name}.*"):
            shutil.copy(file, made)
    (made / "client-x.en.yaml").rename(made / "abroad.yaml")
    shutil.copy(made / "big-name.yaml", made / "the-same-again.yaml")
    stray = (made / "no-deputy.playthroughs.yaml").read_text("utf-8")
    stray = stray.replace("scenario: no-deputy", "scenario: nowhere")
    (made / "stray.playthroughs.yaml").write_text(stray, "utf-8")
    _spoil(made / "no-deputy.playthroughs.yaml", "ends: ", "ends: none #")
    _spoil(made / "client-x-meeting.playthroughs.yaml", "carried: [", "carried: [air, ")
    _spoil(made / "big-name.yaml", "title: ", "title: TODO ")
    (made / "broken.yaml").write_text("id: [", "utf-8")
    (made / "closed.yaml").mkdir()
    return made


def _spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def found(folder: Path, *cores: int, what: str = "") -> tuple[Any, int]:
    """Return what checks find, one after the other, and in how many processes."""
    pids = folder.parent / "pids"
    done = subprocess.run(
        [sys.executable, "-c", CHECK, folder, what, pids, *map(str, cores)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return json.loads(done.stdout), len(set(pids.read_text().split()))


def test_several_cores_find_what_one_finds(folder: Path) -> None:
    (alone, *others), _ = found(folder, 1, 2, 3)
    findings, _, unreadable = alone
    assert {"SCN833", "SCN844", "SCN847", "SCN852", "SCN903"} <= {
        one[3] for one in findings
    }
    assert len(unreadable) == 1
    assert others == [alone, alone]


@pytest.mark.skipif(sys.platform == "win32", reason="no process is copied there")
@pytest.mark.parametrize("what", ["goes-on", "killed", "fails"])
def test_a_lost_process_costs_time_and_no_finding(folder: Path, what: str) -> None:
    (several, alone), processes = found(folder, 2, 1, what=what)
    assert processes == len(("this", "the other"))
    assert several == alone


def test_a_scenario_whose_files_were_not_taken_for_its_own_is_checked_whole(
    folder: Path,
) -> None:
    _spoil(folder / "abroad.yaml", "\nid: client-x\n", '\n"id": client-x\n')
    (alone, several), _ = found(folder, 1, 2)
    assert several == alone


MOMENT = """\
  m{n}:
    tests: [P3]
    say: [{{oleg: "Hm {n}."}}]
    replies:
      - {{id: on-{n}, text: "Go  on {n}.", does: [ask_permission], to: {to}}}
      - {{id: up-{n}, text: "Up  there {n}.", does: [threaten], to: {to}}}
"""


def test_of_too_many_findings_the_same_are_told_by_any_number_of_cores(
    tmp_path: Path,
) -> None:
    moments = 300
    scenes = "".join(
        MOMENT.format(n=n, to=f"m{n + 1}" if n + 1 < moments else "end")
        for n in range(moments)
    )
    long = tmp_path / "long"
    long.mkdir()
    (long / "talk.yaml").write_text(small(scenes, start="m0"), "utf-8")
    (alone, several), processes = found(long, 1, 2)
    codes = [one[3] for one in alone[0]]
    assert processes > 1
    assert sum(one[4] == "warning" for one in alone[0]) == MOST_FINDINGS
    assert len(set(codes)) > 1
    assert several == alone


def _sized(**sizes: int) -> dict[Path, bytes]:
    return {Path(f"{name}.yaml"): b"#" * size for name, size in sizes.items()}


def test_little_is_done_by_one_core() -> None:
    assert len(divided(_sized(a=500, b=500), 2)) == 1
    assert len(divided(_sized(a=500_000, b=500_000), 1)) == 1


def test_files_are_divided_about_evenly_and_each_is_in_one_lot() -> None:
    texts = _sized(a=90_000, b=50_000, c=40_000, d=10_000)
    lots = divided(texts, 2)
    weights = [sum(len(texts[path]) for path in lot) for lot in lots]
    assert sorted(weights) == [90_000, 100_000]
    assert lots[0] | lots[1] == texts.keys()
    assert not lots[0] & lots[1]


def test_one_scenario_that_is_nearly_all_is_not_set_against_the_rest() -> None:
    assert len(divided(_sized(a=900_000, b=100_000), 2)) == 1


def test_files_of_one_scenario_stay_together() -> None:
    texts = _sized(other=60_000, third=60_000)
    texts[Path("talk.yaml")] = b"id: talk\n" + b"#" * 60_000
    texts[Path("talk.en.yaml")] = b"#" * 10
    texts[Path("abroad.yaml")] = b"format: 1\nid: 'talk'\n"
    texts[Path("abroad.playthroughs.yaml")] = b"#" * 10
    texts[Path("plays.yaml")] = b'scenario: "talk"\n'
    (lot,) = [lot for lot in divided(texts, 3) if Path("talk.yaml") in lot]
    assert lot == texts.keys() - {Path("other.yaml"), Path("third.yaml")}
