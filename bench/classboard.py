"""What the trainer's board costs before a class of a thousand that goes on answering.

The board is the real `class watch` in a pseudo-terminal; the server and the people run
beside it, on the same cores. Its cost is what the system says it took of a processor.
"""

import asyncio
import os
import random  # noqa: TID251 - which reply is taken; nothing is played by it
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Final

from bench.crowd import Browser
from bench.measure import Row
from bench.pseudoterminal import Screen

PEOPLE: Final = int(os.environ.get("CLASS_PEOPLE", "1000"))
EVERY: Final = 20.0
"""Seconds between two answers of a person."""
LASTS: Final = float(os.environ.get("CLASS_SECONDS", "60"))
PROGRAM: Final = (sys.executable, "-m", "simulator", "--lang", "ru", "class")


def rows() -> Iterator[Row]:
    """Measure at both paces, each with a class that nobody watches beside it."""
    for pace in ("own", "together"):
        with TemporaryDirectory() as place, _server(Path(place), pace) as server:
            ours, served = _watched(place, *server)
        with TemporaryDirectory() as place, _server(Path(place), pace) as server:
            people = asyncio.run(_come_in(*server[1:]))
            alone = _while_answering(people, [server[0]])[0]
        said = f"{ours:.1f} s of CPU a minute"
        yield Row(f"the board, {PEOPLE} people, {pace}", said, "asked: 6 s", None, None)
        said = f"{served:.1f} s, {alone:.1f} s unwatched"
        yield Row("the server beside it", said, "", None, None)


def _watched(place: str, pid: int, port: int, code: str) -> list[float]:
    """Return the seconds of CPU a minute of a board, and of the server it looks at."""
    people = asyncio.run(_come_in(port, code))
    environment = {"WHOSE_CLIENT_DATA": place, "TERM": "xterm-256color"}
    with Screen(*PROGRAM, "watch", environment=environment) as board:
        reader = Thread(target=_read, args=(board,), daemon=True)
        board.seconds_until("помощь")
        reader.start()
        return _while_answering(people, [board.pid, pid])


def _read(board: Screen) -> None:
    with suppress(OSError):  # the terminal is gone
        while True:
            board.settle()


async def _come_in(port: int, code: str) -> list[Browser]:
    people = [Browser("127.0.0.1", port) for _ in range(PEOPLE)]
    for start in range(0, PEOPLE, 20):
        batch = people[start : start + 20]
        await asyncio.gather(
            *(one.come_in(code, f"Участник {start + n}") for n, one in enumerate(batch))
        )
        for one in batch:
            await one.leave()
    return people


def _while_answering(people: list[Browser], pids: list[int]) -> list[float]:
    """Let people answer; return the seconds of CPU that each program took a minute."""
    before = [_cpu(pid) for pid in pids]
    asyncio.run(_answer(people))
    return [
        (_cpu(pid) - was) * 60 / LASTS for pid, was in zip(pids, before, strict=True)
    ]


async def _answer(people: list[Browser]) -> None:
    """Let each answer every so often, on a connection that is closed at once."""
    await asyncio.gather(*(_person(one, n) for n, one in enumerate(people)))


async def _person(person: Browser, number: int) -> None:
    loop, draw = asyncio.get_running_loop(), random.Random(number)
    end = loop.time() + LASTS
    await asyncio.sleep(EVERY * number / PEOPLE)
    while (begun := loop.time()) < end:
        await person.see()
        await person.answer(draw.randrange(5), lambda _: "")
        await person.leave()
        rest = max(0.0, EVERY - (loop.time() - begun))
        if loop.time() + rest >= end:
            return
        await asyncio.sleep(rest)


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _server(data: Path, pace: str) -> Iterator[tuple[int, int, str]]:
    words = ("open", "client-x", "--headless", "--port", "0", "--pace", pace)
    process = subprocess.Popen(
        [*PROGRAM, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "WHOSE_CLIENT_DATA": str(data)},
    )
    try:
        found = None
        while found is None:
            line = process.stdout.readline() if process.stdout else ""
            assert line, "the server did not start"
            found = re.search(r"Адрес: http://127\.0\.0\.1:(\d+)/j/(\w+)", line)
        yield process.pid, int(found[1]), found[2]
    finally:
        process.terminate()
        process.wait()
