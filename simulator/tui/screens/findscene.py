"""Find a scene of the graph by any of its words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.graph import find
from simulator.graph.words import shortened
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.field import Field

if TYPE_CHECKING:
    from simulator.graph import Graph
    from simulator.tui.game import Game


class FindScene(Sheet[str]):
    """The box with a line to type in and what was found; gives back a scene."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, game: "Game", graph: "Graph") -> None:
        super().__init__(game)
        self._graph = graph

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Find a scene: by its id or any words in it")

    def foot(self) -> Iterable[Widget]:
        """Make the line to type in and the list under it."""
        yield Field("")
        yield Static(self.game.texts.gettext("Nothing found."), id="none")
        with VerticalScroll(id="found", can_focus=False):
            yield Choices(numbered=False)

    def on_mount(self) -> None:
        """Show all scenes at first."""
        self._show("")
        self.query_one(Field).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show where the words stand."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the scene that is highlighted."""
        event.stop()
        self.query_one(Choices).action_take()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go to a scene."""
        event.stop()
        self.dismiss(event.choice.id)

    def action_move(self, by: int) -> None:
        """Move the highlight while the cursor stays in the line."""
        self.query_one(Choices).action_move(by)

    def _show(self, words: str) -> None:
        found = find(self._graph, words)
        self.query_one("#none").display = not found
        rows = [Choice(one.node, one.node, shortened(one.where, 80)) for one in found]
        self.query_one(Choices).show(rows)
