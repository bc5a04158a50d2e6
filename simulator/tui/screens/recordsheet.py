"""The record of a meeting: read here, saved as Markdown or for Word."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.errors import SimulatorError
from simulator.reports.recordfiles import record_bytes
from simulator.sessions.filed import write_file
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.blocks import paras_of
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.field import Field
from simulator.tui.widgets.paper import Paper

if TYPE_CHECKING:
    from simulator.reports.document import Block
    from simulator.tui.game import Game

WORD, MARKDOWN, CLOSE = ".docx", ".md", "close"


class RecordSheet(Sheet[str]):
    """The box with the record."""

    def __init__(self, game: "Game", blocks: "tuple[Block, ...]", path: Path) -> None:
        """Make the box.

        Args:
            game: What screens share.
            blocks: The record.
            path: Where saving is offered first, without an ending.
        """
        super().__init__(game)
        self._blocks = blocks
        self._path = path

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Record of the meeting")

    def body(self) -> Iterable[Widget]:
        """Make the record."""
        yield Paper(paras_of(self._blocks))

    def foot(self) -> Iterable[Widget]:
        """Make the ways on."""
        _ = self.game.texts.gettext
        yield Static(id="saved")
        yield Choices(
            [
                Choice(WORD, _("Save for Word (DOCX)")),
                Choice(MARKDOWN, _("Save as Markdown")),
                Choice(CLOSE, _("Back")),
            ]
        )
        field = Field("")
        field.display = False
        yield field

    def on_mount(self) -> None:
        """Let the keys choose."""
        self.query_one("#saved").display = False
        self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Ask where to save, or go back."""
        event.stop()
        _ = self.game.texts.gettext
        if event.choice.id == CLOSE:
            self.dismiss(None)
            return
        field = self.query_one(Field)
        field.value = f"{self._path}{event.choice.id}"
        field.display = True
        field.focus()
        self._say(_("Where to? Enter saves there, Esc leaves it."))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save there; say whether it worked."""
        event.stop()
        _ = self.game.texts.gettext
        path = Path(event.value).expanduser()
        try:
            write_file(path, record_bytes(self._blocks, path, self.game.language))
        except SimulatorError as error:
            text = error.sentence(_)
        else:
            text = _("Saved: {path}").format(path=path)
        self._say(text)
        self._close_field()

    def action_close(self) -> None:
        """Leave the field; without one, the box."""
        if self.query_one(Field).display:
            self.query_one("#saved").display = False
            self._close_field()
        else:
            self.dismiss(None)

    def _close_field(self) -> None:
        self.query_one(Field).display = False
        self.query_one(Choices).focus()

    def _say(self, text: str) -> None:
        saved = self.query_one("#saved", Static)
        saved.display = True
        saved.update(Content(text))
