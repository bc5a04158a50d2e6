"""What earlier checks found, kept on disk, spares a second look and never misleads."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring import Checked, Memory, check
from simulator.authoring.earlier import Earlier
from simulator.packs import Library
from tests.authoring.test_check_again import looked
from tests.authoring.test_faults import CASES
from tests.authoring.test_rules import EN, PLAYS, RU, pack, spoil
from tests.cli.conftest import shell
from tests.cli.shell import Shell

__all__ = ["looked", "pack", "shell"]

RUBRIC = "rubrics/little.yaml"
GOES_ON = "continues: {scenario: talk, after: [kept]}"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Return where notes are kept; the folder is not there yet."""
    return tmp_path / "data" / "checked"


Look = Callable[..., Checked]


@pytest.fixture
def look(pack: Path, notes: Path) -> Look:
    """Return a check by a program that has just been started."""

    def now(
        *paths: Path, packs: tuple[Path, ...] = (), spoken: bool = False
    ) -> Checked:
        memory = Memory(earlier=Earlier(notes))
        return check(paths or [pack], Library(packs), spoken=spoken, memory=memory)

    return now


def test_what_is_the_same_is_looked_at_once_for_all_runs(
    look: Look, looked: list[str]
) -> None:
    first = look()
    assert sorted(looked) == sorted([RU, EN])
    looked.clear()
    assert look() == first
    assert looked == []


@pytest.mark.parametrize("name", [RU, EN, PLAYS])
def test_a_change_in_any_file_that_belongs_to_it_is_seen(
    pack: Path, look: Look, looked: list[str], name: str
) -> None:
    look()
    file = pack / name
    file.write_text("# seen\n" + file.read_text("utf-8"), "utf-8")
    looked.clear()
    look()
    assert sorted(looked) == sorted([RU, EN])


def test_a_mistake_comes_goes_and_comes_again(pack: Path, look: Look) -> None:
    sound = (pack / RU).read_text("utf-8")
    assert not look().findings
    spoil(pack, RU, "to: meeting", "to: nowhere")
    spoiled, wrong = (pack / RU).read_text("utf-8"), look().findings
    assert wrong
    (pack / RU).write_text(sound, "utf-8")
    assert not look().findings
    (pack / RU).write_text(spoiled, "utf-8")
    assert look().findings == wrong


def test_a_scenario_is_not_looked_at_again_because_another_changed(
    pack: Path, look: Look, looked: list[str]
) -> None:
    other = pack / "other.yaml"
    text = (pack / RU).read_text("utf-8").replace("id: talk", "id: other", 1)
    other.write_text(text, "utf-8")
    look()
    other.write_text("# seen\n" + text, "utf-8")
    looked.clear()
    look()
    assert looked == [other.name]


@pytest.mark.parametrize("kind", ["rubrics", "rulebooks"])
def test_a_part_in_another_pack_is_seen_to_change(
    pack: Path, tmp_path: Path, look: Look, looked: list[str], kind: str
) -> None:
    elsewhere = Path(shutil.copytree(pack, tmp_path / "elsewhere"))
    shutil.rmtree(pack / kind)
    look(packs=(elsewhere,))
    (part,) = (elsewhere / kind).iterdir()
    part.write_text("# seen\n" + part.read_text("utf-8"), "utf-8")
    looked.clear()
    look(packs=(elsewhere,))
    assert sorted(looked) == sorted([RU, EN])


def test_a_part_that_comes_nearer_is_seen(
    pack: Path, tmp_path: Path, look: Look, looked: list[str]
) -> None:
    elsewhere = Path(shutil.copytree(pack, tmp_path / "elsewhere"))
    text = (pack / RUBRIC).read_text("utf-8")
    (pack / RUBRIC).unlink()
    look(pack / RU, packs=(elsewhere,))
    (pack / RUBRIC).write_text(text, "utf-8")
    looked.clear()
    look(pack / RU, packs=(elsewhere,))
    assert looked == [RU]


def test_a_part_that_goes_is_missed(pack: Path, look: Look) -> None:
    assert not look(pack / RU).findings
    (pack / RUBRIC).unlink()
    assert [one.code for one in look(pack / RU).findings] == ["SCN811"]


def test_a_talk_before_in_another_pack_is_seen_to_go(
    pack: Path, tmp_path: Path, look: Look
) -> None:
    elsewhere = Path(shutil.copytree(pack, tmp_path / "elsewhere"))
    (pack / PLAYS).unlink()
    for name in (RU, EN):
        spoil(pack, name, "id: talk", "id: later")
        spoil(pack, name, "\nstart:", f"\n{GOES_ON}\nstart:")
    before = {one.code for one in look(packs=(elsewhere,)).findings}
    shutil.rmtree(elsewhere)
    gone = {one.code for one in look(packs=(elsewhere,)).findings}
    assert gone - before == {"SCN838"}


def test_what_was_left_out_is_looked_at_when_it_is_asked_for(
    look: Look, looked: list[str]
) -> None:
    look()
    looked.clear()
    look(spoken=True)
    assert sorted(looked) == sorted([RU, EN])


@pytest.mark.parametrize("text", ["", "[", "[[[1]], []]", "\x00", "null"])
def test_a_note_that_is_broken_costs_a_second_look(
    pack: Path, notes: Path, look: Look, text: str
) -> None:
    spoil(pack, RU, "to: meeting", "to: nowhere")
    found = look().findings
    for note in notes.iterdir():
        note.write_text(text, "utf-8")
    assert look().findings == found
    assert look().findings == found


def test_where_nothing_can_be_kept_all_is_looked_at(
    notes: Path, look: Look, looked: list[str]
) -> None:
    notes.parent.mkdir()
    notes.write_text("a file, no folder", "utf-8")
    assert look() == look()
    assert sorted(looked) == sorted([RU, EN] * 2)


def test_the_oldest_notes_go(
    notes: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.authoring.earlier.MOST", 220)
    notes.mkdir(parents=True)
    for number in range(300):
        (notes / f"{number}.json").write_text("[[], []]", "utf-8")
    look()
    assert 20 <= len(list(notes.iterdir())) <= 22


def test_what_is_recalled_of_planted_faults_is_what_was_found(
    tmp_path: Path, looked: list[str]
) -> None:
    folders = [one.folder for one in CASES if one.by == "check"][::12]
    memory = Memory(earlier=Earlier(tmp_path))
    first = check(folders, Library.shipped(), spoken=False, memory=memory)
    assert looked
    looked.clear()
    again = Memory(earlier=Earlier(tmp_path))
    second = check(folders, Library.shipped(), spoken=False, memory=again)
    assert (second, looked) == (first, [])
    assert len({one.code for one in first.findings}) > 10


def test_the_program_remembers_between_two_starts_unless_told_otherwise(
    shell: Shell, looked: list[str]
) -> None:
    line = ("check", str(shell.talk), "--quick")
    first = shell.type(*line)
    looked.clear()
    assert shell.type(*line).stderr == first.stderr == "1 file checked, 0 findings.\n"
    assert looked == []
    shell.type(*line, "--afresh")
    assert looked == [shell.talk.name]


def test_a_file_of_the_pack_that_comes_and_goes_elsewhere_is_seen(
    pack: Path, look: Look
) -> None:
    listing = pack / "pack.yaml"
    text = listing.read_text("utf-8").rstrip()
    listing.write_text(f"{text}\nrubrics: [rubrics/ours.yaml]\n", "utf-8")
    assert [one.code for one in look(listing).findings] == ["SCN800"]
    ours = pack / "rubrics" / "ours.yaml"
    ours.write_text("", "utf-8")
    assert not look(listing).findings
    ours.unlink()
    assert [one.code for one in look(listing).findings] == ["SCN800"]
