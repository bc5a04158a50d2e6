"""What a talk in a class came to, as the server tells it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from simulator.errors import SimulatorError
from simulator.reports.model import Debrief
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.aside import surely
from simulator.tui.screens.debrief import DebriefScreen

if TYPE_CHECKING:
    from simulator.tui.game import Game


class JoinedDebrief(DebriefScreen):
    """The debrief; nothing is tried again in a class."""

    def __init__(self, game: "Game", ask: Callable[[str], Debrief]) -> None:
        """Make the screen.

        Args:
            game: What screens share.
            ask: Returns the debrief in a language; it takes its time.
        """
        super(DebriefScreen, self).__init__(game)
        self._ask = ask
        self.note = None
        self.partner, self.before_after = "", None

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("", "↑↓", _("turn")),
            self.help_act(),
            Act("screen.back", "Esc", _("back")),
            Act("screen.home", self.key("q"), _("leave")),
            Act("screen.page(1)", "PgDn", _("scroll"), on_bar=False),
            Act("screen.to_sum", "End", _("what it came to"), on_bar=False),
            *self.common_acts(),
        )

    async def filled(self) -> None:
        """Ask for the debrief, and show its first turn."""
        self.run_worker(self._fetch(), group="fetch", exclusive=True)

    def again_key(self) -> str:
        """Return no key: a talk in a class is played once."""
        return ""

    def action_again(self) -> None:
        """Do nothing: a talk in a class is played once."""

    def action_branch(self) -> None:
        """Do nothing: a talk in a class is played once."""

    def action_side_by_side(self) -> None:
        """Do nothing: there is no other talk here."""

    def action_anew(self) -> None:
        """Do nothing: a talk in a class is played once."""

    def action_home(self) -> None:
        """Leave the class."""
        self.post_message(wishes.GoHome())

    async def _fetch(self) -> None:
        try:
            ask = partial(self._ask, self.game.language)
            found = await surely(ask, self._say)
            if self.query("#scores"):  # it may come in while the program ends
                self.tell(found)
        except SimulatorError as error:
            self._say(error)

    def _say(self, error: SimulatorError | None) -> None:
        _ = self.game.texts.gettext
        said = "" if error is None else error.sentence(_)
        for line in self.query("#scores").results(Static):
            line.update(Content.styled(said, "$bad"))
