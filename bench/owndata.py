"""One's own data: 10,000 attempts and 200,000 answers, out into one file and in."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from msgspec.structs import replace

from bench.engine import picks
from bench.measure import Row
from scoring.scorecard import score
from simulator.engine import Choose, Event, back, begin, offered, step, talk_of, to_json
from simulator.packs import Library, Loaded
from simulator.sessions.past import header_of
from simulator.store import Kept, Log, Standing, Timed, open_whole

ATTEMPTS: Final = 10_000
FEW: Final = 1_000
"""So many for the reference of memory."""
ANSWERS: Final = 20
"""Answers of an attempt, those that were taken back included."""
_TALKS: Final = 500
"""Talks that differ; the others are these again, under other ids."""
_AT: Final = "2026-11-27T09:00:00+00:00"
_PROMISED: Final = 60.0
_PROMISED_TURNS: Final = 500
_RUN: Final = r"""
import re, sys, time
from simulator.cli import main
start = time.perf_counter()
try:
    main()
finally:
    # Not ru_maxrss, in which the process that started this one counts as well.
    held = re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())
    peak = int(held.group(1)) / 1024
    print(time.perf_counter() - start, peak, file=sys.stdout)
"""


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        events = filled(folder / "many", ATTEMPTS)
        filled(folder / "few", FEW)
        for verb in ("export", "import"):
            yield from _both(folder, verb, events)
        yield _dumped(folder / "many")
        yield _rescored(folder / "few")


def _both(folder: Path, verb: str, events: int) -> Iterator[Row]:
    figures = {}
    for size in ("few", "many"):
        where = folder / (size if verb == "export" else f"{size}-in")
        figures[size] = _figures(where, "data", verb, str(folder / f"{size}.zip"))
    seconds, peak = figures["many"]
    few = figures["few"][1]
    what = f"data {verb}, {ATTEMPTS:,} attempts, {events:,} events"
    if verb == "export":
        share = seconds / _PROMISED
        yield Row(what, f"{seconds:.1f} s", f"promised: {_PROMISED:g} s", share, 1.0)
    else:
        yield Row(what, f"{seconds:.1f} s", "", None, None)
    reference = f"{FEW:,} attempts: {few:.1f} MB"
    yield Row("peak memory of that", f"{peak:.1f} MB", reference, peak / few, 1.2)


def _figures(data: Path, *words: str) -> tuple[float, float]:
    """Run the program; return its seconds and its peak of memory in MB."""
    line = [sys.executable, "-c", _RUN, "--data", str(data), *words]
    done = subprocess.run(line, check=False, capture_output=True, text=True)
    seconds, peak = done.stdout.split()[-2:]
    return float(seconds), float(peak)


def _rescored(data: Path) -> Row:
    """Time scoring anew; the program's start is in it, and writing is not."""
    whole = open_whole(data)
    turns = sum(log.kept.standing.turns for log in whole.logs())
    whole.close()
    seconds, _ = _figures(data, "rescore", "--output", str(data / "scores.csv"))
    rate = turns / seconds
    what = f"rescore, {FEW:,} attempts, {turns:,} turns that count"
    promised = f"promised: {_PROMISED_TURNS} turns a second"
    return Row(what, f"{rate:,.0f} turns/s", promised, _PROMISED_TURNS / rate, 1.0)


def _dumped(data: Path) -> Row:
    """Time what nobody can do without: reading all events, as JSON, in one go."""
    whole = open_whole(data)
    start = perf_counter()
    size = sum(len(json.dumps([e.body for e in log.events])) for log in whole.logs())
    seconds = perf_counter() - start
    whole.close()
    return Row(
        "reading all of them alone", f"{seconds:.1f} s", f"{size:,} B", None, None
    )


def filled(data: Path, attempts: int) -> int:
    """Fill a store with talks of «Клиент X»; return how many events there are."""
    loaded = Library.shipped().load("client-x", "ru")
    talks = [_talk(loaded, seed) for seed in range(min(_TALKS, attempts))]
    whole = open_whole(data)
    digest = loaded.scenario.digest
    with whole.writing():
        whole.add_text(digest, loaded.text)
        for number in range(attempts):
            whole.put(_numbered(talks[number % len(talks)], number))
    whole.close()
    return sum(len(talks[n % len(talks)].events) for n in range(attempts))


def _numbered(log: Log, number: int) -> Log:
    header = replace(log.kept.header, id=f"261127{number:010d}")
    return replace(log, kept=replace(log.kept, header=header))


def _talk(loaded: Loaded, seed: int) -> Log:
    """Play by chance, taking answers back at an ending, until it has gone on enough."""
    pick = picks()
    for _ in range(seed):
        pick(7)
    state, told = begin(loaded.scenario, seed)
    states, events, answers = [state], [*told], 0
    while answers < ANSWERS or states[-1].ending is None:
        replies = offered(states[-1])
        if not replies:
            to = pick(len(states) - 1)
            _, undoing = back(states, to)
            del states[to + 1 :]
            events += undoing
            continue
        state, told = step(states[-1], Choose(replies[pick(len(replies))].id))
        states.append(state)
        events += told
        answers += 1
    return _log(loaded, events, len(states) - 1)


def _log(loaded: Loaded, events: list[Event], turns: int) -> Log:
    card = score(talk_of(loaded.scenario, events), loaded.rubric, loaded.rulebook)
    header = header_of("-", loaded.source, loaded.scenario, events)
    standing = Standing(turns, "end", "mixed", card.business)
    kept = Kept(header, standing, _AT, _AT)
    return Log(kept, tuple(Timed(_AT, to_json(one)) for one in events))
