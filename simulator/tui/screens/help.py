"""Help for the screen under it: what it is, and what every key does."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.acts import Act
from simulator.tui.game import Game
from simulator.tui.screens.sheet import Sheet
from simulator.tui.widgets.choices import Choice, Choices


class Help(Sheet[str]):
    """The box with help."""

    def __init__(self, game: Game, about: str, acts: Sequence[Act]) -> None:
        super().__init__(game)
        self._about = about
        self._acts = tuple(acts)

    def title_text(self) -> str:
        """Return the title."""
        return self.game.texts.gettext("Help")

    def body(self) -> Iterable[Widget]:
        """Make the explanation and the list of keys."""
        _ = self.game.texts.gettext
        yield Static(Content(self._about))
        yield Static(keys(self._acts))
        yield Static(
            Content(_("Letter keys work in both keyboard layouts.")).stylize("$muted")
        )

    def foot(self) -> Iterable[Widget]:
        """Make the way back."""
        close = Choice("close", self.game.texts.gettext("Close"))
        yield Choices([close], numbered=False)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go back."""
        event.stop()
        self.dismiss(None)


def keys(acts: Sequence[Act]) -> Content:
    """Return one line for each act that has a key."""
    named = [act for act in acts if act.keys]
    width = max((len(act.keys) for act in named), default=0)
    return Content("\n").join(
        Content.assemble((act.keys.ljust(width), "bold $primary"), "  ", act.title)
        for act in named
    )
