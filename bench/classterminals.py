"""The reference for a class: the same talk as one program per person, each streamed.

So it would be if every person had a terminal of his own on the server, as web
terminals do: thirty programs with their screens, each playing the same scenario.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.classload import cpu_of
from bench.measure import Row
from bench.pseudoterminal import Screen

PEOPLE: Final = 30
ANSWERS: Final = 4
"""By each person; a talk lasts longer."""
PATIENCE: Final = 300.0
"""Seconds until all have started: they share the cores."""


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    with TemporaryDirectory() as place, ExitStack() as stack:
        screens = [
            stack.enter_context(_opened(Path(place, f"{n}"))) for n in range(PEOPLE)
        ]
        for one in screens:
            one.seconds_until("Экзамен", PATIENCE)
            one.press("\r")
            one.settle()
        before = sum(cpu_of(one.pid) for one in screens)
        for _ in range(ANSWERS):
            for one in screens:
                one.press("1")
        took = sum(cpu_of(one.pid) for one in screens) - before
        memory = sum(one.resident() for one in screens) / PEOPLE
    answer = took / (PEOPLE * ANSWERS) * 1000
    yield Row(
        f"one terminal program a person, {PEOPLE} of them",
        f"{memory:.1f} MB a person",
        f"{answer:.0f} ms CPU an answer; {before / PEOPLE:.2f} s to start one",
        None,
        None,
    )


def _opened(data: Path) -> Screen:
    """Start the program at the page before the talk."""
    words = ("play", "client-x", "--mode", "choose", "--lang", "ru")
    environment = {"WHOSE_CLIENT_DATA": str(data), "TERM": "xterm-256color"}
    return Screen(sys.executable, "-m", "simulator", *words, environment=environment)
