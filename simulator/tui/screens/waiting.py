"""A file that cannot be played yet: its mistakes, until they are mended."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from simulator.plaintext import plain
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.eyes import fault_page
from simulator.tui.widgets.paper import Paper, Para, blank
from simulator.tui.widgets.settled import Scroll

if TYPE_CHECKING:
    from simulator.preview import Room
    from simulator.tui.game import Game


class Waiting(Page):
    """What lies under a preview; in sight only while there was no good version."""

    CSS_PATH = "../styles/preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "leave", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, game: "Game", room: "Room") -> None:
        super().__init__(game)
        self.room = room

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("screen.page(1)", "PgDn", _("read on")),
            self.help_act(),
            Act("screen.leave", self.key("q"), _("leave")),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "The file cannot be played yet. Mend what is told here and save it: the "
            "talk begins by itself."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Scroll(id="page"):
            yield Paper()

    async def filled(self) -> None:
        """Tell what is wrong."""
        paras: list[Para] = [
            Para(Content.styled(plain(str(self.room.path)), "bold")),
            blank(),
        ]
        if self.room.fault is not None:
            paras += fault_page(self.room.fault, self.game.texts, played=False)
        self.query_one(Paper).show(paras)

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit(0)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        page = self.query_one("#page")
        if by < 0:
            page.scroll_page_up(animate=False)
        else:
            page.scroll_page_down(animate=False)
