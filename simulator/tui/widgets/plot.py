"""A plot drawn by plotext's canvas, in the colours of the theme.

The widget of `textual-plotext` is left aside: it paints in colours of its own, which a
theme does not know and NO_COLOR does not take away, and takes long to import.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from textual.content import Content
from textual.widget import Widget

_PAINT: Final = re.compile(r"\x1b\[[0-9;]*m")
_TICKS: Final = 5
LINE: Final = "braille"
DOTS: Final = "o"
"""Two lines are told apart by how they are drawn, never by colour alone."""


class Curve(Struct, frozen=True):
    """Values over talks; None leaves a gap."""

    values: tuple[float | None, ...]
    marker: str = LINE


class Plot(Widget):
    """Curves over talks, from 0 to the most that can be reached."""

    DEFAULT_CSS = """
    Plot { height: 10; width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._curves: tuple[Curve, ...] = ()
        self._most, self._first = 100, 1

    def show(self, curves: Sequence[Curve], most: int, first: int) -> None:
        """Show other curves.

        Args:
            curves: Of equal length.
            most: The top of the scale.
            first: The number of the first talk.
        """
        self._curves, self._most, self._first = tuple(curves), most, first
        self.refresh()

    def render(self) -> Content:
        """Draw the curves."""
        width, height = self.size
        return Content(canvas(self._curves, self._most, self._first, width, height))


def canvas(
    curves: Sequence[Curve], most: int, first: int, width: int, height: int
) -> str:
    """Return a plot as lines of text without colours; empty without any value."""
    known = [one for one in curves if any(v is not None for v in one.values)]
    if not known or width < 1 or height < 1:
        return ""
    import plotext

    count = max(len(one.values) for one in known)
    plotext.clear_figure()
    plotext.theme("clear")
    plotext.limit_size(False, False)
    plotext.plot_size(width, height)
    for one in known:
        _draw(one, first)
    plotext.ylim(0, most)
    plotext.yticks([0, most // 2, most])
    plotext.xlim(first, first + max(1, count - 1))
    plotext.xticks(_ticks(first, count))
    return _PAINT.sub("", plotext.build()).rstrip("\n")


def _draw(curve: Curve, first: int) -> None:
    """Draw one curve: a line is broken where a value is missing, dots are single."""
    import plotext

    run: list[tuple[int, float]] = []
    for place, value in enumerate((*curve.values, None), start=first):
        if value is not None:
            run.append((place, value))
        elif run:
            xs, ys = [one[0] for one in run], [one[1] for one in run]
            if curve.marker == LINE and len(run) > 1:
                plotext.plot(xs, ys, marker=LINE)
            else:
                plotext.scatter(xs, ys, marker="•" if curve.marker == LINE else DOTS)
            run = []


def _ticks(first: int, count: int) -> list[int]:
    """Return numbers of talks to write under a plot, whole and not too many."""
    step = max(1, -(-(count - 1) // (_TICKS - 1)))
    return list(range(first, first + count, step))
