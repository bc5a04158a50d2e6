"""A box over a screen: a title, some text, a few choices. Escape closes it."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.game import Game
from simulator.tui.keys import twins

T = TypeVar("T")


class Sheet(ModalScreen[T | None]):
    """The box. It gives back what was chosen, or None when it was closed."""

    CSS_PATH = "../styles/sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        *twins(Screen.BINDINGS),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game

    def title_text(self) -> str:
        """Return the title."""
        return ""

    def body(self) -> Iterable[Widget]:
        """Make what scrolls, between the title and the choices."""
        return ()

    def foot(self) -> Iterable[Widget]:
        """Make what stays in sight under it."""
        return ()

    def compose(self) -> Iterable[Widget]:
        """Make the box."""
        with Vertical(id="sheet"):
            yield Static(Content(self.title_text()), id="sheet-title")
            with VerticalScroll(id="sheet-body", can_focus=False):
                yield from self.body()
            yield from self.foot()

    def action_close(self) -> None:
        """Close, with nothing chosen."""
        self.dismiss(None)

    def action_page(self, by: int) -> None:
        """Scroll the text by a page."""
        body = self.query_one("#sheet-body")
        if by < 0:
            body.scroll_page_up(animate=False)
        else:
            body.scroll_page_down(animate=False)
