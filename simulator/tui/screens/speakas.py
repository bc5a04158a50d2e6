"""The trainer speaks as the one whom people talk to, for one turn."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.plaintext import plain
from simulator.tui.screens.sheet import Sheet
from simulator.tui.seen import ROOM, Person
from simulator.tui.widgets.choices import Choice, Choices
from simulator.tui.widgets.composer import Composer

if TYPE_CHECKING:
    from simulator.tui.game import Game


class AsManager(Struct, frozen=True):
    """What was typed, and to whom it is said."""

    to: str
    """A person, or `ROOM`."""
    text: str
    sent: bool
    """False where the box was closed: the words are kept for the next time."""


class SpeakAs(Sheet[AsManager]):
    """The box with a few lines to type in, and to whom they are said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False, priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
    ]

    def __init__(self, game: "Game", people: Sequence[Person], text: str) -> None:
        """Make the box.

        Args:
            game: What screens share.
            people: To whom one can speak besides the room; the first one is meant.
            text: What was typed before.
        """
        super().__init__(game)
        self._people, self._text = people, text

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Speak as the manager, for one turn")

    def foot(self) -> Iterable[Widget]:
        """Make the lines to type in, and to whom."""
        _ = self.game.texts.gettext
        people = [
            Choice(one["person"], _("To {name}").format(name=plain(one["name"])))
            for one in self._people
        ]
        yield Composer(_("What does he say?"), self._text)
        yield Choices([*people, Choice(ROOM, _("To the room"))], numbered=False)
        said = _("Enter says it, ↑↓ choose to whom, Esc keeps it for later.")
        yield Static(Content(said).stylize("$muted"))

    def on_mount(self) -> None:
        """Begin in the lines."""
        self.query_one(Composer).focus()

    def on_composer_sent(self, event: Composer.Sent) -> None:
        """Say it."""
        event.stop()
        if event.text.strip():
            self._leave(sent=True)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Say it to whoever was pointed at."""
        event.stop()
        if self.query_one(Composer).text.strip():
            self._leave(sent=True)

    def action_choose(self, by: int) -> None:
        """Choose to whom, while the cursor stays in the lines."""
        self.query_one(Choices).action_move(by)

    def action_close(self) -> None:
        """Close; what was typed is kept."""
        self._leave(sent=False)

    def _leave(self, *, sent: bool) -> None:
        choices = self.query_one(Choices)
        to = choices.choices[choices.at].id
        self.dismiss(AsManager(to, self.query_one(Composer).text, sent))
