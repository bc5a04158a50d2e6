"""A trainer puts right what was misheard in a class; both scores stay."""

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scoring.codes import Code, CodeUse
from scoring.reading.reading import Heard
from simulator.classroom.acts import SteppedBack, VoteClosed, WentOn
from simulator.classroom.erasing import erase
from simulator.classroom.hall import Hall
from simulator.classroom.held import Pace
from simulator.classroom.results import results, room_of
from simulator.classroom.reviewing import changed, doubtful, judge, judged
from simulator.classroom.room import Room
from simulator.classroom.scores import own_debrief
from simulator.engine import Mode, Say, Source, Understood
from simulator.store import Entry, Note, SqliteRooms
from tests.classroom.house import NOW, Act, hall, opened
from tests.classroom.site import site
from tests.cli.shell import Shell
from tests.store.shelf import AT

SURE, UNSURE = "Так сколько групп он берёт?", "Тогда по правилам, в четверг."
ASKED = CodeUse(Code.ASK_FACT, ("assortment",), (0, 27))
THREAT = CodeUse(Code.THREATEN, (), (0, 8))
RULE = (CodeUse(Code.APPLY_RULE, ("loyalty",), (0, 29)),)


def said(text: str, use: CodeUse, reply: str) -> Act:
    """Return the move that says something which the reader takes for a reply."""
    heard = Understood((use,), reply, Source.READER)
    return lambda talk: talk.answer(Say(text, heard))


ASK = said(SURE, ASKED, "ask")
MEET = said(UNSURE, THREAT, "meet")


@dataclass(frozen=True)
class Told:
    heard: tuple[Heard, ...]


def hear(text: str, line: str) -> Any:
    """Hear the same as when the talk was played, more and less surely."""
    assert isinstance(line, str)
    use, chance = (ASKED, 0.9) if text == SURE else (THREAT, 0.6)
    return Told((Heard(use, chance),))


@asynccontextmanager
async def held(folder: Path, pace: Pace) -> AsyncIterator[tuple[Hall, Room]]:
    """Hold a class of two that have said the same."""
    async with hall(folder) as house:
        room = (await opened(house, Mode.SPEAK, pace)).room
        for name in ("Иван", "Анна"):
            await house.join(room, name, "дуб")
        yield house, room


async def say_all(house: Hall, room: Room, *acts: Act) -> None:
    """Let everybody make the same moves."""
    for seat in room.seats.values():
        for act in acts:
            await house.move(room, seat.person, seat.moves + 1, act)


def hold(folder: Path, pace: Pace) -> str:
    """Hold a class to its end; return its code."""

    async def run() -> str:
        async with held(folder, pace) as (house, room):
            for act in (ASK, MEET):
                await say_all(house, room, act)
                if pace is Pace.TOGETHER:
                    await house.lead(room, VoteClosed())
                    await house.lead(room, WentOn(next(iter(room.seats))))
            return room.header.code

    return asyncio.run(run())


def told(folder: Path) -> Room:
    with closing(SqliteRooms(folder)) as log:
        return room_of(log, "", NOW)


def put_right(
    folder: Path, codes: Sequence[CodeUse] = RULE, who: str = "Ольга"
) -> None:
    """Judge the least certain reading of the class that nobody has judged."""
    with closing(SqliteRooms(folder)) as log:
        room = room_of(log, "", NOW)
        _, spot = doubtful(room, hear)[0]
        judge(log, room, spot, codes, who, AT)


paces = pytest.mark.parametrize("pace", Pace)


@paces
def test_the_least_certain_readings_of_all_come_first(
    tmp_path: Path, pace: Pace
) -> None:
    hold(tmp_path, pace)
    found = [one for one, _ in doubtful(told(tmp_path), hear)]
    assert [one.reply for one in found] == [UNSURE, UNSURE, SURE, SURE]
    assert len({(one.attempt, one.place) for one in found}) == 4
    assert not any("Анна" in one.attempt for one in found)


@paces
def test_what_was_put_right_counts_for_him_alone_and_both_scores_stay(
    tmp_path: Path, pace: Pace
) -> None:
    hold(tmp_path, pace)
    before = told(tmp_path)
    put_right(tmp_path)
    after = told(tmp_path)
    was = next(results(before))
    ivan, anna = results(after)
    assert changed(before, after) == 1
    assert was.business is not None
    assert ivan.business is not None
    assert ivan.business > was.business
    assert ivan.heard is not None
    assert ivan.heard.business == was.business
    assert (anna.business, anna.heard) == (was.business, None)
    assert (ivan.turns, ivan.ending) == (was.turns, was.ending)
    note = own_debrief(after, next(iter(after.seats.values())))
    assert [str(one.code) for one in note.turns[1].codes] == ["apply_rule"]


def test_a_reading_that_was_right_leaves_the_score(tmp_path: Path) -> None:
    hold(tmp_path, Pace.OWN)
    put_right(tmp_path, (THREAT,))
    assert [one.heard for one in results(told(tmp_path))] == [None, None]
    assert len(doubtful(told(tmp_path), hear)) == 3


@paces
def test_what_is_said_last_counts_and_all_of_it_stays(
    tmp_path: Path, pace: Pace
) -> None:
    hold(tmp_path, pace)
    room = told(tmp_path)
    _, spot = doubtful(room, hear)[0]
    with closing(SqliteRooms(tmp_path)) as log:
        for who, codes in (("Ольга", ()), ("Пётр", RULE)):
            judge(log, room, spot, codes, who, AT)  # neither knows of the other
    assert [(one.who, one.codes) for one in told(tmp_path).judgements.of(spot)] == [
        ("Ольга", ()),
        ("Пётр", RULE),
    ]
    assert [one.codes for one in judged(told(tmp_path))] == [RULE]


async def test_a_server_scores_by_it_as_soon_as_it_is_written(tmp_path: Path) -> None:
    async with held(tmp_path, Pace.OWN) as (house, room):
        await say_all(house, room, ASK, MEET)
        put_right(tmp_path)
        await house.catch_up(room)
        assert next(results(room)).heard is not None


async def test_who_was_misheard_is_told_both_scores(tmp_path: Path) -> None:
    async with site(tmp_path, Mode.SPEAK) as there:
        browsers = [there.browser(), there.browser("10.0.0.2")]
        for one, name in zip(browsers, ("Иван", "Анна"), strict=True):
            await one.come_in(name)
        await say_all(there.house, there.room, ASK, MEET)
        put_right(tmp_path)
        await there.house.catch_up(there.room)
        ivan, anna = [(await one.get(f"{one.talk}/over")).text for one in browsers]
    assert "Тренер поправил" in ivan
    assert "Тренер поправил" not in anna


async def test_what_was_taken_back_is_judged_and_counts_for_nothing(
    tmp_path: Path,
) -> None:
    async with held(tmp_path, Pace.OWN) as (house, room):
        await say_all(house, room, ASK, MEET, lambda talk: talk.rewind(1), MEET)
    found = doubtful(told(tmp_path), hear)
    assert [one.reply for one, _ in found].count(UNSURE) == 4
    put_right(tmp_path)
    assert next(results(told(tmp_path))).heard is None
    put_right(tmp_path)
    assert next(results(told(tmp_path))).heard is not None


async def test_another_answer_to_a_line_is_another_reading(tmp_path: Path) -> None:
    async with held(tmp_path, Pace.TOGETHER) as (house, room):
        await say_all(house, room, said(UNSURE, THREAT, "beg"))
        put_right(tmp_path)
        await say_all(house, room, ASK)
        await house.lead(room, VoteClosed())
        await house.lead(room, WentOn(next(iter(room.seats))))
        await house.lead(room, SteppedBack())
    now = told(tmp_path)
    assert [one.reply for one, _ in doubtful(now, hear)] == [SURE, SURE]
    assert list(judged(now)) == []
    assert [one.heard for one in results(now)] == [None, None]


@paces
def test_what_was_said_of_somebody_goes_with_him(tmp_path: Path, pace: Pace) -> None:
    hold(tmp_path, pace)
    put_right(tmp_path)
    room = told(tmp_path)
    with closing(SqliteRooms(tmp_path)) as log:
        erase(log, room, next(iter(room.seats)), lambda: NOW)
        kinds = [one.body["kind"] for one in log.entries(room.header.id)]
    assert "judged" not in kinds
    assert list(judged(told(tmp_path))) == []
    assert [one.name for one in results(told(tmp_path))] == ["Анна"]


class Quicker(SqliteRooms):
    """A log in which another trainer always comes first."""

    quick = True

    def add(self, notes: Sequence[Note], at: str) -> tuple[Entry, ...]:
        if self.quick:
            self.quick = False
            body = {**notes[0].body, "who": "Пётр"}
            super().add([Note(notes[0].room, notes[0].key, body)], at)
        return super().add(notes, at)


def test_of_two_trainers_at_once_none_is_lost(tmp_path: Path) -> None:
    hold(tmp_path, Pace.OWN)
    room = told(tmp_path)
    _, spot = doubtful(room, hear)[0]
    with closing(Quicker(tmp_path)) as log:
        judge(log, room, spot, RULE, "Ольга", AT)
    said_of = told(tmp_path).judgements.of(spot)
    assert [(one.number, one.who) for one in said_of] == [(1, "Пётр"), (2, "Ольга")]


class Reader:
    """Reads as `hear` does."""

    def read(self, text: str, line: str) -> Any:
        return hear(text, line)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setattr(
        "simulator.cli.classes.reviewing.shipped_reader", lambda: (Reader(), True)
    )
    return Shell(tmp_path)


def test_a_class_is_gone_through_from_the_command_line(
    shell: Shell, tmp_path: Path
) -> None:
    code = hold(tmp_path, Pace.OWN)
    lines = "w\napply_rule(loyalty)\nr\nq\n"
    review = shell.type(
        "review", "--class", code.upper(), "--who", "Ольга", lines=lines
    )
    assert review.exit_code == 0, review.output
    assert f"1/4  Пять. Не отдам.\n> {UNSURE}" in review.stdout
    assert "Talks whose score has changed: 1." in review.stderr
    assert "Readings judged so far: 2; right: 1 (50%)." in review.stderr
    assert "Ольга" not in shell.type("class", "report", code).stdout
    file = tmp_path / "replies.jsonl"
    shell.type("review", "--class", code, "--export", str(file))
    bodies = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [one["codes"][0]["code"] for one in bodies] == ["apply_rule", "threaten"]
    assert "Анна" not in file.read_text("utf-8")


def test_reports_tell_both_scores_once_something_was_put_right(
    shell: Shell, tmp_path: Path
) -> None:
    hold(tmp_path, Pace.OWN)
    table, page = tmp_path / "class.csv", tmp_path / "class.html"
    one = tmp_path / "ivan.json"

    def rows() -> list[list[str]]:
        shell.type("class", "report", "--output", str(table))
        text = table.read_text("utf-8-sig")
        return list(csv.reader(io.StringIO(text), delimiter=";"))

    before = rows()
    put_right(tmp_path)
    head, ivan, anna = rows()
    assert head[-2:] == ["business as heard", "rules as heard"]
    assert ivan[-2:] == before[1][4:6] != ivan[4:6]
    assert anna[-2:] == anna[4:6] == before[2][4:6]
    assert "business as heard" in shell.type("class", "report").stdout
    shell.type("class", "report", "--output", str(page))
    assert page.read_text("utf-8").count("В скобках") == 1
    shell.type("class", "export", "--person", "Иван", "--output", str(one))
    kept = json.loads(one.read_text("utf-8"))
    assert kept["as_heard"]["business"] < kept["result"]["scores"]["business"]
    assert [each["who"] for each in kept["kept"] if each["kind"] == "judged"]


def test_how_many_talks_is_a_question_of_ones_own_only(shell: Shell) -> None:
    result = shell.type("review", "--class", "x", "--last", "3")
    assert (result.exit_code, "of a class all are" in result.stderr) == (2, True)
    gone = shell.type("review", "--class", "x")
    assert (gone.exit_code, "no class with this code" in gone.stderr) == (2, True)
