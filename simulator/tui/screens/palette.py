"""Everything that can be done here, to be found by typing a few letters."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from simulator.tui.acts import Act
from simulator.tui.game import Game
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.field import Field


class Palette(Sheet[str]):
    """The box with commands; gives back the action that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, game: Game, acts: Sequence[Act]) -> None:
        super().__init__(game)
        self._acts = [act for act in acts if act.action]

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Everything that can be done here")

    def body(self) -> Iterable[Widget]:
        """Make the line to type in and the list."""
        yield Field(placeholder=self.game.texts.gettext("type a few letters"))
        yield Choices(self._found(""), numbered=False, beside=40)

    def on_mount(self) -> None:
        """Let the person type at once."""
        self.query_one(Field).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what fits the letters."""
        event.stop()
        self.query_one(Choices).show(self._found(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is highlighted."""
        event.stop()
        self.query_one(Choices).action_take()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give back what was chosen."""
        event.stop()
        if event.choice.id:
            self.dismiss(event.choice.id)

    def action_move(self, by: int) -> None:
        """Move the highlight while the letters are typed."""
        self.query_one(Choices).action_move(by)

    def _found(self, letters: str) -> list[Choice]:
        wanted = letters.strip().casefold()
        found = [
            Choice(act.action, act.title, act.keys)
            for act in self._acts
            if wanted in act.title.casefold()
        ]
        nothing = self.game.texts.gettext("Nothing by that name.")
        return found or [Choice("", nothing)]
