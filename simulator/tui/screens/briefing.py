"""What a talk in a class is about, over the talk."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.game import Game
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices


class Briefing(Sheet[str]):
    """The box with the role and the brief."""

    def __init__(self, game: Game, title: str, role: str, brief: str) -> None:
        """Make the box.

        Args:
            game: What screens share.
            title: The scenario's.
            role: Whom the trainee plays.
            brief: What is known before the talk.
        """
        super().__init__(game)
        self._title, self._role, self._brief = title, role, brief

    def title_text(self) -> str:
        """Return the title."""
        return self._title

    def body(self) -> Iterable[Widget]:
        """Make the brief."""
        _ = self.game.texts.gettext
        role = _("You are: {role}.").format(role=self._role)
        yield Static(Content.styled(role, "bold"))
        yield Static(Content(self._brief))

    def foot(self) -> Iterable[Widget]:
        """Make the way on."""
        on = Choice("on", self.game.texts.gettext("To the talk"))
        yield Choices([on], numbered=False)

    def on_mount(self) -> None:
        """Let the keys choose."""
        self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go on."""
        event.stop()
        self.dismiss(event.choice.id)
