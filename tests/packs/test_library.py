"""What can be played, and how files that people wrote are read."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from simulator.packs import (
    LIMIT,
    BrokenFileError,
    Library,
    NoSuchPartError,
    NoSuchScenarioError,
    PackError,
    UnreadableFileError,
    inside,
    read_file,
)
from tests.engine.stories import STORY
from tests.sessions.room import PACK, pack

ENGLISH = STORY.replace("language: ru", "language: en").replace("Склад", "Warehouse")


def library(folder: Path) -> Library:
    return Library.shipped([folder])


def test_the_shipped_case_is_there() -> None:
    assert "client-x" in {entry.id for entry in Library.shipped().scenarios("ru")}


def test_a_pack_of_ones_own_is_listed_beside_the_shipped_ones(tmp_path: Path) -> None:
    pack(tmp_path / "mine")
    ids = {entry.id for entry in library(tmp_path).scenarios("ru")}
    assert {"client-x", "warehouse"} <= ids


def test_a_translation_is_listed_once_in_the_language_asked_for(
    tmp_path: Path,
) -> None:
    pack(tmp_path)
    (tmp_path / "warehouse.en.yaml").write_text(ENGLISH, encoding="utf-8")
    titles = {
        language: [
            (entry.title, set(entry.languages))
            for entry in library(tmp_path).scenarios(language)
            if entry.id == "warehouse"
        ]
        for language in ("ru", "en")
    }
    assert titles == {
        "ru": [("Склад", {"ru", "en"})],
        "en": [("Warehouse", {"ru", "en"})],
    }
    assert library(tmp_path).load("warehouse", "en").scenario.title == "Warehouse"


def test_without_a_translation_the_other_language_is_taken_and_told(
    tmp_path: Path,
) -> None:
    pack(tmp_path)
    assert library(tmp_path).load("warehouse", "en").scenario.language == "ru"


def test_a_scenario_can_be_named_by_its_path(tmp_path: Path) -> None:
    file = pack(tmp_path)
    assert Library.shipped().load(str(file), "ru").scenario.id == "warehouse"


def test_a_wrong_name_is_answered_with_the_nearest(tmp_path: Path) -> None:
    pack(tmp_path)
    with pytest.raises(NoSuchScenarioError, match="“warehouse”") as error:
        library(tmp_path).load("warehose", "ru")
    assert error.value.near == "warehouse"


def test_a_scenario_with_mistakes_is_listed_and_tells_them_when_it_is_loaded(
    tmp_path: Path,
) -> None:
    pack(tmp_path, STORY.replace("to: wall", "to: wal"))
    one = library(tmp_path)
    assert "warehouse" in {entry.id for entry in one.scenarios("ru")}
    with pytest.raises(BrokenFileError) as error:
        one.load("warehouse", "ru")
    assert {finding.code for finding in error.value.findings} == {"SCN201"}


def test_a_rubric_beside_the_scenario_wins_over_the_shipped_one(
    tmp_path: Path,
) -> None:
    file = pack(tmp_path)
    shipped = Library.shipped().load("client-x", "ru").path.parent
    text = (shipped / "rubrics" / "business-above-ego.yaml").read_text("utf-8")
    (tmp_path / "rubrics").mkdir()
    own = tmp_path / "rubrics" / "business-above-ego.yaml"
    own.write_text(text.replace('version: "1.1"', 'version: "ours"'), encoding="utf-8")
    assert Library.shipped().load(str(file), "ru").rubric.version == "ours"


def test_a_rulebook_that_is_nowhere_is_told(tmp_path: Path) -> None:
    file = pack(tmp_path, STORY.replace("cast:", "rulebook: of-nobody\ncast:"))
    with pytest.raises(NoSuchPartError, match="of-nobody"):
        Library.shipped().load(str(file), "ru")


@pytest.mark.parametrize(
    "path", ["../secret.yaml", "a/../../secret.yaml", "/etc/hostname"]
)
def test_a_path_in_a_pack_never_leaves_it(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnreadableFileError, match="out of the pack"):
        inside(tmp_path, path)


def test_a_pack_that_names_a_path_outside_is_not_used(tmp_path: Path) -> None:
    file = pack(tmp_path / "pack")
    file.rename(tmp_path / "secret.yaml")
    listing = PACK + "scenarios: [../secret.yaml]\n"
    (tmp_path / "pack" / "pack.yaml").write_text(listing, encoding="utf-8")
    ids = {entry.id for entry in library(tmp_path / "pack").scenarios("ru")}
    assert "warehouse" not in ids


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_out_of_a_pack_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(STORY, encoding="utf-8")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(UnreadableFileError):
        inside(tmp_path / "pack", "link.yaml")


def test_a_huge_file_is_never_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as sparse:
        sparse.truncate(50 * 1024 * 1024)
    assert len(read_file(file)) == LIMIT + 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
@pytest.mark.parametrize("kind", ["folder", "pipe", "nothing"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "thing.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(UnreadableFileError, match=r"thing\.yaml"):
        read_file(path)


def test_a_pack_with_a_broken_description_is_left_out(tmp_path: Path) -> None:
    pack(tmp_path)
    (tmp_path / "pack.yaml").write_text("id: [", encoding="utf-8")
    assert "warehouse" not in {e.id for e in library(tmp_path).scenarios("ru")}


def test_a_scenario_broken_at_its_head_is_not_listed_and_tells_why(
    tmp_path: Path,
) -> None:
    pack(tmp_path, STORY.replace("language: ru", "language: de"))
    one = library(tmp_path)
    assert "warehouse" not in {entry.id for entry in one.scenarios("ru")}
    with pytest.raises(BrokenFileError, match=r"check .*warehouse\.yaml"):
        one.load("warehouse", "ru")


def test_the_first_pack_with_an_id_has_it(tmp_path: Path) -> None:
    pack(tmp_path / "a")
    pack(tmp_path / "b", STORY.replace("Склад", "Другой"))
    one = library(tmp_path)
    titles = [e.title for e in one.scenarios("ru") if e.id == "warehouse"]
    assert titles == ["Склад"]
    assert one.load("warehouse", "ru").path == tmp_path / "a" / "warehouse.yaml"


def test_a_scenario_in_a_folder_of_its_pack_takes_the_packs_own_rulebook(
    tmp_path: Path,
) -> None:
    shipped = Library.shipped().load("client-x", "ru").path.parent
    text = (shipped / "rulebooks" / "key-clients.yaml").read_text("utf-8")
    for name in ("a", "b"):
        folder = tmp_path / name
        pack(folder, STORY.replace("cast:", "rulebook: ours\ncast:"))
        (folder / "rules").mkdir()
        own = text.replace("id: key-clients", "id: ours")
        own = own.replace('version: "1.1"', f'version: "of {name}"')
        (folder / "rules" / "ours.yaml").write_text(own, "utf-8")
        (folder / "talks").mkdir()
        (folder / "warehouse.yaml").rename(folder / "talks" / "warehouse.yaml")
        listing = "scenarios: [talks/warehouse.yaml]\nrulebooks: [rules/ours.yaml]\n"
        (folder / "pack.yaml").write_text(PACK + listing, "utf-8")
    loaded = library(tmp_path).load(str(tmp_path / "b/talks/warehouse.yaml"), "ru")
    assert loaded.rulebook.version == "of b"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", ["pack.yaml", "warehouse.yaml", "rubrics"])
def test_nothing_in_a_pack_may_be_a_link_that_leads_out_of_it(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "pack"
    pack(folder, STORY.replace("cast:", "rubric: ours\ncast:"))
    (folder / "rubrics").mkdir()
    shipped = Library.shipped().load("client-x", "ru").path.parent
    text = (shipped / "rubrics" / "business-above-ego.yaml").read_text("utf-8")
    own = text.replace("id: business-above-ego", "id: ours")
    (folder / "rubrics" / "ours.yaml").write_text(own, "utf-8")
    assert library(folder).load("warehouse", "ru").rubric.id == "ours"
    (folder / name).rename(tmp_path / "outside")
    (folder / name).symlink_to(tmp_path / "outside")
    with pytest.raises(PackError):
        library(folder).load("warehouse", "ru")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    with pytest.raises(UnreadableFileError):
        read_file(inside(tmp_path, "loop.yaml"))


def test_a_huge_scenario_is_not_listed_and_told_to_be_too_large(
    tmp_path: Path,
) -> None:
    file = pack(tmp_path)
    with file.open("ab") as sparse:
        sparse.truncate(50 * 1024 * 1024)
    one = library(tmp_path)
    assert "warehouse" not in {entry.id for entry in one.scenarios("ru")}
    with pytest.raises(BrokenFileError) as error:
        one.load("warehouse", "ru")
    assert [finding.code for finding in error.value.findings] == ["SCN001"]


def test_a_wrong_name_reaches_the_screen_as_plain_text(tmp_path: Path) -> None:
    with pytest.raises(NoSuchScenarioError) as error:
        library(tmp_path).load("\x1b[31m" + "x" * 500, "ru")
    told = error.value.sentence(str)
    assert "\x1b" not in told
    assert "x" * 100 not in told


def test_why_a_file_cannot_be_read_is_told_in_the_readers_language(
    tmp_path: Path,
) -> None:
    russian = {
        "{path} cannot be read: {why}.": "{path} не читается: {why}.",
        "it is a folder": "это папка",
    }
    with pytest.raises(UnreadableFileError) as error:
        read_file(tmp_path)
    told = error.value.sentence(lambda message: russian[message])
    assert told == f"{tmp_path} не читается: это папка."


def test_a_folder_of_packs_that_is_not_there_holds_none(tmp_path: Path) -> None:
    shipped = Library.shipped().packs()
    assert library(tmp_path / "nowhere").packs() == shipped


@pytest.mark.parametrize(
    ("ending", "found"),
    [
        pytest.param("meeting", ["small-meeting"], id="leads-on"),
        pytest.param("kept", [], id="another-ending"),
    ],
)
def test_what_goes_on_from_an_ending_is_found(
    tmp_path: Path, ending: str, found: list[str]
) -> None:
    data = Path(__file__).parents[1] / "data"
    copied = Path(shutil.copytree(data / "little", tmp_path / "little"))
    text = (data / "meeting/small-meeting.yaml").read_text("utf-8")
    later = text.replace(
        "  scenario: little\n", "  scenario: talk\n  after: [meeting]\n"
    )
    (copied / "small-meeting.yaml").write_text(later, "utf-8")
    broken = later.replace("id: small-meeting", "id: broken").replace("start: ", "")
    (copied / "broken.yaml").write_text(broken, "utf-8")
    sequels = Library((copied,)).sequels("talk", ending, "ru")
    assert [entry.id for entry in sequels] == found
