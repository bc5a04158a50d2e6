"""What is shown when the terminal is too small to play in; it goes by itself."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.game import Game
from simulator.tui.keys import twins

NAME: Final = "too-small"


class TooSmall(Screen[None]):
    """A notice that covers everything until there is room again."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; padding: 0 1; }
    TooSmall Static { width: auto; max-width: 100%; text-align: center; }
    """

    BINDINGS: ClassVar[list[BindingType]] = twins(Screen.BINDINGS)

    def __init__(self, game: Game, least: tuple[int, int]) -> None:
        super().__init__(name=NAME)
        self.game = game
        self._least = least
        self._gone = False

    def compose(self) -> Iterable[Widget]:
        """Make the notice."""
        yield Static()

    def on_mount(self) -> None:
        """Say what is needed."""
        self._tell(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Go when there is room, and say how much is missing while there isn't."""
        if self._fits(event.size):
            self._leave()
        else:
            self._tell(event.size)

    def on_screen_resume(self) -> None:
        """Go when there was room again while something else was on top."""
        if self._fits(self.app.size):
            self._leave()

    def _fits(self, size: Size) -> bool:
        return size.width >= self._least[0] and size.height >= self._least[1]

    def _leave(self) -> None:
        if self.app.screen is self and not self._gone:
            self._gone = True
            self.dismiss()

    def _tell(self, size: Size) -> None:
        _ = self.game.texts.gettext
        text = _(
            "This window is too small.\n\nNeeded: {width} × {height}\n"
            "Here: {w} × {h}\n\nMake it larger, and the game comes back."
        ).format(
            width=self._least[0], height=self._least[1], w=size.width, h=size.height
        )
        self.query_one(Static).update(Content(text))
