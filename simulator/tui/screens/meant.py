"""Ask what was meant by words that were heard as something else."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.sessions.talk import Wording
from simulator.tui.game import Game
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices

NONE = ""
"""What is given back for "none of these"; no reply has this id."""


class Meant(Sheet[str]):
    """The box with the replies that were on offer; gives back the chosen one."""

    def __init__(self, game: Game, replies: Sequence[Wording]) -> None:
        """Make the box.

        Args:
            game: What screens share.
            replies: What could have been meant.
        """
        super().__init__(game)
        self._replies = tuple(replies)

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("What did you mean?")

    def body(self) -> Iterable[Widget]:
        """Say what will happen."""
        _ = self.game.texts.gettext
        yield Static(
            Content(
                _(
                    "The talk goes on as if you had been heard that way. What your "
                    "words are worth does not change: that depends on the words."
                )
            )
        )
        yield Choices(
            [
                *(Choice(reply.id, reply.text) for reply in self._replies),
                Choice(NONE, _("None of these: take my words as they are")),
            ]
        )

    def on_mount(self) -> None:
        """Let the keys choose."""
        self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give back what was meant."""
        event.stop()
        self.dismiss(event.choice.id)
