"""Who hears own words for a server, and what becomes of them when he dies."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scoring.reading.impression import OUTPUTS, Impression
from simulator.classroom.hearers import Asked, Listening, OwnEars
from simulator.classroom.listened import Heard, Said, Stands, Story
from simulator.classroom.listener import Listener
from simulator.engine import Mode, State, begin
from simulator.sessions.errors import EmptyWordsError
from simulator.sessions.hearing import Ears, Hearing
from simulator.sessions.moments import moment_of
from simulator.sessions.shelf import Shelf
from tests.reading.scripted import scripted_reader
from tests.reports.little import loaded

LISTENS = (
    "from simulator.classroom.listener import run\n"
    "from simulator.sessions import Ears\n"
    "from tests.reading.scripted import scripted_reader\n"
    "import sys\n"
    "run(sys.stdin.buffer, sys.stdout.buffer, Ears(lambda: (scripted_reader(), True)))"
)
COMMAND = (sys.executable, "-c", LISTENS)
WORDS = "Сколько групп он берёт?"


def ears() -> Ears:
    return Ears(lambda: (scripted_reader(), True))


def beginning() -> State:
    return begin(loaded("ru").scenario, 1, Mode.SPEAK)[0]


def told(hearing: Hearing) -> object:
    return hearing.text, hearing.reading.heard, hearing.fit, hearing.doubt


def listening(act: Callable[[Listening], Awaitable[None]], *command: str) -> None:
    async def run() -> None:
        desk = Listening(OwnEars(ears()), *(command or COMMAND))
        try:
            await act(desk)
        finally:
            await desk.stop()

    asyncio.run(run())


async def started(desk: Listening) -> int:
    desk.expect(loaded("ru").scenario)
    while desk.process is None:
        await asyncio.sleep(0.01)
    return desk.process


def test_another_process_hears_what_this_one_would() -> None:
    async def act(desk: Listening) -> None:
        await started(desk)
        heard = await desk.hear(beginning(), f"  {WORDS} ")
        assert told(heard) == told(ears().hear(beginning(), WORDS))

    listening(act)


def test_when_it_is_killed_nobody_waits_in_vain() -> None:
    async def act(desk: Listening) -> None:
        process = await started(desk)
        waiting = [asyncio.create_task(desk.hear(beginning(), WORDS)) for _ in "123"]
        await asyncio.sleep(0)
        os.kill(process, signal.SIGKILL)
        once = told(ears().hear(beginning(), WORDS))
        assert [told(await one) for one in waiting] == [once] * 3

    listening(act)


def test_where_it_cannot_be_started_the_server_hears_by_itself() -> None:
    async def act(desk: Listening) -> None:
        assert (await desk.hear(beginning(), WORDS)).text == WORDS

    listening(act, "/nowhere/at/all")


def test_what_cannot_be_heard_is_refused_as_everywhere() -> None:
    async def act(desk: Listening) -> None:
        with pytest.raises(EmptyWordsError):
            await desk.hear(beginning(), "   ")

    listening(act)


def test_what_is_asked_back_about_is_heard_once() -> None:
    class Counting(OwnEars):
        times = 0

        async def hear(self, state: State, text: str) -> Hearing:
            self.times += 1
            return await super().hear(state, text)

    async def act() -> None:
        hearers = Counting(ears())
        asked, state = Asked(hearers), beginning()
        first = await asked.hear(state, "Сколько можно, отдай")
        again = await asked.hear(state, "Сколько можно, отдай")
        assert first == again
        assert hearers.times == (1 if first.doubt else 2)
        await hearers.stop()

    asyncio.run(act())


def test_whoever_speaks_goes_before_all_that_is_read_ahead() -> None:
    heard: list[Heard] = []
    listener, story, state = Listener(ears(), heard.append), loaded("ru"), beginning()
    listener.take(Story(story.scenario.digest, story.scenario))
    listener.take(Stands(story.scenario.digest, moment_of(state)))
    listener.take(Said(7, story.scenario.digest, moment_of(state), WORDS))
    while not heard:
        assert listener.read_ahead()
    assert [number for number, _ in heard] == [7]


def read() -> Impression:
    return Impression([0.1] * OUTPUTS, (), 1.25, [1 / 64] * 384, 0.5, 0.75)


def test_what_was_read_once_is_found_on_the_shelf_to_the_last_bit(
    tmp_path: Path,
) -> None:
    Shelf(tmp_path, [b"one"]).put("Ладно", "Не отдам", read())
    found = Shelf(tmp_path, [b"one"]).get("Ладно", "Не отдам")
    assert found is not None
    assert (list(found.chances), list(found.vector)) == (
        read().chances,
        read().vector,
    )
    assert (found.overall, found.matter, found.order) == (1.25, 0.5, 0.75)
    assert Shelf(tmp_path, [b"one"]).get("Ладно", "") is None


def test_a_damaged_record_is_passed_over(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, [b"one"])
    shelf.put("Ладно", "", read())
    shelf.put("Отдай", "", read())
    (file,) = tmp_path.iterdir()
    whole = bytearray(file.read_bytes())
    whole[40] ^= 1
    file.write_bytes(whole)
    again = Shelf(tmp_path, [b"one"])
    assert again.get("Ладно", "") is None
    assert again.get("Отдай", "") is not None


def test_what_cannot_be_kept_to_the_last_bit_is_not_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, [b"one"])
    shelf.put("Ладно", "", replace(read(), vector=[0.1] * 384))
    assert shelf.get("Ладно", "") is None


def test_a_shelf_of_another_reader_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "old.read").write_bytes(b"x")
    Shelf(tmp_path, [b"one"])
    assert list(tmp_path.iterdir()) == []
