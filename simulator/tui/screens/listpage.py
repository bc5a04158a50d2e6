"""A page with a list to choose from: a title, the rows, back to the first screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.choices import Choices


class ListPage(Page):
    """What lists have in common; a list says its title and fills its rows."""

    CSS_PATH = "../styles/plainpage.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "home", show=False),
        Binding("escape", "home", show=False),
    ]

    def title_text(self) -> str:
        """Return the title."""
        return ""

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("", "↑↓", _("choose")),
            Act("screen.take", "Enter", _("open")),
            self.help_act(),
            Act("screen.home", self.key("q"), _("first screen")),
            *self.common_acts(),
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Vertical(id="page"):
            yield Static(Content(self.title_text()), id="page-title")
            with VerticalScroll(id="page-scroll", can_focus=False):
                yield Choices()

    def action_take(self) -> None:
        """Choose what is highlighted."""
        self.query_one(Choices).action_take()

    def action_home(self) -> None:
        """Go to the first screen."""
        self.post_message(wishes.GoHome())
