"""Tell that something could not be done."""

from collections.abc import Iterable, Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.game import Game
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices

AGAIN: Final = "again"
UNKEPT: Final = "unkept"


def ways(game: Game, *, again: bool) -> list[Choice]:
    """Return what can be done when something did not work.

    Args:
        game: What screens share.
        again: Whether trying it once more is of use.
    """
    _ = game.texts.gettext
    found = [Choice(AGAIN, _("Try again"))] if again else []
    if game.can_go_unkept:
        found.append(Choice(UNKEPT, _("Play without keeping anything")))
    return [*found, Choice("", _("Close"))]


class TroubleSheet(Sheet[str]):
    """The box with one sentence."""

    def __init__(self, game: Game, sentence: str, ways: Sequence[Choice]) -> None:
        """Make the box.

        Args:
            game: What screens share.
            sentence: What went wrong.
            ways: What can be done now; the id of the chosen one is given back.
        """
        super().__init__(game)
        self._sentence = sentence
        self._ways = tuple(ways)

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("That did not work")

    def body(self) -> Iterable[Widget]:
        """Make the sentence."""
        yield Static(Content(self._sentence))

    def foot(self) -> Iterable[Widget]:
        """Make the ways on."""
        yield Choices(self._ways, numbered=len(self._ways) > 1)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give back the way that was chosen."""
        event.stop()
        self.dismiss(event.choice.id)
