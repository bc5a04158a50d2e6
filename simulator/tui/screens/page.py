"""What every screen of the game has: texts, a key bar, help, a list of acts."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from simulator.tui.acts import Act
from simulator.tui.game import Game
from simulator.tui.keys import label, twins
from simulator.tui.widgets.keybar import KeyBar


class Page(Screen[None]):
    """A screen that fills the terminal.

    `parts` draws it from what the object holds; `rebuild` draws it again, as
    after a change of language.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *twins(Screen.BINDINGS),
    ]

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game

    def acts(self) -> tuple[Act, ...]:
        """What can be done here, most important first."""
        return ()

    def about(self) -> str:
        """Explain this screen in a few sentences, for help."""
        return ""

    def parts(self) -> Iterable[Widget]:
        """Make the widgets, the key bar left out."""
        return ()

    async def filled(self) -> None:
        """Fill the widgets once they are mounted; nothing by default."""

    def compose(self) -> Iterable[Widget]:
        """Make the widgets."""
        yield from self.parts()
        yield KeyBar(self.acts())

    async def on_mount(self) -> None:
        """Fill the widgets."""
        await self.filled()

    async def rebuild(self) -> None:
        """Draw everything again in the language of now."""
        with self.app.batch_update():
            await self.recompose()
            await self.filled()

    def key(self, letter: str) -> str:
        """Name a letter key in the reader's way."""
        return label(letter, self.game.language)

    def help_act(self) -> Act:
        """Return the entry for help, the same on every screen."""
        _ = self.game.texts.gettext
        return Act("app.help", "?", _("help"), _("Explain this screen."))

    def common_acts(self) -> tuple[Act, ...]:
        """Return what can be done on every screen and is on no key bar."""
        _ = self.game.texts.gettext
        return (
            Act("app.theme", self.key("t"), _("theme: light or dark"), on_bar=False),
            Act("app.language", "", _("language: Russian or English"), on_bar=False),
            Act("app.palette", "Ctrl+P", _("everything"), on_bar=False),
            Act("app.quit", "Ctrl+Q", _("quit the game"), on_bar=False),
        )
