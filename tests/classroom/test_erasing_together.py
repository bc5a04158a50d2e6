"""Who is erased from a class that answers together leaves no words in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec.structs import replace

from scoring.forms.model import FormKind
from simulator.classroom.acts import (
    Named,
    Paused,
    Spoke,
    SteppedBack,
    VoteClosed,
    WentOn,
)
from simulator.classroom.erasing import erase
from simulator.classroom.hall import Hall
from simulator.classroom.happenings import GONE, wordless
from simulator.classroom.leading import options
from simulator.classroom.room import Room
from simulator.classroom.roomwords import together
from simulator.classroom.seats import Seat
from simulator.engine import Filled, Mode, Moved, Why
from simulator.store import SqliteRooms
from tests.classroom.house import NOW, hall, say
from tests.classroom.test_together import course_of, lead, seated


@asynccontextmanager
async def without_ivan(folder: Path) -> AsyncIterator[tuple[Hall, Room, Seat, Seat]]:
    """A class that went on with what Ivan said, who was erased then; he and Anna."""
    async with hall(folder) as house:
        room, (ivan, anna, _) = await seated(house, Mode.SPEAK)
        await house.move(room, ivan.person, 1, say("Скажи, какие группы он берёт?"))
        await house.move(room, anna.person, 1, say("Отдай его, и всё тут, Олежек."))
        await lead(house, room, VoteClosed())
        assert "какие группы" in str(together(room, anna))
        await lead(house, room, WentOn(ivan.person))
        await house.move(room, ivan.person, 2, say("Ладно, пусть остаётся у тебя."))
        await lead(house, room, Spoke(ivan.person, "Иван, ну что же ты?"))
        log = SqliteRooms(folder)
        erase(log, room, ivan.person, lambda: NOW)
        log.close()
        await house.catch_up(room)
        yield house, room, ivan, anna


async def test_who_is_erased_leaves_no_words_and_the_room_stands_where_it_was(
    tmp_path: Path,
) -> None:
    async with without_ivan(tmp_path) as (house, room, ivan, anna):
        scene = anna.state.scene
        assert scene == "wall"
        assert "какие группы" not in str(course_of(room).here.past.events)
        assert ivan.person not in course_of(room).here.answers
        await lead(house, room, SteppedBack())
        assert set(course_of(room).here.answers) == {ivan.person, anna.person}
        await lead(house, room, WentOn(ivan.person), Paused(True))
    kept = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    for words in ("какие группы", "пусть остаётся", "ну что же"):
        assert words.encode() not in kept
        assert words.encode("unicode_escape") not in kept
    async with hall(tmp_path) as other:
        told = await other.of_id(room.header.id)
        assert told.seats.keys() == room.seats.keys()
        assert course_of(told).here.state.scene == scene
        assert options(told, course_of(told).rounds[0])


async def test_what_was_worked_out_of_his_words_is_gone_with_them(
    tmp_path: Path,
) -> None:
    async with without_ivan(tmp_path) as (house, room, _, anna):
        await lead(house, room, SteppedBack(), Named(True))
        shown = together(room, anna)
        assert shown is not None
        assert "какие группы" not in str(shown.bars)
        assert sorted(bar.who for bar in shown.bars) == ["", "Анна"]


def test_of_a_form_the_room_took_the_choices_stay_and_the_words_go() -> None:
    chosen = {"option": "transfer", "reasons": ["no-growth"]}
    his = Filled(2, "decision", FormKind.DECISION, {**chosen, "words": "Решил я."}, 80)
    before = Filled(1, "decision", FormKind.DECISION, {**chosen, "words": "Она."}, 80)
    moved = Moved(2, "decision", "end", Why.FORM)
    empty = Filled(2, "agenda", FormKind.DECISION, chosen, 80)
    kept = wordless((before, his, moved, empty), {2})
    assert kept == (
        before,
        replace(his, values={**chosen, "words": GONE}),
        moved,
        empty,
    )
    assert wordless((before,)) == (replace(before, values={**chosen, "words": GONE}),)
