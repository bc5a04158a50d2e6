"""A line to type in, whose control keys work in both layouts."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from simulator.tui.keys import twins
from simulator.tui.widgets.inorder import act_in_order


class Field(Input):
    """An input line without a blinking cursor."""

    DEFAULT_CSS = """
    Field { border: none; height: 1; padding: 0 1; background: $panel; }
    Field:focus { border: none; background: $selected; }
    """
    BINDINGS: ClassVar[list[BindingType]] = twins(Input.BINDINGS)

    def __init__(self, value: str = "", placeholder: str = "") -> None:
        super().__init__(value, placeholder, select_on_focus=False)
        self.cursor_blink = False

    async def on_key(self, event: events.Key) -> None:
        """Edit or submit after all that was typed before."""
        await act_in_order(self, event)
