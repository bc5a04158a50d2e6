"""A scenario saved in an editor → shown by `preview` in a pseudo-terminal."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.measure import Pair, Row, timed
from bench.parsing import of_size
from bench.pseudoterminal import Screen
from bench.terminal import run_in
from simulator.packs import shipped_folder
from simulator.scenario.parsing import parse

ROUNDS = 15
MARK = "saved-{n:03}"
"""Goes into the title, which stands on the first line of the screen."""
SIZES = (("a shipped scenario", None), ("a scenario of 1 MB", 1_000_000))


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    for what, size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "talk.yaml"
            if size is None:
                shutil.copy(shipped_folder() / "base" / "client-x.yaml", file)
            else:
                file.write_bytes(of_size(size))
            yield _row(what, _saving(folder, file), file.stat().st_size)


def _saving(folder: str, file: Path) -> Pair:
    text = file.read_text(encoding="utf-8")
    title = next(one for one in text.splitlines() if one.startswith("title:"))
    shown: list[float] = []
    parsed: list[float] = []
    with run_in(folder, "-m", "simulator", "preview", str(file)) as preview:
        preview.seconds_until("Replies")
        for n in range(ROUNDS + 1):
            mark = MARK.format(n=n)
            data = text.replace(title, f"title: {mark}", 1).encode()
            seconds = _save(preview, file, data, mark)
            reference = timed(partial(parse, data))
            if n:
                shown.append(seconds)
                parsed.append(reference)
    return Pair(tuple(shown), tuple(parsed))


def _save(preview: Screen, file: Path, data: bytes, mark: str) -> float:
    """Save as editors do; return the seconds until the mark is on the screen."""
    preview.settle()
    fresh = file.with_suffix(".new")
    fresh.write_bytes(data)
    saved = perf_counter()
    fresh.replace(file)
    preview.seconds_until(mark, patience=perf_counter() - preview.started + 10)
    return perf_counter() - saved


def _row(what: str, pair: Pair, size: int) -> Row:
    slowest = max(pair.ours) * 1000
    return Row(
        f"{what}, {size / 1000:.0f} kB: saved to shown",
        f"{median(pair.ours) * 1000:.0f} ms",
        f"parse {median(pair.reference) * 1000:.0f} ms; slowest {slowest:.0f} ms",
        pair.ratio,
        None,
    )
