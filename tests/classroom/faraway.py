"""A terminal far away from a class server, for the tests: its line can be cut."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from simulator.classroom.line import PATIENCE, Line, RefusedError
from simulator.classroom.remote import RemoteTalk
from simulator.classroom.seat import Drafts, Seat
from simulator.sessions.errors import UnreachableError
from tests.classroom.site import Site


@dataclass
class Wire:
    """How things stand with the network."""

    cut: bool = False
    """Nothing gets through."""
    deaf: bool = False
    """What is sent arrives, but no answer comes back."""
    asked: list[str] = field(default_factory=list)
    """What was asked, oldest first."""


class AppLine(Line, frozen=True, kw_only=True):
    """A line to a server in the same program."""

    client: httpx.AsyncClient
    loop: asyncio.AbstractEventLoop
    wire: Wire

    def read(
        self,
        path: str,
        body: Mapping[str, object] | None = None,
        *,
        ticket: str = "",
        patience: float = PATIENCE,
    ) -> bytes:
        """Ask the server in the loop of the test; called from another thread."""
        client, wire = self.client, self.wire
        wire.asked.append(path)
        if wire.cut:
            raise UnreachableError("cut")
        headers = {
            "Authorization": f"Bearer {ticket}",
            "Accept-Language": self.language,
        }
        asking = client.request(
            "GET" if body is None else "POST", path, json=body, headers=headers
        )
        told = asyncio.run_coroutine_threadsafe(asking, self.loop).result(30)
        if wire.deaf or wire.cut:
            raise UnreachableError("deaf")
        if told.status_code != 200:
            raise RefusedError(told.json()["error"], told.status_code)
        return bytes(told.content)


def line_to(there: Site, wire: Wire, language: str = "en") -> AppLine:
    """Return a line to a server that runs in the loop of the test."""
    transport = httpx.ASGITransport(there.app, client=("10.0.0.9", 50_000))
    client = httpx.AsyncClient(transport=transport, base_url="http://class")
    loop = asyncio.get_running_loop()
    return AppLine("http://class", language, client=client, loop=loop, wire=wire)


@dataclass
class Terminal:
    """A terminal in a class."""

    talk: RemoteTalk
    wire: Wire
    kept: list[Drafts]
    seat: Seat

    async def again(self) -> "Terminal":
        """Start the program again, with what was kept."""
        return await terminal(self.seat, self.wire, self.kept)


async def joined(there: Site, name: str = "Иван", language: str = "en") -> Terminal:
    """Come in by a terminal."""
    wire = Wire()
    line = line_to(there, wire, language)
    path = f"/api/j/{there.room.header.code}"
    told = await asyncio.to_thread(line.ask, path, {"name": name})
    return await terminal(Seat(line, told["room"], told["ticket"]), wire, [])


async def terminal(seat: Seat, wire: Wire, kept: list[Drafts]) -> Terminal:
    """Sit down at a terminal, with what it has kept."""
    drafts = kept[-1] if kept else Drafts()
    talk = await asyncio.to_thread(RemoteTalk, seat, drafts, kept.append)
    return Terminal(talk, wire, kept, seat)
