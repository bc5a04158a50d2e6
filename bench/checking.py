"""The quick check as a whole process, beside reading YAML and beside compiling ink.

Measured with everything looked at, and once more when nothing has changed since.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench import inkjs
from bench.chapters import chapters_yaml
from bench.inksource import ink_source
from bench.measure import Pair, Row, in_turn, timed
from simulator.packs import Library, shipped_folder
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse

SCENES: Final = 5_000
ROUNDS: Final = 3
_COMPOSE: Final = """
import gc, sys, yaml
gc.disable()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        yaml.compose(file, Loader=yaml.CSafeLoader)
"""
_COMPILE: Final = """
const { Compiler } = require('inkjs/full');
for (const path of process.argv.slice(2))
  new Compiler(require('fs').readFileSync(path, 'utf8')).Compile().ToJson();
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is checked, and the same for the others."""

    what: str
    path: Path
    """A scenario, or a folder of them."""
    files: Sequence[Path]
    """All the YAML that is read."""
    stories: Sequence[Path]
    """The scenarios as ink source; none: they are not compiled."""


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        yield from _beside(_library(folder))
        yield from _beside(_generated(folder, rich=False))
        yield from _beside(_generated(folder, rich=True))


def _library(folder: Path) -> Checked:
    shelf, path = Library.shipped(), shipped_folder()
    scenarios = [
        shelf.load(one.id, language).scenario
        for language in ("ru", "en")
        for one in shelf.scenarios(language)
    ]
    files = sorted(path.rglob("*.yaml"))
    stories = [_as_ink(one, folder) for one in scenarios]
    return Checked("the shipped library (≤ 1.5 s)", path, files, stories)


def _generated(folder: Path, *, rich: bool) -> Checked:
    data = chapters_yaml(SCENES, rich=rich)
    path = folder / "generated.yaml"
    path.write_bytes(data)
    scenario = parse(data).scenario
    assert scenario is not None
    size = f"{len(data) / 1e6:.1f} MB"
    what = f"{SCENES:,} scenes, {size}" + ("" if rich else " (≤ 2 s)")
    return Checked(what, path, [path], [] if rich else [_as_ink(scenario, folder)])


def _as_ink(scenario: Scenario, folder: Path) -> Path:
    path = folder / f"{scenario.id}.{scenario.language}.ink"
    path.write_text(ink_source(scenario), encoding="utf-8")
    return path


def _beside(one: Checked) -> Iterator[Row]:
    """Check, check again, read and compile in turn."""
    with TemporaryDirectory() as data:
        meters: list[Callable[[], float]] = [
            partial(timed, partial(_check, one.path, data, "--afresh")),
            partial(timed, partial(_check, one.path, data)),
            partial(timed, partial(_compose, one.files)),
        ]
        if one.stories and inkjs.installed() is not None:
            paths = map(str, one.stories)
            meters.append(partial(timed, partial(inkjs.run, _COMPILE, *paths)))
        _check(one.path, data)
        ours, again, composed, *others = in_turn(meters, ROUNDS, warming=0)
    yield _row(one, ours, "yaml.compose (C)", composed)
    for other in others:
        yield _row(one, ours, "inkjs compiler", other)
    yield _row(one, again, "yaml.compose (C)", composed, again=", unchanged since")
    if one.stories and not others:
        yield Row("the same beside inkjs", "skipped", "no node or npm", None, None)


def _row(
    one: Checked,
    ours: tuple[float, ...],
    name: str,
    other: tuple[float, ...],
    again: str = "",
) -> Row:
    return Row(
        f"check --quick, {one.what}{again}",
        f"{median(ours):.2f} s",
        f"{name} {median(other):.2f} s",
        Pair(ours, other).ratio,
        None,
    )


def _check(path: Path, data: str, *options: str) -> None:
    """Run the command; it must find nothing."""
    words = ("-m", "simulator", "check", "--quick", str(path), *options)
    kept = {**os.environ, "WHOSE_CLIENT_DATA": data}
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, check=True, env=kept
    )
    assert not done.stdout, done.stdout


def _compose(files: Sequence[Path]) -> None:
    words = ("-c", _COMPOSE, *map(str, files))
    subprocess.run([sys.executable, *words], check=True)
