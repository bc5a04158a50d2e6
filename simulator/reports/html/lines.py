"""Points of a chart → coordinates in a picture. Pure."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

WIDTH: Final = 640
HALF: Final = 320
"""Of a chart that stands beside another."""
HEIGHT: Final = 150
_LEFT, _TOP, _BOTTOM = 34, 10, 10
_RIGHT: Final = 10


class Line(Struct, frozen=True):
    """One line of a chart; what is not known leaves a gap."""

    name: str
    kind: str
    """A class of the style sheet: how it is drawn, never by colour alone."""
    runs: tuple[str, ...]
    """Points of polylines: `x,y x,y`."""
    dots: tuple[tuple[str, str], ...]
    first: float
    last: float
    low: float
    high: float


class Chart(Struct, frozen=True):
    """Lines on a common ground."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[str, str], ...]
    """Value as written, and its height."""
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    width: int = WIDTH
    height: int = HEIGHT


Series = tuple[str, str, Sequence[float | None]]
"""Name, kind, and values from left to right, equally far apart."""


def chart(series: Sequence[Series], most: int, step: int, width: int = WIDTH) -> Chart:
    """Return a chart from 0 to `most`, with a tick every `step`.

    Half as wide, what is written in it is as large when two stand side by side. A line
    without any value is left out.
    """
    lines = (_line(name, kind, values, most, width) for name, kind, values in series)
    ticks = tuple((str(n), _y(n, most)) for n in range(0, most + 1, step))
    drawn = tuple(one for one in lines if one is not None)
    return Chart(drawn, ticks, right=width - _RIGHT, width=width)


def _line(
    name: str, kind: str, values: Sequence[float | None], most: int, width: int
) -> Line | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    runs: list[list[str]] = [[]]
    dots: list[tuple[str, str]] = []
    for place, value in enumerate(values):
        if value is None:
            runs.append([])
            continue
        dots.append((_x(place, len(values), width), _y(value, most)))
        runs[-1].append(",".join(dots[-1]))
    return Line(
        name,
        kind,
        tuple(" ".join(run) for run in runs if len(run) > 1),
        tuple(dots),
        known[0],
        known[-1],
        min(known),
        max(known),
    )


def _x(place: int, count: int, width: int) -> str:
    room = width - _LEFT - _RIGHT - 12
    share = place / (count - 1) if count > 1 else 0.5
    return f"{_LEFT + 6 + room * share:.1f}"


def _y(value: float, most: int) -> str:
    return f"{HEIGHT - _BOTTOM - (HEIGHT - _TOP - _BOTTOM) * value / most:.1f}"
