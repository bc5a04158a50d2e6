"""Two real servers of one class: a hundred people, one server killed among them.

The balancer before them is as plain as can be: it sends each request to the server
whose turn it is, and to the other one where that does not answer.
"""

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from pathlib import Path

import pytest

from bench.crowd import Answer, Browser
from simulator import clock
from simulator.classroom.results import room_of
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.engine import YOU, Said
from simulator.store import logs_in
from tests.classroom.site import action, hidden, live, replies
from tests.e2e.test_class import serving

PEOPLE = 100
MOVES = 3
"""Of each, at most."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signals")


@dataclass
class Nodes:
    """Two servers on one database."""

    first: subprocess.Popen[str]
    ports: tuple[int, int]
    door: str
    """The path that people come in by."""
    database: str
    turns: Iterator[int] = field(default_factory=count)
    """Of the balancer."""

    def kept(self) -> Room:
        """Return the class as its log tells it."""
        log = logs_in(Path(), self.database).open()
        try:
            return room_of(log, self.door.rpartition("/")[2], clock.now())
        finally:
            log.close()


@pytest.fixture
def nodes(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Nodes]:
    """Open a class at one server, and have another one serve it, too."""
    monkeypatch.setenv("WHOSE_CLIENT_DATABASE", database)
    with ExitStack() as stack:
        opens = serving(tmp_path / "a", "open", "client-x")
        first, here = stack.enter_context(opens)
        _, there = stack.enter_context(serving(tmp_path / "b", "serve"))
        found = [re.fullmatch(r"http://[^:]+:(\d+)(/.+)", at) for at in (here, there)]
        assert found[0] is not None
        assert found[1] is not None
        assert found[0][2] == found[1][2]
        yield Nodes(first, (int(found[0][1]), int(found[1][1])), found[0][2], database)


class Person:
    """Somebody at a browser without scripts, behind the balancer."""

    def __init__(self, nodes: Nodes, name: str) -> None:
        self.nodes, self.name = nodes, name
        self.at = [Browser("127.0.0.1", port) for port in nodes.ports]
        """His browser's connections to the two servers."""
        self.talk = self.page = ""
        self.said: list[str] = []
        """The words of each answer that was shown to him as said."""

    async def ask(self, method: str, path: str, **fields: str) -> Answer:
        """Send a request to the server whose turn it is, or to the other one."""
        turn = next(self.nodes.turns)
        for place in (turn % 2, (turn + 1) % 2):
            try:
                return await self.at[place].ask(method, path, fields)
            except (asyncio.IncompleteReadError, ConnectionError):
                continue
        raise AssertionError("neither server answers")

    async def come_in(self) -> None:
        """Come in by the door of the class, and look at the talk."""
        told = await self.ask("POST", self.nodes.door, name=self.name, word="")
        for browser in self.at:
            browser.cookie = told.cookie
        self.talk = str(re.findall(r"/c/\w+", told.body.decode())[0])
        self.page = (await self.ask("GET", self.talk)).body.decode()

    async def answer(self) -> None:
        """Take a reply, if there is one, and look at what follows.

        What was sent counts on the very next page, whichever server shows it.
        """
        offers = replies(self.page)
        if not offers:
            return
        number, words = offers[len(self.said) % len(offers)]
        fields = {**hidden(self.page), "reply": number}
        told = await self.ask("POST", action(self.page), **fields)
        assert told.status == 303
        self.page = (await self.ask("GET", told.place)).body.decode()
        self.said.append(unescape(words))
        if replies(self.page):
            assert hidden(self.page)["move"] == str(len(self.said) + 1)

    async def hear_of_it(self) -> None:
        """Answer at one server, while another device listens at the other."""
        here, there = self.at
        number, words = replies(self.page)[0]
        listening = asyncio.ensure_future(there.ask("GET", live(self.page)))
        await asyncio.sleep(0.1)
        assert not listening.done()
        fields = {**hidden(self.page), "reply": number}
        await here.ask("POST", action(self.page), fields)
        told = await asyncio.wait_for(listening, 10)
        self.said.append(unescape(words))
        assert told.body == f"event: moved\ndata: {len(self.said)}\n\n".encode()

    async def leave(self) -> None:
        """Close the browser."""
        for browser in self.at:
            await browser.leave()


async def test_two_servers_are_one_class_and_one_killed_loses_and_doubles_nothing(
    nodes: Nodes,
) -> None:
    people = [Person(nodes, f"Участник {n}") for n in range(PEOPLE)]

    async def play(person: Person) -> None:
        await person.come_in()
        for _ in range(MOVES):
            await person.answer()

    async def kill() -> None:
        await until(lambda: sum(len(one.said) for one in people) > PEOPLE)
        nodes.first.send_signal(signal.SIGKILL)

    async with AsyncExitStack() as stack:
        for person in people:
            stack.push_async_callback(person.leave)
        await people[0].come_in()
        await people[0].hear_of_it()
        await asyncio.gather(kill(), *(play(person) for person in people[1:]))
    assert nodes.first.wait(5) == -signal.SIGKILL
    room = nodes.kept()
    assert len(room.seats) == PEOPLE
    for person in people:
        seat = room.named(person.name)
        assert seat is not None
        assert answers(seat) == person.said
        assert seat.moves == len(person.said)


def answers(seat: Seat) -> list[str]:
    """Return what a person has said, as the log has it."""
    lines = [event for event in seat.past.events if isinstance(event, Said)]
    return [line.text for line in lines if line.who == YOU]


async def until(come: Callable[[], bool]) -> None:
    """Wait until something has come about."""
    while not come():
        await asyncio.sleep(0.01)
