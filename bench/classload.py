"""A class of a thousand people on loopback: coming in, and answering.

Half of them choose, half speak in their own words. The load is made on the machine
that serves it, so both share its cores.
"""

import asyncio
import os
import random  # noqa: TID251 - whom chance lets answer when; nothing is played by it
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from bench.crowd import Browser
from bench.measure import Row

PEOPLE: Final = int(os.environ.get("CLASS_PEOPLE", "1000"))
EVERY: Final = 20.0
"""Seconds between two answers of a person."""
LASTS: Final = 60.0
WAITS: Final = 45.0
"""Seconds from opening the class until the first comes in: trainers open it early."""
STORM: Final = 300
"""So many come in first, within ten seconds."""
WORDS: Final = (
    "Давай сначала посмотрим, сколько он берёт у нас и сколько у конкурента.",
    "Решать будем не мы с тобой, а на совещании, по одним правилам для всех.",
    "Сколько мы теряем каждый квартал, пока спорим?",
    "Я понимаю, ты его нашёл и вложил годы. Это останется в карточке.",
)


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with (
        TemporaryDirectory() as place,
        _server(Path(place), "choose") as choosing,
        _server(Path(place) / "b", "speak") as speaking,
    ):
        yield from asyncio.run(_class(Path(place), choosing, speaking))


async def _class(place: Path, choosing: "Server", speaking: "Server") -> list[Row]:
    await asyncio.sleep(WAITS)
    begun = perf_counter()
    people: list[Browser] = []
    storm = 0.0
    for start in range(0, PEOPLE, 30):
        batch = [
            _come_in((choosing, speaking)[n % 2], n)
            for n in range(start, min(PEOPLE, start + 30))
        ]
        people += await asyncio.gather(*batch)
        if start + 30 == STORM:
            storm = perf_counter() - begun
    await asyncio.gather(*(_play(one, n) for n, one in enumerate(people)))
    chose, spoke = _times(people[::2]), _times(people[1::2])
    failed = sum(one.failed for one in people)
    kept = _moves(place) + _moves(place / "b")
    sent = sum(len(one.took) for one in people)
    memory = max(choosing.memory(), speaking.memory())
    for one in people:
        await one.leave()
    return [
        Row("300 people come in", f"{storm:.1f} s", "asked: 10 s", None, None),
        _row(f"answer → page, {PEOPLE // 2} who choose", chose),
        _row(f"answer → page, {PEOPLE - PEOPLE // 2} who speak", spoke),
        Row("answers sent, failed, kept", f"{sent}", f"{failed} | {kept}", None, None),
        Row("resident, of the larger server", f"{memory} MB", "≤ 600 MB", None, None),
    ]


def _row(what: str, times: list[float]) -> Row:
    def part(share: float) -> float:
        return times[min(len(times) - 1, int(len(times) * share))] * 1000

    return Row(
        what,
        f"{part(0.5):.0f} ms",
        f"p95 {part(0.95):.0f} ms (≤ 150), p99 {part(0.99):.0f} ms (≤ 400)",
        None,
        None,
    )


def _times(people: list[Browser]) -> list[float]:
    return sorted(time for one in people for time in one.took) or [0.0]


async def _come_in(server: "Server", number: int) -> Browser:
    browser = Browser("127.0.0.1", server.port)
    await browser.come_in(server.code, f"Участник {number}")
    return browser


async def _play(browser: Browser, number: int) -> None:
    draw = random.Random(number)
    await asyncio.sleep(draw.random() * EVERY)
    for turn in range(int(LASTS / EVERY)):
        begun = perf_counter()
        if not await browser.answer(draw.randrange(5), WORDS[(number + turn) % 4]):
            return
        await asyncio.sleep(max(0.0, EVERY - (perf_counter() - begun)))


def _moves(place: Path) -> int:
    with sqlite3.connect(place / "attempts.sqlite") as connection:
        found = connection.execute(
            "SELECT count(*) FROM room_log WHERE key LIKE 'moved/%'"
        ).fetchone()
    return int(found[0])


class Server:
    """A class server in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        """Remember where it is."""
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/j/(\w+)", address)
        assert found is not None, address
        self.process = process
        self.port, self.code = int(found[1]), found[2]

    def memory(self) -> int:
        """Return its resident memory in MB; 0 where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        told = status.read_text("utf-8") if status.exists() else ""
        found = re.search(r"VmRSS:\s+(\d+) kB", told)
        return int(found[1]) // 1024 if found else 0


@contextmanager
def _server(data: Path, mode: str) -> Iterator[Server]:
    words = ("-m", "simulator", "--lang", "ru", "class", "open", "client-x")
    environment = {**os.environ, "WHOSE_CLIENT_DATA": str(data)}
    process = subprocess.Popen(
        [sys.executable, *words, "--port", "0", "--mode", mode],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    try:
        assert process.stdout is not None
        found = None
        while found is None:
            line = process.stdout.readline()
            assert line, "the server did not start"
            found = re.search(r"Адрес: (\S+)", line)
        yield Server(process, found[1])
    finally:
        process.terminate()
        process.wait()
