"""A class goes by its log: kept before it is told, and the same on any server."""

import asyncio
from pathlib import Path

import pytest

from simulator.classroom.errors import (
    BadNameError,
    ClosedError,
    FullError,
    NoSuchClassError,
    StaleError,
    TakenNameError,
)
from simulator.classroom.room import LONGEST_NAME
from simulator.engine import Mode, NotOfferedError
from simulator.sessions.errors import EmptyWordsError
from tests.classroom.house import choose, hall, opened, say


async def test_somebody_comes_in_and_plays_to_the_end(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, " Иван   Петров ", "сосна-42")
        assert (seat.name, seat.moves) == ("Иван Петров", 0)
        await house.move(room, seat.person, 1, choose("ask"))
        await house.move(room, seat.person, 2, choose("meet"))
        assert (seat.finished, seat.state.ending, seat.moves) == (True, "meeting", 2)
        assert house.talk(room, seat.person).scorecard().business is not None


async def test_another_server_knows_all_that_was_told(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        begun = await opened(house)
        seat = await house.join(begun.room, "Иван", "сосна-42")
        await house.move(begun.room, seat.person, 1, choose("ask"))
    async with hall(tmp_path) as other:
        room = await other.of_code(begun.room.header.code)
        again = room.returning("иван", "сосна-42")
        assert again.past == seat.past
        await other.move(room, again.person, 2, choose("give-in"))
        assert again.state.ending == "kept"
        assert other.is_trainer(room, begun.token)
        assert not other.is_trainer(room, "token0")


async def test_two_servers_at_once_see_what_the_other_wrote(tmp_path: Path) -> None:
    async with hall(tmp_path) as house, hall(tmp_path) as other:
        room = (await opened(house)).room
        there = await other.of_id(room.header.id)
        ivan = await house.join(room, "Иван", "a")
        anna = await other.join(there, "Анна", "b")
        await other.move(there, ivan.person, 1, choose("beg"))
        with pytest.raises(StaleError):
            await house.move(room, ivan.person, 1, choose("ask"))
        assert (ivan.moves, ivan.state.scene) == (1, "opening")
        await house.catch_up(room)
        assert list(room.seats) == list(there.seats) == [ivan.person, anna.person]


async def test_a_move_sent_twice_is_made_once(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Иван", "a")
        both = [house.move(room, seat.person, 1, choose("beg")) for _ in range(2)]
        told = await asyncio.gather(*both, return_exceptions=True)
        assert [one for one in told if not isinstance(one, StaleError)]
        assert (seat.moves, seat.state.turn) == (1, 1)
        with pytest.raises(StaleError):
            await house.move(room, seat.person, 1, choose("beg"))


async def test_of_two_devices_one_makes_the_move(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Иван", "a")
        moves = [house.move(room, seat.person, 1, choose(r)) for r in ("ask", "beg")]
        told = await asyncio.gather(*moves, return_exceptions=True)
        assert [type(one) for one in told].count(StaleError) == 1
        assert seat.moves == 1


async def test_who_goes_away_in_the_midst_finds_his_move_made(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Иван", "a")
        gone = asyncio.create_task(house.move(room, seat.person, 1, choose("ask")))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
        other = await house.join(room, "Анна", "b")
        assert (seat.moves, other.moves) in {(0, 0), (1, 0)}
        if not seat.moves:
            await house.move(room, seat.person, 1, choose("ask"))
        assert seat.state.scene == "wall"


async def test_a_name_is_one_persons(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        await house.join(room, "Алёна", "сосна-42")
        for name in ("Алёна", " алена ", "АЛЕНА"):
            with pytest.raises(TakenNameError):
                await house.join(room, name, "дуб-7")
            with pytest.raises(TakenNameError):
                room.returning(name, "дуб-7")
            assert room.returning(name, "сосна-42").name == "Алёна"
        with pytest.raises(TakenNameError):
            room.returning("Никто", "сосна-42")


async def test_of_two_of_one_name_at_once_one_comes_in(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        both = [house.join(room, "Иван", word) for word in ("a", "b")]
        told = await asyncio.gather(*both, return_exceptions=True)
        assert [type(one) for one in told].count(TakenNameError) == 1
        assert len(room.seats) == 1


@pytest.mark.parametrize("name", ["", "  ", "\n", "я" * (LONGEST_NAME + 1)])
async def test_what_is_no_name_is_told(tmp_path: Path, name: str) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        with pytest.raises(BadNameError):
            await house.join(room, name, "a")


async def test_a_name_controls_no_screen(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Ив\x1b[31mан\u202e", "a")
        assert seat.name == "Ив\ufffd[31mан\ufffd"


async def test_a_full_class_takes_nobody_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.classroom.room.MOST_PEOPLE", 1)
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        await house.join(room, "Иван", "a")
        with pytest.raises(FullError):
            await house.join(room, "Анна", "b")


async def test_after_the_end_nobody_comes_in_and_nobody_answers(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Иван", "a")
        await house.close(room)
        await house.close(room)
        with pytest.raises(ClosedError):
            await house.move(room, seat.person, 1, choose("ask"))
        with pytest.raises(ClosedError):
            await house.join(room, "Анна", "b")
    async with hall(tmp_path) as other:
        assert (await other.of_id(room.header.id)).closed


async def test_a_reply_that_is_not_on_offer_changes_nothing(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        seat = await house.join(room, "Иван", "a")
        with pytest.raises(NotOfferedError):
            await house.move(room, seat.person, 1, choose("meet"))
        assert (seat.moves, room.seq) == (0, 1)


async def test_own_words_are_heard_kept_and_corrected(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house, Mode.SPEAK)).room
        seat = await house.join(room, "Иван", "a")
        with pytest.raises(EmptyWordsError):
            await house.move(room, seat.person, 1, say("   "))
        await house.move(room, seat.person, 1, say("Сколько групп товара он берёт?"))
        await house.move(room, seat.person, 2, lambda talk: talk.correct("beg"))
        assert (seat.moves, seat.state.turn, seat.state.scene) == (2, 1, "opening")
    async with hall(tmp_path) as other:
        there = await other.of_id(room.header.id)
        assert there.seats[seat.person].past == seat.past


async def test_there_is_no_class_of_another_code(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        with pytest.raises(NoSuchClassError):
            await house.of_code("nothing")
        with pytest.raises(NoSuchClassError):
            await house.of_id("nothing")


async def test_a_change_is_told_to_whoever_waits(tmp_path: Path) -> None:
    async with hall(tmp_path) as house:
        room = (await opened(house)).room
        change = house.changes(room)
        assert not change.is_set()
        await house.join(room, "Иван", "a")
        assert change.is_set()
        assert not house.changes(room).is_set()
