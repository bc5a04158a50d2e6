"""Choose a turn to go back to."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.tui.game import Game
from simulator.tui.screens.sheet import Sheet


class Rewind(Sheet[int]):
    """The box with all turns; gives back the turn *before* the chosen one.

    Going back to the moment before a turn means that its reply is chosen anew.
    """

    def __init__(self, game: Game, said: Sequence[str]) -> None:
        """Make the box.

        Args:
            game: What screens share.
            said: The trainee's words of each turn that counts, oldest first.
        """
        super().__init__(game)
        self._said = tuple(said)

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Which turn to try again?")

    def body(self) -> Iterable[Widget]:
        """Say what will happen, and list the turns."""
        _ = self.game.texts.gettext
        yield Static(
            Content(
                _(
                    "The talk goes on from the turn you choose. What came after it "
                    "no longer counts, but stays in the record."
                )
            )
        )

    def foot(self) -> Iterable[Widget]:
        """List the turns, the last one highlighted."""
        _ = self.game.texts.gettext
        yield OptionList(
            *(
                Option(_line(_("Turn {n}").format(n=n), text))
                for n, text in enumerate(self._said, start=1)
            ),
            id="turns",
        )

    def on_mount(self) -> None:
        """Highlight the last turn."""
        turns = self.query_one(OptionList)
        turns.highlighted = len(self._said) - 1
        turns.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the moment before the chosen turn."""
        event.stop()
        self.dismiss(event.option_index)


def _line(turn: str, text: str) -> Content:
    first = text.splitlines()[0] if text else ""
    return Content.assemble((turn, "bold"), "  ", Content(first))
