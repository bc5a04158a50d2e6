"""One person's data: taken away by him, and taken out of the class for good."""

import asyncio
import io
import json
import zipfile
from pathlib import Path

import pytest

from simulator.classroom.aliases import alias
from simulator.classroom.erasing import erase
from simulator.classroom.errors import StaleError, TakenNameError
from simulator.classroom.held import Names, Pace
from simulator.classroom.results import room_of
from simulator.engine import Mode, Say, Understood
from simulator.packs import Library
from simulator.store import FILE, SqliteRooms
from tests.classroom.house import NOW, Act, choose, hall, opened
from tests.classroom.site import site
from tests.cli.shell import Shell
from tests.reports.little import FOLDER, loaded

SECRET = "Сколько групп товара у тебя берёт завод Зеркальный?"
NAME = "Анна Зеркалова"


def say(text: str) -> Act:
    """Return the move that says something that comes to no reply."""
    return lambda talk: talk.answer(Say(text, Understood((), None)))


def hold(folder: Path) -> str:
    """Hold a class of three in which one says something secret; return its code."""

    async def held() -> str:
        async with hall(folder) as house:
            room = (await opened(house, Mode.SPEAK)).room
            seats = [await house.join(room, n, "дуб") for n in ("Иван", NAME, "Олег")]
            for number, text in enumerate((SECRET, "Отдай его, я сказал", SECRET), 1):
                for seat in seats[1:2] if number == 3 else seats:
                    if not seat.finished:
                        words = text if seat is seats[1] else "Сколько групп он берёт?"
                        await house.move(room, seat.person, number, say(words))
            return room.header.code

    return asyncio.run(held())


def files(folder: Path) -> bytes:
    """Return every byte of the files of a store."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob(f"{FILE}*")))


def test_nothing_of_an_erased_person_is_left_in_any_file(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path)
    secrets = [SECRET.encode(), NAME.encode(), NAME.casefold().encode()]
    assert all(secret in files(tmp_path) for secret in secrets)
    log = SqliteRooms(tmp_path)
    (before,) = [
        one for one in room_of(log, code, NOW).seats.values() if one.number == 1
    ]
    log.close()
    told = shell.type("class", "erase", code, "--person", NAME.lower(), "--yes")
    assert (told.exit_code, "Erased" in told.stderr) == (0, True), told.output
    assert not [secret for secret in secrets if secret in files(tmp_path)]
    log = SqliteRooms(tmp_path)
    room = room_of(log, code, NOW)
    entries = log.entries(room.header.id)
    log.close()
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert [seat.name for seat in room.seats.values()] == ["Иван", "Олег"]
    (first, last) = room.seats.values()
    assert first.past == before.past
    assert (first.number, last.number) == (1, 3)


def test_a_name_that_nobody_has_is_told_and_nothing_changes(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path)
    for command in (["erase", "--yes"], ["export", "--output", "x.json"]):
        verb, *options = command
        told = shell.type("class", verb, code, "--person", "Никто\x1b", *options)
        assert (told.exit_code, "nobody called" in told.stderr) == (2, True)
    assert NAME.encode() in files(tmp_path)


def test_without_anybody_to_ask_only_yes_erases(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path)
    told = shell.type("class", "erase", code, "--person", NAME)
    assert (told.exit_code, "--yes" in told.stderr) == (2, True)
    assert NAME.encode() in files(tmp_path)


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        pytest.param("n\n", False, id="no"),
        pytest.param("y\nИван\n", False, id="another-name"),
        pytest.param(f"y\n{NAME.upper()}\n", True, id="yes-and-the-name"),
    ],
)
def test_it_asks_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: str, gone: bool
) -> None:
    monkeypatch.setattr("simulator.cli.questions.somebody_there", lambda: True)
    shell = Shell(tmp_path)
    code = hold(tmp_path)
    told = shell.type("class", "erase", code, "--person", NAME, lines=answers)
    assert told.exit_code == 0, told.output
    assert (NAME.encode() not in files(tmp_path)) == gone


async def test_a_server_that_runs_forgets_him_and_takes_nothing_of_his_any_more(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house, Mode.SPEAK)).room
        anna = await house.join(room, NAME, "дуб")
        ivan = await house.join(room, "Иван", "дуб")
        log = SqliteRooms(tmp_path)
        erase(log, room, anna.person, lambda: NOW)
        await house.move(room, anna.person, 1, say(SECRET))  # it does not know it yet
        assert (room.named(NAME), list(room.seats)) == (None, [ivan.person])
        assert SECRET.encode() not in files(tmp_path)
        with pytest.raises(StaleError):
            await house.move(room, anna.person, 2, say(SECRET))
        with pytest.raises(TakenNameError):
            room.returning(NAME, "дуб")
        again = await house.join(room, NAME, "ель")
        assert (again.number, again.moves) == (3, 0)
        log.close()
    async with hall(tmp_path) as other:
        there = await other.of_id(room.header.id)
        assert [(s.name, s.number) for s in there.seats.values()] == [
            ("Иван", 2),
            (NAME, 3),
        ]


def test_everything_of_one_person_and_of_nobody_else_can_be_taken_away(
    tmp_path: Path,
) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path)
    file = tmp_path / "anna.json"
    told = shell.type("class", "export", code, "--person", NAME, "--output", str(file))
    assert told.exit_code == 0, told.output
    data = json.loads(file.read_text("utf-8"))
    assert data["person"] == {
        "name": NAME,
        "shown_as": NAME,
        "came_in_at": NOW.isoformat(),
    }
    assert SECRET in [line["text"] for line in data["talk"] if line["who"] == "you"]
    assert [one["kind"] for one in data["kept"]][:2] == ["joined", "moved"]
    assert data["result"]["turns"][0]["text"] == SECRET
    assert "Олег Петров" not in file.read_text("utf-8")
    assert '"word"' not in file.read_text("utf-8")


def test_an_archive_holds_the_talk_as_text_too(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path)
    file = tmp_path / "anna.zip"
    told = shell.type("class", "export", code, "--person", NAME, "--output", str(file))
    assert told.exit_code == 0, told.output
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        assert archive.namelist() == ["data.json", "talk.txt"]
        assert SECRET in archive.read("talk.txt").decode()


@pytest.mark.parametrize(
    ("number", "language", "told"),
    [
        (1, "ru", "Гранит"),
        (24, "ru", "Родонит"),
        (25, "ru", "Гранит 2"),
        (49, "en", "Granite 3"),
        (1, "de", "Granite"),
    ],
)
def test_aliases_are_stones(number: int, language: str, told: str) -> None:
    assert alias(number, language) == told
    assert len({alias(n, language) for n in range(1, 1001)}) == 1000


async def test_a_class_without_names_shows_none(tmp_path: Path) -> None:
    async with site(tmp_path) as there:
        house, library = there.house, Library((FOLDER,))
        begun = await house.open(
            library, loaded("ru"), Mode.CHOOSE, Pace.OWN, Names.ALIAS
        )
        there.room, there.token = begun.room, begun.token
        door = (await there.browser().get(f"/j/{begun.room.header.code}")).text
        assert "никто другой" in door
        ivan = there.browser("10.0.0.3")
        seated = (await ivan.come_in("Иван")).text
        assert "Гранит" in seated
        await ivan.answer("Может, отдашь его?")
        trainer = there.browser("10.0.0.4")
        path = f"/t/{begun.room.header.id}"
        told = await trainer.get(path, authorization=f"Bearer {begun.token}")
        assert [one["name"] for one in told.json()["people"]] == ["Гранит"]
        assert begun.room.returning("иван", "сосна-ручей-42").name == "Иван"
    shell = Shell(tmp_path / "elsewhere")
    for names in ("real", "alias"):
        told_ = shell.type(
            "class",
            "report",
            begun.room.header.code,
            "--names",
            names,
            env={"WHOSE_CLIENT_DATA": str(tmp_path)},
        )
        assert ("Гранит" in told_.stdout, "Иван" in told_.stdout) == (True, False)


async def test_a_class_opened_before_there_were_aliases_shows_names(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Иван", "дуб")
        await house.move(room, seat.person, 1, choose("ask"))
        header = room.header
    from msgspec.structs import replace

    from simulator.classroom.held import held_of

    old = {key: value for key, value in header.body.items() if key != "names"}
    assert held_of(replace(header, body=old)).names is Names.REAL
