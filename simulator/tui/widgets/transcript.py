"""The talk so far: a window of messages that follows its end.

However long the talk is, the same few widgets show it: an answer takes the
oldest and puts it last, so that it costs the same at turn 10 and at turn 1,000.
Scrolling past either end moves the window along the talk.
"""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations
from typing import Final

from msgspec.structs import replace
from textual.content import Content
from textual.geometry import Size
from textual.layout import DockArrangeResult
from textual.message import Message

from simulator.engine import YOU, Spoken
from simulator.reports.formnames import handed_in
from simulator.tui.widgets.bubble import Bubble
from simulator.tui.widgets.marks import told
from simulator.tui.widgets.settled import Scroll

WINDOW: Final = 60
"""How many messages are on the screen at most, scrolled out of sight or not."""
STEP: Final = WINDOW // 2
"""By how many messages the window moves when it is scrolled past an end."""


class Transcript(Scroll):
    """The messages of one talk."""

    class Turned(Message):
        """There is more to read below, or no longer."""

    def __init__(self, you: str, texts: NullTranslations | None = None) -> None:
        """Make an empty transcript.

        Args:
            you: What the trainee is called on the screen.
            texts: Translate what was heard in own words.
        """
        super().__init__()
        self._texts = texts or NullTranslations()
        self._you = you
        self.lines: list[Spoken] = []
        """The whole talk, oldest first."""
        self._first = 0
        self._room: Size | None = None
        self.goes_on = False
        """True while an answer is shown from its beginning and its end is below."""

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Arrange the messages, and remember in how much room."""
        self._room = size
        return super().arrange(size, optimal)

    @property
    def container_size(self) -> Size:
        """The room for messages, as of the layout that is under way.

        Textual scrolls an anchored widget by the room of the layout before; when
        the replies below take more lines or fewer, the talk would jump and jump back.
        """
        return self._room or super().container_size

    @property
    def bubbles(self) -> Sequence[Bubble]:
        """The messages in the window, oldest first."""
        return self._all()[: self._last - self._first]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll; at the end of an answer that was cut there is nothing to tell."""
        super().watch_scroll_y(old_value, new_value)
        if self.goes_on and self._end - new_value <= self.size.height:
            self._tell(goes_on=False)

    @property
    def _end(self) -> int:
        """Where the last line of the talk ends; there is a margin below it."""
        shown = self.bubbles
        return shown[-1].virtual_region.bottom if shown else 0

    def _tell(self, *, goes_on: bool) -> None:
        if self.goes_on is not goes_on:
            self.goes_on = goes_on
            self.post_message(self.Turned())

    @property
    def first(self) -> int:
        """The number of messages before the window."""
        return self._first

    @property
    def _last(self) -> int:
        """The number of messages before the end of the window."""
        return min(len(self.lines), self._first + WINDOW)

    async def fill(self, lines: Iterable[Spoken]) -> None:
        """Show another talk, at its end."""
        self.lines = list(lines)
        self._first = max(0, len(self.lines) - WINDOW)
        await self._redraw()
        self.anchor()
        self._tell(goes_on=False)
        self.call_after_refresh(self.stock)
        said = [n for n, line in enumerate(self.lines, 1) if line.who == YOU]
        first = said[-1] if said else 0
        self.call_after_refresh(self._from_the_start, first, len(self.lines))

    async def stock(self) -> None:
        """Mount the widgets that later messages will need, out of sight."""
        missing = WINDOW - len(self.children)
        if missing > 0:
            spare = [Bubble() for _ in range(missing)]
            await self.mount_all(spare)

    async def extend(self, lines: Sequence[Spoken]) -> None:
        """Add messages at the end and show them."""
        at_end = self._last == len(self.lines)
        self.lines += lines
        if not at_end or len(lines) > WINDOW:
            await self.to_end()
            return
        if len(self.children) < min(WINDOW, len(self.lines)):
            await self.stock()
        for number in range(len(self.lines) - len(lines), len(self.lines)):
            self._add(number)
        self._first = max(0, len(self.lines) - WINDOW)
        self.anchor()
        self._tell(goes_on=False)
        new = [n for n, line in enumerate(lines) if line.who != YOU]
        if new:
            number = len(self.lines) - len(lines) + new[0]
            self.call_after_refresh(self._from_the_start, number, len(self.lines))

    def _from_the_start(self, number: int, lines: int) -> None:
        """Where an answer is longer than the room for it, show where it begins.

        Args:
            number: The message with which it begins.
            lines: How many there were then; with more there is nothing to do.
        """
        bubbles = self._all()
        place = number - self._first
        if len(self.lines) == lines and 0 <= place < len(bubbles):
            top = bubbles[place].virtual_region.y
            if self._end - top > self.size.height:
                self.release_anchor()
                self.scroll_to(y=top, animate=False)
                self._tell(goes_on=True)

    async def back(self) -> None:
        """Scroll a page back; at the top of the window, move the window back."""
        if self.scroll_y > 0 or self._first == 0:
            self.scroll_page_up(animate=False)
        else:
            await self._move(max(0, self._first - STEP), keep=self._first)

    async def forward(self) -> None:
        """Scroll a page on; at the bottom of the window, move it on."""
        end = max(0, len(self.lines) - WINDOW)
        if self.scroll_y < self.max_scroll_y or self._first == end:
            self.scroll_page_down(animate=False)
        else:
            await self._move(min(end, self._first + STEP), keep=self._last - 1)

    async def to_start(self) -> None:
        """Show the beginning of the talk."""
        await self._move(0, keep=0)

    async def to_end(self) -> None:
        """Show the end of the talk."""
        await self.fill(self.lines)

    async def _move(self, first: int, keep: int) -> None:
        """Put the window at `first`, with message number `keep` on top."""
        with self.app.batch_update():
            self._first = first
            await self._redraw()
            self.release_anchor()
        self.call_after_refresh(
            self.scroll_to_widget,
            self._all()[keep - first],
            animate=False,
            top=True,
            force=True,
        )

    async def _redraw(self) -> None:
        """Show the whole window; widgets without a message go out of sight."""
        numbers = range(self._first, self._last)
        missing = len(numbers) - len(self.children)
        if missing > 0:
            await self.mount_all([Bubble() for _ in range(missing)])
        for place, bubble in enumerate(self._all()):
            if place < len(numbers):
                bubble.show(*self._message(numbers[place]))
            else:
                bubble.hide()

    def _add(self, number: int) -> None:
        """Show one more message, in a spare widget or in the oldest one."""
        bubbles = self._all()
        if number < WINDOW:
            bubbles[number].show(*self._message(number))
            return
        self.move_child(bubbles[0], after=bubbles[-1])
        bubbles[0].show(*self._message(number))

    def _all(self) -> list[Bubble]:
        return [child for child in self.children if isinstance(child, Bubble)]

    def _message(self, number: int) -> tuple[Spoken, str, bool, Content | None]:
        spoken = self.lines[number]
        if spoken.form is not None:
            name = handed_in(spoken, self._texts)
            text = self._texts.gettext("Handed in: {form}").format(form=name)
            spoken = replace(spoken, text=text)
        before = self.lines[number - 1] if number else None
        headed = before is None or before.who != spoken.who
        heard = None if spoken.heard is None else told(spoken.heard, self._texts)
        return spoken, self._you, headed, heard
