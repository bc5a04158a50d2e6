"""Find somebody of a class by any letters of his name, or of what he said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.plaintext import plain
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.field import Field

if TYPE_CHECKING:
    from simulator.tui.game import Game

MOST: Final = 50
"""People that are listed; more letters bring up the others."""


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who can be taken."""

    person: str
    name: str
    text: str = ""
    """What he said."""


class FindPerson(Sheet[str]):
    """The box with a line to type in and whom it fits; gives back a person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, game: "Game", title: str, people: Sequence[Found]) -> None:
        super().__init__(game)
        self._title, self._people = title, people

    def title_text(self) -> str:
        """Return the title."""
        return self._title

    def foot(self) -> Iterable[Widget]:
        """Make the line to type in and the list under it."""
        yield Field("", self.game.texts.gettext("any letters of the name"))
        yield Static(self.game.texts.gettext("Nothing found."), id="none")
        with VerticalScroll(id="found", can_focus=False):
            yield Choices(numbered=False)

    def on_mount(self) -> None:
        """Show all at first."""
        self._show("")
        self.query_one(Field).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show whom the letters fit."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take whoever is highlighted."""
        event.stop()
        self.query_one(Choices).action_take()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take somebody."""
        event.stop()
        self.dismiss(event.choice.id)

    def action_move(self, by: int) -> None:
        """Move the highlight while the cursor stays in the line."""
        self.query_one(Choices).action_move(by)

    def _show(self, letters: str) -> None:
        wanted = letters.casefold().split()
        found = [one for one in self._people if _fits(one, wanted)]
        self.query_one("#none").display = not found
        rows = [
            Choice(one.person, plain(one.name), plain(one.text)) for one in found[:MOST]
        ]
        self.query_one(Choices).show(rows)


def _fits(one: Found, wanted: Sequence[str]) -> bool:
    there = f"{one.name} {one.text}".casefold()
    return all(word in there for word in wanted)
