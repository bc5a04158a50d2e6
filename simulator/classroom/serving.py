"""Run a class server: where it listens, and how people find it."""

import asyncio
import ipaddress
import os
import socket
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Final

import uvicorn
from msgspec import Struct

from simulator import clock
from simulator.classroom.desk import Desk
from simulator.classroom.hall import Hall, Makers
from simulator.classroom.hearers import (
    COMMAND,
    Hearers,
    Listening,
    OwnEars,
    Several,
)
from simulator.classroom.neighbours import Neighbours
from simulator.classroom.pen import Pen
from simulator.classroom.sweeping import sweeping
from simulator.classroom.watching import Watcher
from simulator.classroom.web.app import application
from simulator.classroom.web.limits import Guesses
from simulator.classroom.words import new_word
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.sessions.hearing import Ears, shipped_reader
from simulator.store import Logs

MOST_LISTENERS: Final = 2
"""Each takes 140 MB; two hear fifty people a second."""
MOST_CONNECTIONS: Final = 2_500
_BACKLOG: Final = 1_024
_KEPT: Final = 30
"""Seconds for which an idle connection is kept: people think before they answer."""


class PortTakenError(SimulatorError):
    """Nothing can listen there."""

    def __init__(self, host: str, port: int, why: str) -> None:
        super().__init__(
            N_("Nobody can listen at {host}, port {port}: {why}. Try another --port."),
            host=host,
            port=port,
            why=why,
        )


class Place(Struct, frozen=True):
    """Where a server listens."""

    host: str
    port: int
    certificate: Path | None = None
    """With its key: the server speaks TLS."""
    key: Path | None = None
    address: str = ""
    """What people type where that is not this machine: that of a proxy, or of a
    balancer before several servers."""
    proxy: str = ""
    """Whose word is taken for where a request comes from; empty: nobody's."""

    @property
    def secure(self) -> bool:
        """True when browsers talk to us, or to what stands before us, under TLS."""
        return self.certificate is not None or self.address.startswith("https://")

    @property
    def is_open(self) -> bool:
        """True when other machines can reach it."""
        try:
            return not ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host != "localhost"

    def url(self, port: int) -> str:
        """Return the address that people type, for the port that it came to."""
        if self.address:
            return self.address.rstrip("/")
        host = _own_address() if self.host in ("0.0.0.0", "::") else self.host
        shown = f"[{host}]" if ":" in host else host
        return f"{'https' if self.certificate else 'http'}://{shown}:{port}"


Beside = Callable[[], Awaitable[int]]
"""What is done beside serving; when it is done, so is the server. Its exit code."""


async def serve(
    place: Place,
    logs: Logs,
    shelf: Path,
    opened: Callable[[Hall, Desk, str], Awaitable[Beside | None]],
) -> int:
    """Serve classes until somebody interrupts.

    Args:
        place: Where to listen.
        logs: Where classes are kept.
        shelf: Where wordings lie that were read once.
        opened: Told the hall, its desk and the address, before the first is served;
            returns what is done beside serving, if anything.

    Returns:
        The exit code of what was done beside it; 0 where nothing was.

    Raises:
        PortTakenError: Nothing can listen there.
        StoreError: The store cannot be used.
    """
    listening = _listening(place)
    pen, ears = Pen(logs.open, clock.now), Ears(shipped_reader)
    hall = Hall(pen, ears, makers(), _hearers(OwnEars(ears), shelf))
    desk = Desk(Watcher(clock.seconds), clock.now)
    neighbours = Neighbours(hall)
    try:
        await pen.ready()
        await neighbours.listen(logs)
        beside = await opened(hall, desk, place.url(listening.getsockname()[1]))
        server = uvicorn.Server(_config(place, hall, desk))
        async with sweeping(lambda: server.server_state.total_requests):
            return await _run(server, listening, beside)
    finally:
        await hall.leave()
        await neighbours.leave()
        await pen.close()
        listening.close()


async def _run(
    server: uvicorn.Server, listening: socket.socket, beside: Beside | None
) -> int:
    """Serve, and do what is done beside it; the one that ends first ends the other."""
    code = 0
    serving = asyncio.ensure_future(server.serve(sockets=[listening]))
    if beside is not None:
        try:
            code = await beside()
        finally:
            server.should_exit = True
    await serving
    return code


def _hearers(own: OwnEars, read: Path) -> Hearers:
    """Return who hears: a listener for each core, but not more than are of use."""
    several = min(MOST_LISTENERS, os.cpu_count() or 1)
    numbers = [str(n) for n in range(several)]
    return Several(
        [Listening(own, *COMMAND, str(read), n, str(several)) for n in numbers]
    )


def makers() -> Makers:
    """Return what makes ids, secrets and seeds for real."""
    return Makers(
        now=clock.now,
        new_id=clock.new_id,
        new_seed=clock.new_seed,
        new_code=clock.new_code,
        new_token=clock.new_token,
    )


def _config(place: Place, hall: Hall, desk: Desk) -> uvicorn.Config:
    app = application(
        hall,
        Guesses(clock.seconds),
        desk,
        partial(new_word, below=clock.draw),
        secure=place.secure,
    )
    return uvicorn.Config(
        app,
        http="h11",  # the other one takes heads of any size into memory
        lifespan="off",
        access_log=False,
        log_level="error",
        server_header=False,
        proxy_headers=bool(place.proxy),
        forwarded_allow_ips=place.proxy,
        date_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=_KEPT,
        backlog=_BACKLOG,
        ssl_certfile=place.certificate,
        ssl_keyfile=place.key,
        timeout_graceful_shutdown=3,
    )


def _listening(place: Place) -> socket.socket:
    """Return a socket that listens.

    It says that it speaks TCP, for asyncio lets small packets go at once only on those
    that do; else a page waits for 40 ms until the browser has confirmed its head.
    """
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((place.host, place.port))
        made.listen(_BACKLOG)  # whoever comes before the first page is served waits
    except OSError as error:
        made.close()
        why = error.strerror or str(error)
        raise PortTakenError(place.host, place.port, why) from error
    return made


def _own_address() -> str:
    """Return the address by which other machines reach this one, as far as it knows.

    Nothing is sent: the system is only asked which way it would go.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
