"""One's own data: taken along, taken in, copied, erased."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from simulator.cli.classes.seats import Noted, note
from simulator.store import Note, Outbox, RoomHeader, Settled, SqliteRooms, open_store
from tests.cli.shell import Shell
from tests.keeping.logs import keep, kept, log, members, practise, review
from tests.store.shelf import AT, DIGEST

SECRET = "СОВСЕМ-ЛИЧНОЕ"


@pytest.fixture
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the system's folder for passing files."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def lived_in(shell: Shell, passing: Path) -> Shell:
    """Return a machine on which somebody has played for long."""
    data = shell.data
    talks = [log(*range(40), name=f"t{n}", draft=SECRET) for n in range(30)]
    keep(data, *talks)
    practise(data, review("r1", words=SECRET), review(SECRET, 5))
    with closing(open_store(data)) as store:
        store.keep_drill_draft("card", SECRET)
    with closing(Outbox(data)) as outbox:
        outbox.installation(f"{SECRET}-number")
        outbox.settle(f"https://{SECRET}", [Settled("t1", "s", 3, SECRET)])
    seat = Noted("http://h", "kkkk", "room", f"{SECRET}-ticket", SECRET, words=SECRET)
    note(data, seat)
    for name in ("habits.json", "errors.log", "checked/n.json", "classes/c.json"):
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_text(json.dumps({"theme": SECRET}), "utf-8")
    (passing / "whose-client-123.log").write_text(SECRET, "utf-8")
    return shell


def files(folder: Path) -> Iterator[Path]:
    return (one for one in folder.rglob("*") if one.is_file())


def lines(member: bytes) -> list[bytes]:
    return member.splitlines()


def holding(folder: Path, words: str) -> list[str]:
    """Return the files in which words stand, as bytes."""
    sought = (words.encode(), json.dumps(words).encode())
    return [
        one.name for one in files(folder) if any(w in one.read_bytes() for w in sought)
    ]


def test_an_archive_has_all_about_a_person_and_no_ticket(
    lived_in: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "mine.zip"
    told = lived_in.type("data", "export", str(path))
    assert (told.exit_code, told.stdout) == (0, "")
    assert "30 talks written.\n2 answers to drills written.\nSaved: " in told.stderr
    found = members(path)
    assert json.loads(found["settings.json"]) == {"theme": SECRET}
    assert json.loads(found["classes.json"]) == [
        {"room": "room", "name": SECRET, "words": SECRET, "form": ""}
    ]
    *reviews, draft = [json.loads(one) for one in lines(found["drills.jsonl"])]
    assert [one["review"]["words"] for one in reviews] == [SECRET, ""]
    assert draft == {"draft": {"card": "card", "words": SECRET}}
    assert lines(found["outbox.jsonl"])
    assert not any(b"ticket" in one for one in found.values())
    assert path.stat().st_mode & 0o077 == 0


def test_it_comes_in_on_another_machine(lived_in: Shell, tmp_path: Path) -> None:
    path, other = str(tmp_path / "mine.zip"), Shell(tmp_path / "other")
    lived_in.type("data", "export", path)
    keep(other.data, log(0, 1, 99, name="t7"))
    told = other.type("data", "import", path)
    assert told.exit_code == 0
    assert "29 talks taken in." in told.stderr
    assert "2 answers to drills taken in." in told.stderr
    assert "The talk t7 was gone on with differently" in told.stderr
    again = other.type("data", "import", path)
    assert again.stderr == "0 talks taken in.\n30 talks were here already.\n"
    assert len(kept(other.data)) == 31


def test_a_bad_archive_is_told_in_a_sentence(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK")
    told = shell.type("data", "import", str(tmp_path / "x.zip"))
    assert told.exit_code == 2
    assert "Nothing has been taken in." in told.stderr
    assert not (shell.data / "attempts.sqlite").exists()


def test_nothing_of_a_person_is_left_in_a_byte_when_he_is_erased(
    lived_in: Shell, passing: Path
) -> None:
    assert len(holding(lived_in.data, SECRET)) > 3
    assert holding(lived_in.data, "Ход 17")
    told = lived_in.type("data", "erase", "--yes")
    assert told.exit_code == 0
    assert "Erased: nothing about you is left in" in told.stderr
    assert "own work: packs." in told.stderr
    for words in (SECRET, "Ход 17", DIGEST, "t29"):
        assert holding(lived_in.data, words) == []
    assert [*passing.iterdir()] == []
    assert lived_in.json("attempts") == []


def test_what_others_said_in_a_class_stays_and_is_told(lived_in: Shell) -> None:
    with closing(SqliteRooms(lived_in.data)) as rooms:
        rooms.open_room(RoomHeader("r", "cccc", AT, {}), [b"text"])
        rooms.add([Note("r", "k", {"kind": "said", "text": "Пётр"})], AT)
    told = lived_in.type("data", "erase", "--yes")
    assert "Left: 1 class that is held here" in told.stderr
    assert holding(lived_in.data, SECRET) == []
    assert holding(lived_in.data, "Пётр") == ["attempts.sqlite"]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        pytest.param("n\n", 30, id="not-meant"),
        pytest.param("y\nno\n", 30, id="thought-better-of-it"),
        pytest.param("y\nErase\n", 0, id="meant"),
    ],
)
def test_erasing_asks_twice(
    lived_in: Shell, monkeypatch: pytest.MonkeyPatch, lines: str, left: int
) -> None:
    monkeypatch.setattr("simulator.cli.questions.somebody_there", lambda: True)
    told = lived_in.type("data", "erase", lines=lines)
    assert told.exit_code == 0
    assert len(kept(lived_in.data)) == left
    assert ("Nothing was erased." in told.stderr) == bool(left)


def test_where_nobody_can_be_asked_nothing_is_erased(lived_in: Shell) -> None:
    assert lived_in.type("data", "erase").exit_code == 2
    assert len(kept(lived_in.data)) == 30


def test_where_nothing_is_kept_nothing_is_made(shell: Shell, passing: Path) -> None:
    for words in (("erase", "--yes"), ("backup", str(passing / "b.sqlite"))):
        assert shell.type("data", *words).exit_code == 0
    assert [one.name for one in shell.data.iterdir()] == ["packs"]
    assert [*passing.iterdir()] == []


def test_a_copy_is_one_whole_file_while_somebody_writes(
    lived_in: Shell, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    with closing(sqlite3.connect(lived_in.data / "attempts.sqlite")) as playing:
        playing.execute("BEGIN IMMEDIATE")
        playing.execute("DELETE FROM drafts")
        assert lived_in.type("data", "backup", str(copy)).exit_code == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "copy.sqlite",
        "data",
        "tmp",
    ]
    there = tmp_path / "there"
    there.mkdir()
    copy.rename(there / "attempts.sqlite")
    assert kept(there) == kept(lived_in.data)


@pytest.mark.parametrize("verb", ["backup", "export"])
def test_the_store_is_never_written_over(lived_in: Shell, verb: str) -> None:
    told = lived_in.type("data", verb, str(lived_in.data / "attempts.sqlite"))
    assert told.exit_code == 2
    assert "Name another file." in told.stderr
    assert len(kept(lived_in.data)) == 30


def test_a_place_that_cannot_be_written_is_told(lived_in: Shell) -> None:
    for verb in ("backup", "export"):
        told = lived_in.type("data", verb, "/dev/null/x")
        assert told.exit_code == 2
        assert "/dev/null/x cannot be written" in told.stderr
