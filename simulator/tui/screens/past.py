"""What was played and what was left: go on with it, or look back on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from simulator.messages import N_
from simulator.reports.pasttext import past_line
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.listpage import ListPage
from simulator.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from simulator.sessions.summary import Summary
    from simulator.tui.game import Game


_BESIDE: Final = N_("Show a branch beside the talk that it came from.")


class PastTalks(ListPage):
    """The talks of this person, the one last played first."""

    def __init__(self, game: "Game", talks: "Sequence[Summary]") -> None:
        super().__init__(game)
        self._talks = tuple(talks)
        self._branches = {one.id for one in self._talks if one.origin and one.finished}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("s"), "side_by_side", show=False),
    ]

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        title, about = _("side by side"), _(_BESIDE)
        beside = Act("screen.side_by_side", self.key("s"), title, about)
        first, second, *rest = super().acts()
        return (first, second, *((beside,) if self._branches else ()), *rest)

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("My talks")

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "A talk that was left goes on at the same line. One that has ended opens "
            "at its end: the debrief, the record of the meeting, any turn again."
        )

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

    def action_side_by_side(self) -> None:
        """Show the highlighted branch beside the talk that it came from."""
        talk = self._talks[self.query_one(Choices).at]
        if talk.id in self._branches:
            self.post_message(wishes.Compare(talk.id))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open the talk where it stands."""
        event.stop()
        self.post_message(wishes.Continue(event.choice.id))
