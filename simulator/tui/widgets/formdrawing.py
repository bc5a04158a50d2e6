"""How the rows of a form look: marks, names, values, what a click on them means."""

from collections.abc import Callable, Sequence
from gettext import NullTranslations
from typing import Final

from msgspec import Struct
from textual.content import Content

from scoring.forms import read
from scoring.forms.model import Part, Values
from simulator import forms
from simulator.forms import Row, Way
from simulator.reports.formhelp import row_name, shown
from simulator.reports.formnames import part_name
from simulator.tui.widgets.choices import MARK

_CELL: Final = 3
"""Columns of one level in a row of levels."""
_LEVELS: Final = (None, 0, 1, 2, 3, 4)
_WIDEST: Final = 72
"""A value stands no further to the right, or the eye would lose the line."""
_NARROWEST: Final = 12
"""A name is never squeezed into less."""


class Line(Struct, frozen=True):
    """One line on the screen."""

    content: Content
    owner: int
    """Which row it belongs to; -1 for a heading or a gap."""
    first: bool = False
    """True for the first line of a row: there the values can be clicked."""


class Drawing(Struct, frozen=True):
    """A form as it stands now."""

    rows: Sequence[Row]
    values: Values
    at: int
    """The highlighted row; after the last one comes the line that hands in."""
    hand_in: str
    """The words of that line."""
    texts: NullTranslations

    def lines(self, width: int) -> list[Line]:
        """Return all lines at this width."""
        lines: list[Line] = []
        part: Part | None = None
        for index, row in enumerate(self.rows):
            if row.part is not part:
                part = row.part
                lines += [Line(Content(""), -1)] if lines else []
                name = part_name(part).render(self.texts)
                lines.append(Line(Content.styled(name, "bold $primary"), -1))
            lines += self._row(index, row, width)
        words = Content.assemble(self._mark(len(self.rows)), (self.hand_in, "bold"))
        last = self._ground([words], len(self.rows), width)
        return [*lines, Line(Content(""), -1), *last]

    def _mark(self, index: int) -> Content:
        return Content.styled(MARK if index == self.at else "  ", "$primary")

    def _row(self, index: int, row: Row, width: int) -> list[Line]:
        mark = _MARKS[row.way](self.values, row)
        head = Content.assemble(self._mark(index), mark)
        blank = Content(" " * head.cell_length)
        body = self._body(row, max(_NARROWEST, width - head.cell_length - 1))
        lines = [
            Content.assemble(blank if n else head, line) for n, line in enumerate(body)
        ]
        return self._ground(lines, index, width)

    def _ground(self, lines: list[Content], index: int, width: int) -> list[Line]:
        if index == self.at:
            lines = [_lit(line, width) for line in lines]
        return [Line(line, index, first=not n) for n, line in enumerate(lines)]

    def _body(self, row: Row, room: int) -> list[Content]:
        """Return the name of a row with its value: beside it, or under it."""
        name = Content(row_name(row).render(self.texts))
        value = shown(self.values, row).render(self.texts)
        if row.way is Way.LEVELS or not value:
            return name.wrap(room)
        if row.way is Way.WORDS:
            return [*name.wrap(room), *Content(value).wrap(room)]
        told = Content.styled(f"‹ {value} ›", "bold")
        left = room - name.cell_length - told.cell_length
        gap = max(left - max(0, room - _WIDEST), 2)
        if left >= gap:
            return [Content.assemble(name, " " * gap, told)]
        under = [Content.assemble("   ", line) for line in told.wrap(room - 3)]
        return [*name.wrap(room), *under]


def level_at(x: int) -> str | None:
    """Return what a click on the levels means: a digit, or nothing for no data."""
    place = (x - len(MARK)) // _CELL
    if x < len(MARK) or place >= len(_LEVELS):
        return None
    level = _LEVELS[place]
    return "" if level is None else str(level)


def _lit(line: Content, width: int) -> Content:
    return line.pad_right(max(0, width - line.cell_length)).stylize_before(
        "on $selected"
    )


def _radio(values: Values, row: Row) -> Content:
    chosen = forms.is_set(values, row)
    return Content.styled("(●) " if chosen else "( ) ", "bold" if chosen else "$muted")


def _box(values: Values, row: Row) -> Content:
    chosen = forms.is_set(values, row)
    return Content.styled("[x] " if chosen else "[ ] ", "bold" if chosen else "$muted")


def _place(values: Values, row: Row) -> Content:
    order = read.several(values, row.part)
    if row.item.id not in order:
        return Content.styled(" –  ", "$muted")
    return Content.styled(f"{order.index(row.item.id) + 1:>2}. ", "bold")


def _levels(values: Values, row: Row) -> Content:
    """Draw the levels side by side, those given in brackets."""
    given = read.levels(read.pairs(values, row.part).get(row.item.id))
    chosen = range(given[0], given[1] + 1) if given else (None,)
    cells: list[tuple[str, str]] = []
    for level in _LEVELS:
        text = "–" if level is None else str(level)
        there = level in chosen
        cells.append((f"[{text}]" if there else f" {text} ", "bold" if there else ""))
    return Content.assemble(*cells, "  ")


_MARKS: Final[dict[Way, Callable[[Values, Row], Content]]] = {
    Way.ONE: _radio,
    Way.SEVERAL: _box,
    Way.EACH: lambda values, row: Content(""),
    Way.ORDER: _place,
    Way.LEVELS: _levels,
    Way.STEPS: _box,
    Way.WORDS: lambda values, row: Content.styled("✎ ", "$muted"),
}
