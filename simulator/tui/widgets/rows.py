"""A long list of lines, of which only those in view are drawn.

A thousand people change every second; a screen shows twenty of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from simulator.tui.widgets.choices import MARK

BEFORE = len(MARK)
"""Columns before each line, for the mark of what is chosen."""


class Listed(Struct, frozen=True):
    """Lines, drawn when they come into view."""

    owners: Sequence[str]
    """Whose each line is; empty: nobody's, and it cannot be chosen."""
    line: Callable[[int], Content]
    """Draws one, on one line."""


class Rows(ScrollView, can_focus=False):
    """The list. What is chosen stays so when lines come and go around it."""

    DEFAULT_CSS = """
    Rows {
        height: 1fr; width: 1fr; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    @dataclass
    class Taken(Message):
        """Somebody pointed at what was chosen already."""

        owner: str

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._fill: Callable[[int], Listed] = lambda _: Listed((), _nothing)
        self._listed = Listed((), _nothing)
        self._width = 0
        self.at = ""
        """Whose lines are chosen; empty: nobody's."""

    def show(self, fill: Callable[[int], Listed]) -> None:
        """Show other lines, made for so many columns."""
        self._fill = fill
        self._refill()

    def on_resize(self) -> None:
        """Make the lines again where they have another width."""
        if self._room() != self._width:
            self._refill()

    def render_line(self, y: int) -> Strip:
        """Draw a line in view."""
        width, index = self.size.width, self.scroll_offset.y + y
        if index >= len(self._listed.owners):
            return Strip.blank(width, self.visual_style.rich_style)
        owner = self._listed.owners[index]
        here = bool(owner) and owner == self.at
        first = index == 0 or self._listed.owners[index - 1] != owner
        mark = (MARK, "$primary") if here and first else " " * BEFORE
        line = Content.assemble(mark, self._listed.line(index))
        if here:
            blank = max(0, width - line.cell_length)
            line = line.pad_right(blank).stylize_before("on $selected")
        return self._strip(line, width)

    def move(self, by: int) -> None:
        """Choose the next one or the one before; scroll where there is none."""
        choosable = list(dict.fromkeys(owner for owner in self._listed.owners if owner))
        if self.at not in choosable:
            wanted = 0 if choosable else -1
        else:
            wanted = choosable.index(self.at) + by
        if 0 <= wanted < len(choosable):
            self.choose(choosable[wanted])
        else:
            self.scroll_relative(y=by, animate=False, immediate=True)

    def choose(self, owner: str) -> None:
        """Choose somebody's lines, and bring them into view."""
        self.at = owner
        self.refresh()
        owners = list(self._listed.owners)
        if owner in owners:
            lines = Region(0, owners.index(owner), 1, owners.count(owner))
            self.scroll_to_region(lines, animate=False, immediate=True, x_axis=False)

    def page(self, by: int) -> None:
        """Scroll by pages."""
        by *= self.size.height
        self.scroll_relative(y=by, animate=False, immediate=True)

    def to_end(self, *, last: bool) -> None:
        """Scroll to the last line, or to the first."""
        if last:
            self.scroll_end(animate=False, immediate=True)
        else:
            self.scroll_home(animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Choose by mouse; what is chosen already is taken."""
        index = self.scroll_offset.y + event.y
        owners = self._listed.owners
        owner = owners[index] if index < len(owners) else ""
        if owner and owner == self.at:
            self.post_message(self.Taken(owner))
        elif owner:
            self.choose(owner)

    def _refill(self) -> None:
        self._width = self._room()
        room = self._width - BEFORE
        self._listed = self._fill(room) if room > 0 else Listed((), _nothing)
        self.virtual_size = Size(self._width, len(self._listed.owners))
        self.refresh()

    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _strip(self, line: Content, width: int) -> Strip:
        strips = Visual.to_strips(
            self, line.truncate(width, ellipsis=True), width, 1, self.visual_style
        )
        ground = self.visual_style.rich_style
        strip = strips[0] if strips else Strip.blank(0)
        return strip.extend_cell_length(width, ground)


def _nothing(_: int) -> Content:
    return Content()
