"""The real program in a pseudo-terminal: first frame, memory, key to reply."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.measure import Pair, Row
from bench.pseudoterminal import Screen
from bench.stories import scenario_yaml

ROUNDS = 11
EARLY, LATE = 10, 1_000
KEYS = 15
BARE = ("-m", "bench.bare")
LIST = ("-m", "bench.barelist")
READY = "bare-app-is-ready"


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _starting(folder)
        yield from _replying(folder)


def run_in(folder: str, *arguments: str) -> Screen:
    """Run Python with these arguments, its data in a folder, on a terminal."""
    environment = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "WHOSE_CLIENT_DATA": folder,
        "LANG": "en_US.UTF-8",
        "LC_ALL": "",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
    }
    return Screen(sys.executable, *arguments, environment=environment)


def _starting(folder: str) -> Iterator[Row]:
    memory: dict[str, list[float]] = {"ours": [], "bare": []}

    def start(kind: str, marker: str, *arguments: str) -> None:
        with run_in(folder, *arguments) as screen:
            screen.seconds_until(marker)
            screen.settle()
            memory[kind].append(screen.resident())

    first = _first_frames(folder)
    yield _row("command to first frame", first, "bare Textual app", 1.35)
    for _ in range(3):
        start("ours", "Whose client", "-m", "simulator")
        start("bare", READY, *BARE)
    ours, bare = median(memory["ours"]), median(memory["bare"])
    yield Row(
        "resident memory at the first frame",
        f"{ours:.1f} MB",
        f"bare Textual app {bare:.1f} MB",
        ours / bare,
        1.6,
    )


def _first_frames(folder: str) -> Pair:
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for kept, marker, arguments in (
            (times[0], "Whose client", ("-m", "simulator")),
            (times[1], READY, BARE),
        ):
            with run_in(folder, *arguments) as screen:
                seconds = screen.seconds_until(marker)
            if turn:
                kept.append(seconds)
    return Pair(tuple(times[0]), tuple(times[1]))


def _replying(folder: str) -> Iterator[Row]:
    story = Path(folder) / "generated.yaml"
    story.write_bytes(scenario_yaml(1_000))
    with (
        run_in(folder, "-m", "simulator", "play", str(story)) as ours,
        run_in(folder, *LIST) as bare,
    ):
        bare.seconds_until(READY)
        ours.seconds_until("Choose among replies")
        ours.press("\r")
        ours.seconds_until("Resistance")
        early = _keys(ours, EARLY)
        for _ in range(LATE - EARLY - KEYS):
            ours.press("1")
        late = _keys(ours, 0)
        plain = _keys(bare, LATE // 10)
    yield _row("key to painted reply, turn 1,000", Pair(late, early), "turn 10", 1.2)
    yield _row("key to painted reply, turn 1,000", Pair(late, plain), "bare list", 1.5)


def _keys(screen: Screen, before: int) -> tuple[float, ...]:
    for _ in range(before):
        screen.press("1")
    return tuple(screen.press("1") for _ in range(KEYS))


def _row(what: str, pair: Pair, reference: str, bound: float) -> Row:
    return Row(
        what,
        f"{median(pair.ours) * 1000:.0f} ms",
        f"{reference} {median(pair.reference) * 1000:.0f} ms",
        pair.ratio,
        bound,
    )
