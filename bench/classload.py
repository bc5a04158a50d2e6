"""A class of a thousand people on loopback: coming in, and answering.

One server holds two classes: in one of them people choose, in the other they speak,
each time other words (`bench/spoken.py`). The trainer watches both. The load is made on
the machine that serves it, so both share its cores.
"""

import asyncio
import os
import random  # noqa: TID251 - whom chance lets answer when; nothing is played by it
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

from bench.classtrainer import Trainer
from bench.classwatch import rows as watching
from bench.crowd import Browser
from bench.measure import Row
from bench.spoken import Speech

PEOPLE: Final = int(os.environ.get("CLASS_PEOPLE", "1000"))
SPOKEN: Final = int(os.environ.get("CLASS_SPOKEN", "50"))
"""Of a hundred people so many speak; the others choose."""
EVERY: Final = 20.0
"""Seconds between two answers of a person."""
LASTS: Final = float(os.environ.get("CLASS_LASTS", "60"))
WAITS: Final = float(os.environ.get("CLASS_WAITS", "300"))
"""Seconds from opening the class until the first comes in; sooner where all has been
read ahead. With 45 a class is measured that nobody has opened here before."""
IDLE: Final = 0.05
"""Less of a core than this, and nothing is read ahead any more."""
STORM: Final = 300
"""So many come in first, within ten seconds."""
_TICKS: Final = os.sysconf("SC_CLK_TCK")


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with TemporaryDirectory() as place:
        data = Path(place)
        with _server(data, "choose") as opened:
            choosing = opened.code
        with _server(data, "speak") as server:
            yield from asyncio.run(_class(data, server, choosing))
    yield from watching()


async def _class(data: Path, server: "Server", choosing: str) -> list[Row]:
    waited = await _wait(server)
    people, storm = await _come_in(server, choosing)
    speech, trainer = Speech("client-x", "ru"), Trainer(data, server.port, people)
    watching = asyncio.create_task(trainer.watch())
    served_before, made, begun = server.seconds(), process_time(), perf_counter()
    await asyncio.gather(*(_play(one, n, speech) for n, one in enumerate(people)))
    made = process_time() - made
    served, *hearing = (
        server.seconds()[n] - before for n, before in enumerate(served_before)
    )
    heard = sum(hearing)
    took = perf_counter() - begun
    watching.cancel()
    chose = [one for n, one in enumerate(people) if not _speaks(n)]
    spoke = [one for n, one in enumerate(people) if _speaks(n)]
    sent = sum(one.answered for one in people)
    failed = sum(one.failed for one in people)
    asked = sum(one.asked_back for one in people)
    memory = server.memory()
    for one in people:
        await one.leave()
    return [
        Row("read ahead before", f"{waited:.0f} s", "CPU of the listeners", None, None),
        Row(f"{STORM} people come in", f"{storm:.1f} s", "asked: 10 s", None, None),
        _row(f"answer → page, {len(chose)} who choose", _times(chose)),
        _row(f"answer → page, {len(spoke)} who speak", _times(spoke)),
        _row(f"answer → page, all {PEOPLE}", _times(people)),
        Row("answers sent", f"{sent}", f"{asked} asked back", None, None),
        Row("failed, kept", f"{failed}", f"{_moves(data)}", None, None),
        Row("resident", f"{memory} MB", "≤ 600 MB", None, None),
        Row(
            "CPU of the server for an answer",
            f"{served / sent * 1000:.1f} ms",
            f"{served / took:.2f} cores; the load takes {made / took:.2f}",
            None,
            None,
        ),
        Row(
            "CPU of its listeners for an answer spoken",
            f"{heard / max(1, sum(one.answered for one in spoke)) * 1000:.1f} ms",
            f"{heard / took:.2f} cores, reading ahead included",
            None,
            None,
        ),
        *trainer.rows(),
    ]


async def _wait(server: "Server") -> float:
    """Wait until all is read ahead; return the CPU seconds that it took."""
    begun = perf_counter()
    await asyncio.sleep(min(WAITS, 10))
    while perf_counter() - begun < WAITS:
        before = sum(server.seconds())
        await asyncio.sleep(2)
        if sum(server.seconds()) - before < IDLE * 2:
            break
    return sum(server.seconds()[1:])


async def _come_in(server: "Server", choosing: str) -> tuple[list[Browser], float]:
    """Let everybody in; return them, and the seconds that the storm took."""
    begun = perf_counter()
    people: list[Browser] = []
    storm = 0.0
    for start in range(0, PEOPLE, 30):
        numbers = range(start, min(PEOPLE, start + 30))
        codes = [server.code if _speaks(n) else choosing for n in numbers]
        people += await asyncio.gather(
            *map(_person, [server.port] * len(codes), codes, numbers)
        )
        if start + 30 == STORM:
            storm = perf_counter() - begun
    return people, storm


def _speaks(number: int) -> bool:
    return (number + 1) * SPOKEN // 100 > number * SPOKEN // 100


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


def _times(people: Sequence[Browser]) -> list[float]:
    return sorted(time for one in people for time in one.took) or [0.0]


async def _person(port: int, code: str, number: int) -> Browser:
    browser = Browser("127.0.0.1", port)
    await browser.come_in(code, f"Участник {number}")
    return browser


async def _play(browser: Browser, number: int, speech: Speech) -> None:
    draw = random.Random(number)
    await asyncio.sleep(draw.random() * EVERY)
    for _ in range(int(LASTS / EVERY)):
        begun = perf_counter()
        if not await browser.answer(draw.randrange(5), speech.next):
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
        """Return what is resident, its listeners included, in MB."""
        return sum(resident_of(one) for one in self._processes()) // 1024

    def seconds(self) -> tuple[float, ...]:
        """Return the CPU seconds of its processes, its listeners' last."""
        return tuple([cpu_of(one) for one in self._processes()])

    def _processes(self) -> list[int]:
        own = self.process.pid
        told = Path(f"/proc/{own}/task/{own}/children")
        return [own, *(int(one) for one in told.read_text("utf-8").split())]


def resident_of(process: int) -> int:
    """Return what is resident of a process, in kB."""
    told = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", told)
    return int(found[1]) if found else 0


def cpu_of(process: int) -> float:
    """Return the CPU seconds that a process has taken."""
    told = Path(f"/proc/{process}/stat").read_text("utf-8")
    fields = told.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


@contextmanager
def _server(data: Path, mode: str) -> Iterator[Server]:
    words = ("-m", "simulator", "--lang", "ru", "class", "open", "client-x")
    environment = {**os.environ, "WHOSE_CLIENT_DATA": str(data)}
    process = subprocess.Popen(
        [sys.executable, *words, "--port", "0", "--mode", mode],
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("CLASS_TELLS") else subprocess.DEVNULL,
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
