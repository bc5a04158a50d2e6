"""Boards to test with: a class that a test turns, and real ones, here and far away."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from gettext import NullTranslations
from pathlib import Path
from typing import Final

import uvicorn
from textual.pilot import Pilot

from simulator.classroom.desk import Desk
from simulator.classroom.hall import Hall
from simulator.classroom.held import Pace
from simulator.classroom.room import Room
from simulator.classroom.watching import Watcher
from simulator.classroom.web.app import application
from simulator.classroom.web.limits import Guesses
from simulator.cli.classes.board import drawn
from simulator.cli.classes.sources import Far, Served
from simulator.errors import SimulatorError
from simulator.tui.classapp import BoardApp
from simulator.tui.game import Habits, game_without_talks
from simulator.tui.screens.board import BoardPage
from simulator.tui.seen import Course, Person, Seen, Source, Way
from tests.classroom.house import NOW, hall, opened
from tests.tui import games

ADDRESS: Final = "http://10.0.0.5:8765/j/k7m2x9qd"
WAY: Final = Way(ADDRESS, "k7m2-x9qd", drawn(ADDRESS), serving=True)


def person(name: str, turn: int = 0, line: str = "", **more: object) -> Person:
    """Return somebody in a class; his id is his name in small letters."""
    known: Person = {
        "person": name.lower(),
        "name": name,
        "turn": turn,
        "line": line,
        "ending": None,
        "title": "",
        "good": False,
        "business": None,
        "key_client": None,
        "answered": False,
        "hand": False,
    }
    return {**known, **more}  # type: ignore[typeddict-item]  # fields of a person


def seen(*people: Person, course: Course | None = None, **more: object) -> Seen:
    """Return a class as its trainer sees it."""
    known: Seen = {
        "title": "Client X",
        "code": "k7m2x9qd",
        "closed": False,
        "shown": False,
        "named": False,
        "acts": 0,
        "per_minute": 0,
        "people": list(people),
        "course": course,
    }
    return {**known, **more}  # type: ignore[typeddict-item]  # fields of a class


@dataclass
class Class:
    """A class whose board a test turns."""

    seen: Seen
    asked: list[Mapping[str, object]] = field(default_factory=list)
    ended: int = 0
    error: SimulatorError | None = None
    """Why it cannot be reached, or will not do what is asked for."""
    looks: int = 0
    seconds: float = 0.0
    """What the clock of the board shows."""

    async def look(self) -> Seen:
        """Tell what is to be seen."""
        self.looks += 1
        if self.error is not None:
            raise self.error
        return self.seen

    async def lead(self, body: Mapping[str, object]) -> Seen:
        """Note what was asked for."""
        if self.error is not None:
            raise self.error
        self.asked.append(body)
        return self.seen

    async def end(self) -> None:
        """End the class, as a server does."""
        self.ended += 1
        self.seen = {**self.seen, "closed": True}


@dataclass
class Slow(Class):
    """A class behind a network, whose answers a test lets through one by one."""

    waiting: list[asyncio.Future[Seen]] = field(default_factory=list)

    async def look(self) -> Seen:
        """Tell what is to be seen, once the test says so."""
        return await self._answer()

    async def lead(self, body: Mapping[str, object]) -> Seen:
        """Note what was asked for."""
        self.asked.append(body)
        return await self._answer()

    def _answer(self) -> asyncio.Future[Seen]:
        self.waiting.append(asyncio.get_running_loop().create_future())
        return self.waiting[-1]


async def answered(pilot: Pilot[int], held: Slow, at: int, told: Seen) -> None:
    """Let the answer through that is waited for at a place."""
    held.waiting.pop(at).set_result(told)
    await games.settle(pilot)


Texts = Callable[[str], NullTranslations]


def app(
    source: Source,
    first: Seen,
    language: str = "en",
    way: Way = WAY,
    texts: Texts = games.english,
) -> BoardApp:
    """Return an app that has not been started."""
    game = game_without_talks(texts, Habits(language))
    return BoardApp(game, source, first, way)


def board(pilot: Pilot[int]) -> BoardPage:
    """Return the board, whatever is over it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, BoardPage)
    return screen


async def second(pilot: Pilot[int]) -> str:
    """Let a second pass; return what is painted then."""
    board(pilot).look()
    await pilot.app.workers.wait_for_complete()
    await games.settle(pilot)
    return games.painted(pilot)


async def press(pilot: Pilot[int], *keys: str) -> str:
    """Press keys, each once what the last one led to is done; return what is painted.

    Words after a quotation mark are typed in one go.
    """
    for key in keys:
        await pilot.press(*(key[1:] if key.startswith("'") else [key]))
        await games.settle(pilot)
        await pilot.app.workers.wait_for_complete()
        await games.settle(pilot)
    return games.painted(pilot)


@dataclass
class Led:
    """A real class, and what its trainer's board asks."""

    house: Hall
    room: Room
    source: Source

    async def app(self, language: str = "en", texts: Texts = games.english) -> BoardApp:
        """Return an app that has not been started."""
        return app(self.source, await self.source.look(), language, WAY, texts)


@asynccontextmanager
async def led(
    folder: Path, pace: Pace = Pace.TOGETHER, *, far: bool = False
) -> AsyncIterator[Led]:
    """Open a class that plays the little story; far: behind a server on a free port."""
    async with hall(folder) as house:
        begun = await opened(house, pace=pace)
        desk = Desk(Watcher(lambda: 0.0), lambda: NOW)
        if not far:
            yield Led(house, begun.room, Served(house, desk, begun.room))
            return
        async with serving(house, desk) as url:
            source = Far(f"{url}/t/{begun.room.header.id}", begun.token)
            yield Led(house, begun.room, source)


@asynccontextmanager
async def serving(house: Hall, desk: Desk) -> AsyncIterator[str]:
    """Serve classes on a free port; yield its address."""
    guesses = Guesses(lambda: 0.0)
    site = application(house, guesses, desk, lambda _: "", secure=False)
    config = uvicorn.Config(site, port=0, lifespan="off", ws="none", log_level="error")
    server = uvicorn.Server(config)
    running = asyncio.ensure_future(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await running
