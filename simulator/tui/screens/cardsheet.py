"""The client card over the talk, where there is no room beside it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from simulator.engine.view import View
from simulator.tui.game import Game
from simulator.tui.keys import both
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.card import Card
from simulator.tui.widgets.choices import Choice, Choices


class CardSheet(Sheet[str]):
    """The box with the card; the key that opened it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("c", "q"), "close", show=False),
    ]

    def __init__(self, game: Game, view: View) -> None:
        super().__init__(game)
        self._view = view

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Client card")

    def body(self) -> Iterable[Widget]:
        """Make the card."""
        card = Card()
        card.show(self._view, self.game.texts)
        yield card

    def foot(self) -> Iterable[Widget]:
        """Make the way back."""
        close = Choice("close", self.game.texts.gettext("Back to the talk"))
        yield Choices([close], numbered=False)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go back."""
        event.stop()
        self.dismiss(None)
