"""Where the trainee types his own words: several lines, history, nothing lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from simulator.plaintext import plain
from simulator.tui.keys import both, twins
from simulator.tui.widgets.inorder import act_in_order

PAUSE: Final = 0.4
"""Seconds after which what has been typed is told of, and so kept."""
SEND: Final = "enter"
NEW_LINE: Final = frozenset(both("ctrl+j", "shift+enter", "alt+enter").split(","))


class Composer(TextArea):
    """The box. Enter sends, Ctrl+J starts a new line, arrows go through the history."""

    DEFAULT_CSS = """
    Composer {
        height: auto; min-height: 3; max-height: 8; border: round $rule;
        padding: 0 1; background: $surface; scrollbar-size-vertical: 1;
        &:focus { border: round $primary; }
        & .text-area--cursor-line { background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*twins(TextArea.BINDINGS)]

    @dataclass
    class Sent(Message):
        """The trainee has sent his words."""

        text: str

    @dataclass
    class Rested(Message):
        """The trainee has typed for a moment, or left."""

        text: str

    def __init__(self, placeholder: str = "", text: str = "") -> None:
        """Make the box with words in it, the cursor behind them."""
        super().__init__(
            plain(text),
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
            placeholder=placeholder,
        )
        self.cursor_blink = False
        self._said: list[str] = []
        self._at = 0
        self._kept = self.text
        self.move_cursor(self.document.end)
        self._timer: Timer | None = None

    def remember(self, said: Sequence[str]) -> None:
        """Take what was said before, oldest first, as the history."""
        self._said = [text for text in said if text]
        self._at = len(self._said)

    def take(self, said: str) -> None:
        """Take out words that have been said; what was typed behind them stays."""
        rest = plain(self.text).strip().removeprefix(said.strip())
        self.load_text(rest.lstrip())
        self.move_cursor(self.document.end)
        self._kept = self.text

    async def on_key(self, event: events.Key) -> None:
        """Send, start a new line, or edit, after all that was typed before."""
        if event.key == SEND:
            self.action_send()
        elif event.key in NEW_LINE:
            self.insert("\n")
        else:
            await act_in_order(self, event)
            return
        event.stop()
        event.prevent_default()

    def action_send(self) -> None:
        """Send the words."""
        self.post_message(self.Sent(self.text))

    def action_cursor_up(self, select: bool = False) -> None:
        """Go up; from the first line, to what was said before."""
        if not select and self.cursor_location[0] == 0 and self._at > 0:
            self._recall(self._at - 1)
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Go down; from the last line, to what was said after."""
        last = self.document.line_count - 1
        recalled = self._at < len(self._said)
        if not select and recalled and self.cursor_location[0] == last:
            self._recall(self._at + 1)
        else:
            super().action_cursor_down(select)

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted text as text: nothing in it controls the terminal."""
        event.prevent_default()
        event.stop()
        self.replace(
            plain(event.text), *self.selection, maintain_selection_offset=False
        )

    def on_text_area_changed(self) -> None:
        """Tell of it before long, whether or not the typing goes on."""
        if self._timer is None:
            self._timer = self.set_timer(PAUSE, self.rest)

    def rest(self) -> None:
        """Tell of words that have not been told of; nothing when there are none."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.text != self._kept:
            self._kept = self.text
            self.post_message(self.Rested(self.text))

    def _recall(self, at: int) -> None:
        if self._at == len(self._said):
            self._draft = self.text
        self._at = at
        self.load_text(self._said[at] if at < len(self._said) else self._draft)
        self.move_cursor(self.document.end)

    _draft: str = ""
    """What was being typed before the history was opened."""
