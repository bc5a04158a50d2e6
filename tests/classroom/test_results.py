"""What a class came to can be taken home, by its log alone."""

import asyncio
import csv
import io
from pathlib import Path

import pytest

from simulator.classroom.errors import NoSuchClassError
from simulator.classroom.results import LATEST, results, room_of
from simulator.store import SqliteRooms
from tests.classroom.house import NOW, choose, hall, opened
from tests.cli.shell import Shell

NAMES = ("=1+1", "Анна", "Олег")


def hold(folder: Path) -> str:
    """Hold a class: one finishes, one is on his way, one only came in."""

    async def held() -> str:
        async with hall(folder) as house:
            room = (await opened(house)).room
            seats = [await house.join(room, name, "сосна") for name in NAMES]
            await house.move(room, seats[0].person, 1, choose("ask"))
            await house.move(room, seats[0].person, 2, choose("meet"))
            await house.move(room, seats[1].person, 1, choose("beg"))
            return room.header.code

    return asyncio.run(held())


def test_each_person_has_a_row_finished_or_not(tmp_path: Path) -> None:
    code = hold(tmp_path)
    log = SqliteRooms(tmp_path)
    for name in (code, LATEST):
        done, going, new = results(room_of(log, name, NOW))
        assert (done.name, done.turns, done.ending) == ("=1+1", 2, "Совещание")
        assert (done.good, going.ending, going.outcome) == (True, "", None)
        assert done.business is not None
        assert (new.turns, new.business, new.key_client) == (0, None, None)
        assert set(new.levels.values()) == {None}
    with pytest.raises(NoSuchClassError):
        room_of(log, "nothing", NOW)
    log.close()


def test_the_report_is_a_table_without_formulas(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    code = hold(tmp_path)
    told = shell.type("class", "report", code.upper())
    assert told.exit_code == 0, told.output
    assert "Совещание" in told.stdout
    file = tmp_path / "class.csv"
    assert shell.type("class", "report", "--output", str(file)).exit_code == 0
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows] == ["name", "'=1+1", "Анна", "Олег"]
    assert rows[0][-8:] == [f"P{n}" for n in range(1, 9)]
    assert rows[3][4:] == [""] * 10


def test_a_report_of_no_class_or_no_table_is_told(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    hold(tmp_path)
    gone = shell.type("class", "report", "nothing")
    assert (gone.exit_code, "Ask the trainer" in gone.stderr) == (2, True)
    wrong = shell.type("class", "report", "--output", str(tmp_path / "class.pdf"))
    assert (wrong.exit_code, "is no table" in wrong.stderr) == (2, True)
