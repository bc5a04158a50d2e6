"""A short list to choose from: by digit, by arrows and Enter, or by mouse.

One widget for every menu of the game and for the replies, so that there is one
thing to learn. Long texts wrap under themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from simulator.tui.widgets.settled import settled

MARK = "❯ "
"""Stands before the highlighted choice, so that colour is not needed to see it."""


class Choice(Struct, frozen=True):
    """One line of the list."""

    id: str
    title: str
    detail: str = ""


class Choices(Widget, can_focus=True):
    """The list. Texts are data: shown as they are, never as markup."""

    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter", "take", show=False),
        *(Binding(str(n), f"take_number({n})", show=False) for n in range(1, 10)),
    ]

    virtual_size = settled()
    at: reactive[int] = reactive(0, init=False)
    """Which choice is highlighted, counted from 0."""
    gap: reactive[int] = reactive(0, init=False, layout=True)
    """Blank lines between choices."""
    over: reactive[int] = reactive(-1, init=False)
    """Which choice the mouse is over; -1 for none."""

    @dataclass
    class Chosen(Message):
        """Somebody chose."""

        choices: "Choices"
        index: int
        choice: Choice
        shown: int
        """Which showing of the list it was chosen from."""

        @property
        def fresh(self) -> bool:
            """False when the list has changed since: a digit pressed twice."""
            return self.shown == self.choices.shown

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        numbered: bool = True,
        beside: int = 0,
        at: int = 0,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Make a list.

        Args:
            choices: What there is to choose from; at most 9 get a digit.
            numbered: Show digits and let them choose.
            beside: The column, in cells after the title's start, where the
                detail stands; 0 puts it under the title.
            at: Which choice is highlighted at first.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.choices = tuple(choices)
        self.set_reactive(Choices.at, at)
        self._numbered = numbered
        self._beside = beside
        self._owners: list[int] = []
        self._lines: list[Content] = []
        self._drawn: object = None
        self.shown = 0
        """How many times the list has been changed."""

    def show(self, choices: Sequence[Choice], at: int = 0) -> None:
        """Show other choices, with the highlight on `at`."""
        self.choices = tuple(choices)
        self.shown += 1
        self._drawn = None
        self.set_reactive(Choices.at, at)
        self.set_reactive(Choices.over, -1)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the list."""
        return Content("\n").join(self._draw(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines at this width."""
        return max(1, len(self._draw(width)))

    def line_of(self, index: int) -> Region:
        """Return the region of a choice, to scroll it into view."""
        top = self._owners.index(index)
        return Region(0, top, self.size.width, self._owners.count(index))

    def watch_at(self) -> None:
        """Redraw, and scroll the highlighted choice into view."""
        self.refresh()
        if self.at in self._owners and self.is_attached:
            self.scroll_visible_line()

    def scroll_visible_line(self) -> None:
        """Scroll whatever holds this list so that the highlight can be seen."""
        region = self.line_of(self.at).translate(self.virtual_region.offset)
        parent = self.parent
        if isinstance(parent, Widget) and parent.is_scrollable:
            parent.scroll_to_region(region, animate=False)

    def action_move(self, by: int) -> None:
        """Move the highlight, round the ends too."""
        if self.choices:
            self.at = (self.at + by) % len(self.choices)

    def action_take(self) -> None:
        """Choose what is highlighted."""
        self._take(self.at)

    def action_take_number(self, number: int) -> None:
        """Choose by digit."""
        if self._numbered:
            self._take(number - 1)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would choose."""
        self.over = self._index_at(event.y)

    def on_leave(self) -> None:
        """Forget the mouse."""
        self.over = -1

    def on_click(self, event: events.Click) -> None:
        """Choose by mouse."""
        index = self._index_at(event.y)
        if index >= 0:
            self._take(index)

    def _take(self, index: int) -> None:
        if 0 <= index < len(self.choices):
            self.set_reactive(Choices.at, index)
            choice = self.choices[index]
            self.post_message(self.Chosen(self, index, choice, self.shown))

    def _index_at(self, y: int) -> int:
        return self._owners[y] if 0 <= y < len(self._owners) else -1

    def _draw(self, width: int) -> list[Content]:
        """Return all lines; `_owners` then tells whose each of them is."""
        key = (width, self.at, self.over, self.gap)
        if self._drawn != key:
            self._drawn, self._lines, self._owners = key, [], []
            for index, choice in enumerate(self.choices):
                gap = self.gap if index else 0
                lines = self._draw_one(index, choice, width)
                self._lines += [Content("")] * gap + lines
                self._owners += [-1] * gap + [index] * len(lines)
        return self._lines

    def _draw_one(self, index: int, choice: Choice, width: int) -> list[Content]:
        here = index == self.at
        number = f"{index + 1}  " if self._numbered and index < 9 else ""
        head = Content.assemble(
            (MARK if here else "  ", "$primary"), (number, "bold $primary")
        )
        room = max(10, width - len(head) - 1)
        body = self._body(choice, room, here)
        blank = Content(" " * len(head))
        lines = [
            Content.assemble(blank if n else head, line) for n, line in enumerate(body)
        ]
        ground = "on $selected" if here else "on $hovered" if index == self.over else ""
        if not ground:
            return lines
        return [
            line.pad_right(max(0, width - line.cell_length)).stylize_before(ground)
            for line in lines
        ]

    def _body(self, choice: Choice, room: int, here: bool) -> list[Content]:
        emphasis = "bold" if here and not self._numbered else ""
        title = Content(choice.title).stylize(emphasis)
        detail = Content(choice.detail).stylize("$muted")
        if not choice.detail:
            return title.wrap(room)
        if 0 < self._beside < room - 10 and title.cell_length < self._beside:
            start = title.pad_right(self._beside - title.cell_length)
            rest = detail.wrap(room - self._beside)
            indent = Content(" " * self._beside)
            return [
                Content.assemble(indent if n else start, line)
                for n, line in enumerate(rest)
            ]
        return title.wrap(room) + detail.wrap(room)
