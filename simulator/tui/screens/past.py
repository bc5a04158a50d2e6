"""What was played and what was left: go on with it, or look back on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.reports.pasttext import past_line
from simulator.tui import wishes
from simulator.tui.screens.listpage import ListPage
from simulator.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from simulator.sessions import Summary
    from simulator.tui.game import Game


class PastTalks(ListPage):
    """The talks of this person, the one last played first."""

    def __init__(self, game: "Game", talks: "Sequence[Summary]") -> None:
        super().__init__(game)
        self._talks = tuple(talks)

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

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open the talk where it stands."""
        event.stop()
        self.post_message(wishes.Continue(event.choice.id))
