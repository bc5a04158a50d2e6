"""An answer could not be kept: try again, save the talk elsewhere, or leave."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.errors import SimulatorError
from simulator.tui.game import Game
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.field import Field

if TYPE_CHECKING:
    from simulator.sessions.attempt import Attempt

RETRY, SAVE, LEAVE = "retry", "save", "leave"


class Unkept(Sheet[str]):
    """The box; gives back `RETRY` or `LEAVE`. Saving keeps it open."""

    def __init__(
        self, game: Game, attempt: "Attempt", sentence: str, path: Path
    ) -> None:
        """Make the box.

        Args:
            game: What screens share.
            attempt: The talk that is at stake.
            sentence: What went wrong.
            path: Where saving elsewhere is offered first.
        """
        super().__init__(game)
        self._attempt = attempt
        self._sentence = sentence
        self._path = path

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("The answer could not be kept")

    def body(self) -> Iterable[Widget]:
        """Make the sentence, and say that nothing is lost."""
        _ = self.game.texts.gettext
        yield Static(Content(self._sentence), id="sentence")
        yield Static(
            Content(_("Nothing you answered is lost while this window is open."))
        )

    def foot(self) -> Iterable[Widget]:
        """Make the ways on."""
        _ = self.game.texts.gettext
        yield Choices(
            [
                Choice(RETRY, _("Try again")),
                Choice(SAVE, _("Save the talk to a file")),
                Choice(LEAVE, _("Leave the talk")),
            ]
        )
        field = Field(str(self._path))
        field.display = False
        yield field

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Give back the way, or ask where to save."""
        event.stop()
        if event.choice.id == SAVE:
            field = self.query_one(Field)
            field.display = True
            field.focus()
        else:
            self.dismiss(event.choice.id)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save there; say whether it worked."""
        event.stop()
        _ = self.game.texts.gettext
        try:
            self._attempt.save_elsewhere(Path(event.value).expanduser())
        except SimulatorError as error:
            text = error.sentence(_)
        else:
            text = _("Saved: {path}").format(path=event.value)
        self.query_one("#sentence", Static).update(Content(text))
        self.query_one(Choices).focus()
