"""Own words: reading one, reading a thousand, loading, memory; beside plain numpy."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from math import ceil
from statistics import median
from time import perf_counter

import numpy as np

from bench.measure import Row, paired
from scoring.reading.reader import Reader
from scoring.reading.shipped import shipped, tuned_reader
from scoring.reading.text import words
from tools.bank import Labelled, load

MOST_WORDS = 60
REPLIES = 400
THOUSAND = 1000
LOADS = 5
SIZE = 512
_LOAD = """
from time import perf_counter
import resource
start = perf_counter()
from scoring.reading.shipped import shipped, tuned_reader
tuned_reader(shipped()).read("Сколько он берёт?", "Не отдам.")
kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(perf_counter() - start, kilobytes)
"""


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    reader = tuned_reader(shipped())
    bank = [r for r in load() if len(words(r.reply)) <= MOST_WORDS]
    few = bank[:: max(1, len(bank) // REPLIES)][:REPLIES]
    yield from _one(reader, few)
    yield _many(bank[:: len(bank) // THOUSAND][:THOUSAND])
    yield from _loading()


def _one(reader: Reader, replies: list[Labelled]) -> Iterator[Row]:
    """Time single replies, each beside one product of two matrices."""
    square = np.random.default_rng(1).random((SIZE, SIZE), np.float32)
    ours: list[float] = []
    products: list[float] = []
    for reply in replies:
        read = partial(reader.read, reply.reply, reply.manager_says)
        pair = paired(read, lambda: square @ square, 1)
        ours += pair.ours
        products += pair.reference
    product = f"numpy, {SIZE}×{SIZE} product {median(products) * 1000:.1f} ms"
    for name, part in (("median", 0.5), ("95 of 100 within", 0.95)):
        yield Row(
            f"reply → reading, {name}",
            f"{_at(ours, part) * 1000:.1f} ms",
            product,
            _at(ours, part) / median(products),
            None,
        )


def _many(replies: list[Labelled]) -> Row:
    """Run the command, loading included."""
    lines = [{"reply": r.reply, "manager_says": r.manager_says} for r in replies]
    start = perf_counter()
    done = subprocess.run(
        (sys.executable, "-m", "simulator", "read", "--format", "json"),
        input="\n".join(map(json.dumps, lines)),
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, told = perf_counter() - start, len(done.stdout.splitlines())
    return Row(f"read, {told} replies", f"{seconds:.1f} s", "≤ 15 s", None, None)


def _loading() -> Iterator[Row]:
    """Load in fresh processes, first reading included."""
    told = [_fresh() for _ in range(LOADS)]
    seconds = median(one[0] for one in told)
    memory = max(one[1] for one in told) / 1024
    yield Row("loading and the first reading", f"{seconds:.2f} s", "≤ 2 s", None, None)
    yield Row("resident with the reader", f"{memory:.0f} MB", "≤ 300 MB", None, None)


def _fresh() -> tuple[float, float]:
    done = subprocess.run(
        (sys.executable, "-c", _LOAD), check=True, capture_output=True, text=True
    )
    seconds, kilobytes = done.stdout.split()
    return float(seconds), float(kilobytes)


def _at(values: list[float], part: float) -> float:
    return sorted(values)[min(ceil(part * len(values)), len(values)) - 1]
