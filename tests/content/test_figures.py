"""What was measured of every scenario is what a lesson needs.

`make check` sees to it that the figures are those of the files as they are.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.packs import Library
from tools.library import BEGIN, END, PAGE


class Figures(NamedTuple):
    """A row of the page."""

    best: int
    stupid: int
    separation: int
    taken: tuple[int, int]
    apart: float


def _figures(page: Path) -> dict[str, Figures]:
    measured = page.read_text("utf-8").split(BEGIN)[1].split(END)[0]
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in measured.splitlines()
        if line.startswith("| `")
    ]
    return {
        name: Figures(int(best), int(stupid), int(least), _part(taken), float(apart))
        for name, best, stupid, least, taken, apart, _ in rows
    }


def _part(words: str) -> tuple[int, int]:
    some, _, of = words.partition(" of ")
    return int(some), int(of)


FIGURES = _figures(PAGE)
every = pytest.mark.parametrize("name", sorted(FIGURES))


def test_every_scenario_was_measured() -> None:
    assert FIGURES.keys() == {one.id for one in Library.shipped().scenarios("ru")}


@every
def test_no_stupid_head_passes(name: str) -> None:
    assert FIGURES[name].stupid < 60


@every
def test_the_good_head_stands_out_from_each_bad_one(name: str) -> None:
    assert FIGURES[name].separation >= 30
    assert FIGURES[name].best >= 80


@every
def test_every_reply_is_taken_by_some_head(name: str) -> None:
    taken, of = FIGURES[name].taken
    assert taken == of


@every
def test_the_reader_tells_the_replies_of_every_scene_apart(name: str) -> None:
    assert FIGURES[name].apart >= 0.85
