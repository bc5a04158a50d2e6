"""What was played and what was left: go on with it, or look back on it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.reports.pasttext import past_line
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from simulator.sessions import Summary
    from simulator.tui.game import Game


class PastTalks(Page):
    """The talks of this person, the one last played first."""

    CSS_PATH = "../styles/plainpage.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "home", show=False),
        Binding("escape", "home", show=False),
    ]

    def __init__(self, game: "Game", talks: "Sequence[Summary]") -> None:
        super().__init__(game)
        self._talks = tuple(talks)

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

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "A talk that was left goes on at the same line. One that has ended opens "
            "at its end: the debrief, the record of the meeting, any turn again."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Vertical(id="page"):
            yield Static(Content(self.game.texts.gettext("My talks")), id="page-title")
            with VerticalScroll(id="page-scroll", can_focus=False):
                yield Choices()

    async def filled(self) -> None:
        """List the talks."""
        texts, language = self.game.texts, self.game.language
        choices = self.query_one(Choices)
        choices.show(
            [
                Choice(one.id, one.title, past_line(one, texts, language))
                for one in self._talks
            ]
        )
        choices.focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open the talk where it stands."""
        event.stop()
        self.post_message(wishes.Continue(event.choice.id))

    def action_take(self) -> None:
        """Choose what is highlighted."""
        self.query_one(Choices).action_take()

    def action_home(self) -> None:
        """Go to the first screen."""
        self.post_message(wishes.GoHome())
