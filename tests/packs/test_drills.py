"""The drills of packs: found when asked for, and read in the right language."""

import shutil
import sys
from pathlib import Path

import pytest

from simulator.packs import (
    BrokenFileError,
    Library,
    LoadedDrills,
    NoSuchPartError,
    PackError,
)
from simulator.scenario.peek import peek

DRILLS = Path(__file__).parents[1] / "data" / "drills"
RU, EN = "drills.yaml", "drills.en.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DRILLS, tmp_path / "drills"))


def library(pack: Path) -> Library:
    return Library.shipped([pack])


def ours(pack: Path, language: str) -> list[LoadedDrills]:
    """Return the drills of our own pack; the shipped ones may have some, too."""
    found = library(pack).drills(language)
    return [one for one in found if one.pack.id == "little-drills"]


def titles(pack: Path, language: str) -> list[str]:
    return [one.drills.title for one in ours(pack, language)]


@pytest.mark.parametrize(
    ("language", "title"), [("ru", "Два возражения"), ("en", "Two objections")]
)
def test_drills_are_read_in_the_language_asked_for(
    pack: Path, language: str, title: str
) -> None:
    assert titles(pack, language) == [title]


@pytest.mark.parametrize("left", [RU, EN])
def test_without_a_translation_the_other_language_is_taken(
    pack: Path, left: str
) -> None:
    (pack / (RU if left == EN else EN)).unlink()
    assert titles(pack, "ru") == titles(pack, "en")


def test_drills_come_with_their_pack_and_their_rubric(pack: Path) -> None:
    (one,) = ours(pack, "ru")
    assert one.path == pack / RU
    assert one.rubric.id == "business-above-ego"
    assert list(one.drills.drills) == ["found-him-myself", "you-will-lose-him"]


def test_a_pack_without_drills_has_none(pack: Path) -> None:
    (pack / RU).unlink()
    (pack / EN).unlink()
    assert titles(pack, "ru") == []


def test_drills_with_mistakes_tell_them(pack: Path) -> None:
    text = (pack / RU).read_text("utf-8")
    (pack / RU).write_text(text.replace("tests: [P8]", "tests: [P9]"), "utf-8")
    with pytest.raises(BrokenFileError, match=r"drills\.yaml") as error:
        library(pack).drills("ru")
    assert [one.code for one in error.value.findings] == ["SCN112"]
    assert titles(pack, "en") == ["Two objections"]


def test_a_rubric_that_is_nowhere_is_told(pack: Path) -> None:
    text = (pack / RU).read_text("utf-8")
    named = text.replace("language: ru", "language: ru\nrubric: of-nobody")
    (pack / RU).write_text(named, "utf-8")
    with pytest.raises(NoSuchPartError, match="of-nobody"):
        library(pack).drills("ru")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_drills_may_not_be_a_link_that_leads_out_of_the_pack(pack: Path) -> None:
    (pack / RU).rename(pack.parent / "outside.yaml")
    (pack / RU).symlink_to(pack.parent / "outside.yaml")
    with pytest.raises(PackError):
        library(pack).drills("ru")


def test_a_list_of_scenarios_reads_no_drills(pack: Path) -> None:
    (pack / RU).write_bytes(b"id: a\ntitle: b\ndrills:\n  - id: 'not closed\n")
    listed = {entry.id for entry in library(pack).scenarios("ru")}
    assert "two-objections" not in listed
    assert "client-x" in listed


def test_the_head_of_a_scenario_is_not_sought_behind_drills() -> None:
    head = b"id: a\ntitle: b\nlanguage: ru\nminutes: 5\n"
    assert peek(head + b"difficulty: easy\n") is not None
    assert peek(head + b"drills: []\ndifficulty: easy\n") is None
