"""Ten thousand kept talks: progress, the report of a person, and the first screen."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from bench.measure import Pair, Row, in_turn, timed
from bench.terminal import run_in
from simulator.engine import Choose
from simulator.packs import Library
from simulator.sessions.usecases import Sessions
from simulator.store import FILE, open_store

MANY = 10_000
PLAYED = 60
"""Talks that are really played, at random; the rest are copies of those that ended."""
ROUNDS = 7
BEGUN = datetime(2025, 1, 1, 9, tzinfo=UTC)

_COPY = (
    "INSERT INTO attempts (id, scenario, title, digest, language, mode, seed, source,"
    " started_at, last_at, turns, ending, outcome, business, key_client)"
    " SELECT ?, scenario, title, digest, language, mode, seed,"
    " source, ?, ?, turns, ending, outcome, business, key_client FROM attempts"
    " WHERE id = ?",
    "INSERT INTO events SELECT ?, seq, ?, kind, body FROM events WHERE attempt = ?",
)


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with tempfile.TemporaryDirectory() as place:
        few, many, fresh = (Path(place) / name for name in ("few", "many", "fresh"))
        fill(few, PLAYED)
        fill(many, MANY)
        shutil.copytree(many, fresh)
        page = str(Path(place) / "me.html")
        yield _first_look(fresh)
        for what, words in (
            ("progress", ("progress",)),
            ("report --person", ("report", "--person", "--output", page)),
        ):
            yield _compared(
                what, partial(_run, many, *words), partial(_run, few, *words)
            )
        none = Path(place) / "none"
        yield _compared(
            "first frame",
            partial(_home, many, "Quit"),
            partial(_home, none, "Quit"),
            empty="without any talk",
            bound=1.2,
        )
        yield _compared(
            "menu with what was left",
            partial(_home, many, "My progress"),
            partial(_home, few, "My progress"),
            bound=1.2,
        )


def fill(folder: Path, talks: int) -> None:
    """Keep so many talks in a folder: the same ones for the same number."""
    clock = count()
    drawn, ids = _draws(), count()
    store = open_store(folder)
    sessions = Sessions(
        Library.shipped(),
        store,
        now=lambda: BEGUN + timedelta(seconds=20 * next(clock)),
        new_seed=lambda: next(drawn),
        new_id=lambda: f"a{next(ids):06}",
    )
    names = [one.id for one in sessions.library.scenarios("ru")]
    for _ in range(PLAYED):
        talk = sessions.start(names[next(drawn) % len(names)], "ru")
        while not talk.finished and talk.view.offers:
            offers = talk.view.offers
            talk.answer(Choose(offers[next(drawn) % len(offers)].reply))
    store.close()
    _copy(folder / FILE, talks)


def _draws() -> Iterator[int]:
    """Yield numbers without any pattern that matters, the same ones every time."""
    state = 1
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def _copy(file: Path, talks: int) -> None:
    base = sqlite3.connect(file)
    ended = base.execute("SELECT id FROM attempts WHERE ending IS NOT NULL").fetchall()
    with base:
        for n in range(talks - PLAYED):
            at = (BEGUN + timedelta(days=30, hours=n)).isoformat()
            name, (source,) = f"b{n:06}", ended[n % len(ended)]
            base.execute(_COPY[0], (name, at, at, source))
            base.execute(_COPY[1], (name, at, source))
    base.close()


def _run(folder: Path, *words: str) -> float:
    """Return the seconds that a command takes, the process included."""
    command = (sys.executable, "-m", "simulator", "--data", str(folder), *words)
    run = partial(subprocess.run, command, check=True, capture_output=True)
    return timed(partial(run, env={**os.environ, "WHOSE_CLIENT_LANG": "ru"}))


def _home(folder: Path, marker: str) -> float:
    with run_in(str(folder), "-m", "simulator") as screen:
        return screen.seconds_until(marker)


def _first_look(folder: Path) -> Row:
    """Measure the first look, once what was written just now has reached the disk.

    Otherwise the store waits, when it is closed, for 150 MB that are none of its own.
    """
    os.sync()
    seconds = _run(folder, "progress")
    return Row(
        f"progress, {MANY:,} talks, looked at for the first time",
        f"{seconds:.2f} s",
        "-",
        None,
        None,
    )


def _compared(
    what: str,
    ours: Callable[[], float],
    reference: Callable[[], float],
    empty: str = f"with {PLAYED} talks",
    bound: float | None = None,
) -> Row:
    pair = Pair(*in_turn((ours, reference), ROUNDS, warming=9))
    first, second = (sorted(one)[ROUNDS // 2] for one in (pair.ours, pair.reference))
    return Row(
        f"{what}, {MANY:,} talks",
        f"{first:.2f} s",
        f"{empty}: {second:.2f} s",
        pair.ratio,
        bound,
    )
