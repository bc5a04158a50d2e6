"""Several servers of one class: each knows at once what the others have written."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simulator.classroom.hall import Hall
from simulator.classroom.neighbours import Neighbours
from simulator.store import Logs, StoreError, logs_in
from tests.classroom.house import choose, hall, opened
from tests.classroom.site import WORD, Browser, Site, replies
from tests.postgres import hung_up

ASK = "Сколько групп он берёт?"
MEET = "Решим по правилам в четверг."


@pytest.fixture(params=["a file", "a database"])
def logs(request: pytest.FixtureRequest, tmp_path: Path) -> Logs:
    """Return where classes are kept, and none yet."""
    if request.param == "a file":
        return logs_in(tmp_path)
    return logs_in(tmp_path, str(request.getfixturevalue("database")))


@asynccontextmanager
async def node(logs: Logs) -> AsyncIterator[Hall]:
    """Open classes as a server does that listens to the others."""
    async with hall(logs) as house:
        neighbours = Neighbours(house)
        await neighbours.listen(logs)
        yield house
        await neighbours.leave()


async def test_what_one_server_writes_is_known_at_the_other(logs: Logs) -> None:
    async with node(logs) as here, node(logs) as there:
        room = (await opened(here)).room
        seen = await there.of_id(room.header.id)
        change = there.changes(seen)
        ivan = await here.join(room, "Иван", WORD)
        await asyncio.wait_for(change.wait(), 5)
        change = there.changes(seen, ivan.person)
        await here.move(room, ivan.person, 1, choose("ask"))
        await asyncio.wait_for(change.wait(), 5)
        assert seen.seats[ivan.person].state == room.seats[ivan.person].state


async def test_what_was_written_while_nobody_could_listen_is_made_up_for(
    tmp_path: Path, database: str
) -> None:
    logs = logs_in(tmp_path, database)
    async with node(logs) as here, node(logs) as there:
        room = (await opened(here)).room
        seen = await there.of_id(room.header.id)
        change = there.changes(seen)
        assert hung_up(database) == 4
        await here.join(room, "Иван", WORD)
        await asyncio.wait_for(change.wait(), 5)
        assert len(seen.seats) == 1


async def test_a_log_that_cannot_be_read_is_read_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.classroom.neighbours._AGAIN", 0.01)
    logs = logs_in(tmp_path)
    async with node(logs) as here, node(logs) as there:
        room = (await opened(here)).room
        seen = await there.of_id(room.header.id)
        catch_up, tries = there.catch_up, []

        async def failing(known: object) -> None:
            tries.append(known)
            if len(tries) < 3:
                raise StoreError(tmp_path, why="away")
            await catch_up(seen)

        monkeypatch.setattr(there, "catch_up", failing)
        change = there.changes(seen)
        await here.join(room, "Иван", WORD)
        await asyncio.wait_for(change.wait(), 5)


@asynccontextmanager
async def at_both(folder: Path) -> AsyncIterator[tuple[Browser, Browser]]:
    """Bring one person in at one of two servers that hear nothing of each other.

    Yields:
        His browser at the one, and at the other.
    """
    async with hall(folder) as here, hall(folder) as there:
        begun = await opened(here)
        known = await there.of_id(begun.room.header.id)
        one = Site(here, begun.room, begun.token).browser()
        other = Site(there, known, begun.token).browser()
        await one.come_in()
        other.client.cookies.update(one.client.cookies)
        yield one, other


async def test_the_page_behind_an_answer_may_be_asked_of_any_server(
    tmp_path: Path,
) -> None:
    async with at_both(tmp_path) as (one, other):
        await other.get(other.talk)
        told = await one.answer(ASK)
        page = await other.get(told.url.raw_path.decode())
        assert "Не отдам." in page.text


async def test_an_answer_counts_where_its_page_is_not_known_yet(tmp_path: Path) -> None:
    async with at_both(tmp_path) as (one, other):
        await other.get(other.talk)
        page = (await one.answer(ASK)).text
        (number,) = [n for n, text in replies(page) if text == MEET]
        told = await other.send(page, reply=number)
        assert "Договорились." in told.text


async def test_a_debrief_may_be_asked_of_a_server_that_missed_the_end(
    tmp_path: Path,
) -> None:
    async with at_both(tmp_path) as (one, other):
        await other.get(other.talk)
        await one.answer(ASK)
        page = (await one.answer(MEET)).text
        (over,) = re.findall(r'href="([^"]+/over[^"]*)"', page)
        assert "Разбор" in (await other.get(over)).text


async def test_people_are_told_nothing_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_both(tmp_path) as (one, _):
        page = (await one.get(one.talk)).text

        async def away(*_: object) -> None:
            raise StoreError(tmp_path, why="away")

        monkeypatch.setattr("simulator.classroom.pen.Pen.write", away)
        told = await one.send(page, reply=replies(page)[0][0])
        assert told.status_code == 503  # so that a balancer asks another server
        assert "Сейчас это не сохранить" in told.text
        assert str(tmp_path) not in told.text
