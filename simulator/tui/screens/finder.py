"""A box to find something in by typing: a line, and under it what fits."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.field import Field


class Finder(Sheet[str]):
    """The box with a line to type in and what fits it; gives back an id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def hint(self) -> str:
        """Return what stands in the empty line."""
        return ""

    @abstractmethod
    def found(self, words: str) -> Sequence[Choice]:
        """Return what fits words; all of it where there are none."""

    def foot(self) -> Iterable[Widget]:
        """Make the line to type in and the list under it."""
        yield Field("", self.hint())
        yield Static(self.game.texts.gettext("Nothing found."), id="none")
        with VerticalScroll(id="found", can_focus=False):
            yield Choices(numbered=False)

    def on_mount(self) -> None:
        """Show all at first."""
        self._show("")
        self.query_one(Field).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the words fit."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is highlighted."""
        event.stop()
        self.query_one(Choices).action_take()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.choice.id)

    def action_move(self, by: int) -> None:
        """Move the highlight while the cursor stays in the line."""
        self.query_one(Choices).action_move(by)

    def _show(self, words: str) -> None:
        rows = list(self.found(words))
        self.query_one("#none").display = not rows
        self.query_one(Choices).show(rows)
