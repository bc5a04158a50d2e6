"""Ten thousand attempts as xAPI statements, to a file and to a store; CPU time."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random  # noqa: TID251 - the talks are drawn, the seed is fixed
from tempfile import TemporaryDirectory
from time import process_time

from bench.measure import Row
from simulator.engine import Choose, Event, back, begin, offered, step, to_json
from simulator.packs import Library, Loaded
from simulator.sessions.past import header_of
from simulator.store import Standing, open_store

ATTEMPTS = 10_000
FEW = 1_000
TURNS = 20
DIFFERENT = 100
"""So many talks are drawn; the attempts repeat them."""
_AT = "2026-11-27T09:00:00+00:00"


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        few, many = filled(folder / "few", FEW), filled(folder / "many", ATTEMPTS)
        file = folder / "all.jsonl"
        small = measured(few, str(folder / "few.jsonl"))
        large = measured(many, str(file))
        again = json_alone(file)
        count = sum(1 for _ in file.open("rb"))
        size = file.stat().st_size / 1e6
        yield Row(
            f"{ATTEMPTS:,} attempts of {TURNS} turns to a file",
            f"{large.seconds:.1f} s",
            f"json.loads and dumps of it {again:.1f} s",
            large.seconds / again,
            None,
        )
        yield _told(f"of these {count:,} statements, {size:,.0f} MB", large, count)
        yield _memory("peak memory of the same", large, small)
        with store() as url:
            sent = measured(many, url)
            yield _told("the same to a record store that takes all", sent, count)
            yield _memory("peak memory of the same", sent, measured(few, url))
            nothing = measured(many, url)
        yield _told("the same again, with nothing new to send", nothing, 0)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program."""

    seconds: float
    """Of the processor: what else goes on on the machine counts little."""
    peak: float
    """Its largest resident size, in MB."""


def measured(data: Path, target: str) -> Run:
    """Export everything of a data folder, in a process of its own."""
    words = ("-m", "simulator", "--data", str(data), "export", "xapi", "--to", target)
    process = subprocess.Popen(
        (sys.executable, *words), env=os.environ | {"no_proxy": "*"}
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the export failed: {status}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def json_alone(file: Path) -> float:
    """Return the seconds that reading and writing the same JSON takes."""
    start = process_time()
    with file.open(encoding="utf-8") as lines, Path(os.devnull).open("w") as out:
        for line in lines:
            out.write(json.dumps(json.loads(line), ensure_ascii=False))
    return process_time() - start


def filled(data: Path, attempts: int) -> Path:
    """Fill a data folder with attempts at «Клиент X»."""
    loaded = Library.shipped().load("client-x", "ru")
    talks = [drawn(loaded, seed) for seed in range(min(attempts, DIFFERENT))]
    keeping = open_store(data)
    for number in range(attempts):
        events = talks[number % len(talks)]
        header = header_of(f"a{number:06}", "client-x", loaded.scenario, events)
        bodies = [to_json(event) for event in events]
        keeping.create(header, loaded.text, bodies, Standing(TURNS), _AT)
    keeping.close()
    return data


def drawn(loaded: Loaded, seed: int) -> tuple[Event, ...]:
    """Answer at random, going back by half whenever the talk ends."""
    chance = Random(seed)
    state, events = begin(loaded.scenario, seed)
    states, told = [state], list(events)
    for _ in range(TURNS):
        if states[-1].ending or not offered(states[-1]):
            _, events = back(states, len(states) // 2)
            del states[len(states) // 2 + 1 :]
            told += events
        reply = chance.choice(offered(states[-1]))
        state, events = step(states[-1], Choose(reply.id))
        states.append(state)
        told += events
    return tuple(told)


class store:
    """A record store that takes everything, on a thread of its own."""

    def __enter__(self) -> str:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Taking)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/xapi"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Taking(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """Say yes."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def _told(what: str, run: Run, count: int) -> Row:
    each = f"{count / run.seconds:,.0f} statements/s" if count else ""
    return Row(what, f"{run.seconds:.1f} s", each, None, None)


def _memory(what: str, run: Run, small: Run) -> Row:
    few = f"{FEW:,} attempts {small.peak:.1f} MB"
    return Row(what, f"{run.peak:.1f} MB", few, run.peak / small.peak, 1.1)
