"""The pages of a class, asked as a browser asks them, for the tests."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import httpx

from simulator.classroom.desk import Desk
from simulator.classroom.hall import Hall
from simulator.classroom.held import Pace
from simulator.classroom.room import Room
from simulator.classroom.watching import Watcher
from simulator.classroom.web.app import application
from simulator.classroom.web.limits import Guesses
from simulator.engine import Mode
from tests.classroom.house import NOW, hall, opened

WORD = "сосна-ручей-42"
_STAMP = re.compile(r'name="stamp" value="([^"]+)"')
_ACTION = re.compile(r'action="([^"]+/move[^"]*)"')
_LIVE = re.compile(r'data-live="([^"]+)"')
_LINE = re.compile(r'name="line" value="(\d*)"')
_MOVE = re.compile(r'name="move" value="(\d+)"')
_REPLY = re.compile(r'name="reply" value="(\d+)">(.*?)</button>', re.DOTALL)


@dataclass
class Site:
    """A server with one class."""

    house: Hall
    room: Room
    token: str
    seconds: list[float] = field(default_factory=lambda: [0.0])
    """What its clock shows; a test turns it."""

    def __post_init__(self) -> None:
        self.app = application(
            self.house,
            Guesses(lambda: self.seconds[0]),
            Desk(Watcher(lambda: self.seconds[0]), lambda: NOW),
            lambda _language: WORD,
            secure=False,
        )

    def browser(self, address: str = "10.0.0.1") -> "Browser":
        """Open a browser that has been nowhere yet."""
        transport = httpx.ASGITransport(self.app, client=(address, 50_000))
        client = httpx.AsyncClient(
            transport=transport, base_url="http://class", follow_redirects=True
        )
        return Browser(client, self.room)


@dataclass
class Browser:
    """A person at a browser without scripts."""

    client: httpx.AsyncClient
    room: Room

    @property
    def talk(self) -> str:
        """The path of his talk."""
        return f"/c/{self.room.header.id}"

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask for a page."""
        return await self.client.get(path, headers=headers)

    async def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form."""
        return await self.client.post(path, data=fields)

    async def come_in(self, name: str = "Иван", word: str = "") -> httpx.Response:
        """Come in by the code of the class."""
        return await self.post(f"/j/{self.room.header.code}", name=name, word=word)

    async def answer(self, words: str) -> httpx.Response:
        """Press the reply with these words, on the page as it is now."""
        page = await self.get(self.talk)
        (number,) = [n for n, text in replies(page.text) if text == words]
        return await self.send(page.text, reply=number)

    async def send(self, page: str, **fields: str) -> httpx.Response:
        """Send the form of a page with some fields of its own."""
        return await self.post(action(page), **hidden(page), **fields)


def replies(page: str) -> list[tuple[str, str]]:
    """Return the number and the words of each reply on a page."""
    return [(number, text.strip()) for number, text in _REPLY.findall(page)]


def hidden(page: str) -> dict[str, str]:
    """Return what the form of a page sends besides what is chosen."""
    stamp, move = _STAMP.search(page), _MOVE.search(page)
    assert stamp is not None
    assert move is not None
    line = _LINE.search(page)
    return {"stamp": stamp[1], "move": move[1], "line": line[1] if line else ""}


def live(page: str) -> str:
    """Return the address at which a page listens."""
    found = _LIVE.search(page)
    assert found is not None
    return unescape(found[1])


def action(page: str) -> str:
    """Return where the form of a page is sent."""
    found = _ACTION.search(page)
    assert found is not None
    return found[1]


@asynccontextmanager
async def site(
    folder: Path, mode: Mode = Mode.CHOOSE, pace: Pace = Pace.OWN
) -> AsyncIterator[Site]:
    """Open a server with one class that plays the little story."""
    async with hall(folder) as house:
        begun = await opened(house, mode, pace)
        yield Site(house, begun.room, begun.token)
