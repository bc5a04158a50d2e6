"""A real server for a moment: what it is called, and whose word it takes for whom."""

import asyncio
import socket
from pathlib import Path

import httpx
import pytest

from simulator.classroom.desk import Desk
from simulator.classroom.hall import Hall
from simulator.classroom.serving import Beside, Place, serve
from simulator.classroom.web.limits import TRIES
from simulator.store import logs_in


@pytest.mark.parametrize(
    ("place", "url", "secure"),
    [
        (Place("127.0.0.1", 0), "http://127.0.0.1:80", False),
        (Place("::1", 0), "http://[::1]:80", False),
        (
            Place("127.0.0.1", 0, Path("cert"), Path("key")),
            "https://127.0.0.1:80",
            True,
        ),
        (Place("0.0.0.0", 0, address="https://c.org/"), "https://c.org", True),
        (Place("0.0.0.0", 0, address="http://c.org"), "http://c.org", False),
    ],
)
def test_people_type_the_address_of_what_stands_before_the_server(
    place: Place, url: str, secure: bool
) -> None:
    assert place.url(80) == url
    assert place.secure is secure


@pytest.mark.parametrize(
    ("proxy", "trusted"),
    [("", False), ("127.0.0.1", True), ("127.0.0.0/8", True), ("10.0.0.1", False)],
)
async def test_only_the_proxy_that_was_named_says_where_a_guess_comes_from(
    tmp_path: Path, proxy: str, trusted: bool
) -> None:
    seen: list[int] = []

    async def opened(_hall: Hall, _desk: Desk, url: str) -> Beside:
        async def guess() -> int:
            async with httpx.AsyncClient(base_url=url) as client:
                for n in (*[1] * (TRIES + 1), 2):  # one is forgiven meanwhile
                    header = {"x-forwarded-for": f"192.0.2.{n}"}
                    told = await client.get("/j/nosuchcode", headers=header)
                    seen.append(told.status_code)
            return 0

        return guess

    place = Place("127.0.0.1", 0, proxy=proxy)
    await asyncio.wait_for(serve(place, logs_in(tmp_path), tmp_path, opened), 30)
    assert seen == [404] * (TRIES + 1) + [404 if trusted else 429]


async def test_a_page_goes_out_whole_before_its_head_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each page comes 40 ms later: as long as browsers wait to confirm."""
    quick: set[int] = set()
    set_option = socket.socket.setsockopt

    def noted(sock: socket.socket, level: int, option: int, value: int) -> None:
        if (level, option, value) == (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1):
            quick.add(sock.getsockname()[1])
        set_option(sock, level, option, value)

    async def opened(_hall: Hall, _desk: Desk, url: str) -> Beside:
        async def look() -> int:
            async with httpx.AsyncClient(base_url=url) as client:
                await client.get("/")
            return httpx.URL(url).port or 0

        return look

    monkeypatch.setattr(socket.socket, "setsockopt", noted)
    place = Place("127.0.0.1", 0)
    port = await serve(place, logs_in(tmp_path), tmp_path, opened)
    assert port in quick
