"""The trainer's board: how people come in, who is where, what each talk came to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page

if TYPE_CHECKING:
    from simulator.tui.game import Game

LOOK = 1.0
"""Seconds between two looks at the class."""
_NAME = 21
_POINTS = 8
"""Columns for a score, with its heading."""


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the board."""

    name: str
    turn: int
    where: str
    """The scene, or the title of the ending."""
    finished: bool
    good: bool
    business: str
    """Points as they are shown; a dash where there are none."""
    rules: str


@dataclass(frozen=True, slots=True)
class Board:
    """What the board shows at one moment."""

    title: str
    address: str
    code: str
    people: tuple[Person, ...]
    per_minute: int
    closed: bool = False
    exposed: bool = False
    """True where others on the network can read along."""


class BoardPage(Page):
    """The board, drawn anew every second in which something has changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("r"), "invite", show=False),
        Binding(both("s"), "sort", show=False),
        Binding(both("e"), "end", show=False),
        Binding(both("q"), "app.quit", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
    ]

    def __init__(
        self,
        game: "Game",
        look: Callable[[], Board],
        code_drawn: str,
        end: Callable[[], object],
    ) -> None:
        """Make the screen.

        Args:
            game: What screens share.
            look: Looks at the class.
            code_drawn: The QR code of the address, in half blocks.
            end: Ends the class.
        """
        super().__init__(game)
        self._look, self._drawn, self._end = look, code_drawn, end
        self._shown: Board | None = None
        self._sorted = False
        self._ending = False

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("screen.invite", self.key("r"), _("QR code")),
            Act("screen.sort", self.key("s"), _("who is behind")),
            Act("screen.end", self.key("e"), _("end the class")),
            self.help_act(),
            Act("app.quit", self.key("q"), _("stop the server")),
            Act("", "↑↓ PgUp PgDn", _("scroll"), on_bar=False),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        return _(
            "People open the address, or scan the QR code, and type their names. Each "
            "line below is a person: how many turns, where his talk is, both scores as "
            "they stand. Stopping the server loses nothing: `whose-client class serve` "
            "goes on with it. Ending the class lets nobody answer any more."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Vertical(id="board"):
            yield Static(id="board-head")
            with Horizontal(id="board-body"):
                yield Static(Content(self._drawn), id="board-code")
                with VerticalScroll(id="board-people", can_focus=False):
                    yield Static(id="board-lines")

    async def filled(self) -> None:
        """Show the class, and go on looking."""
        self._shown = None
        self.refresh_board()

    async def on_mount(self) -> None:
        """Fill the widgets, and look again every second."""
        await super().on_mount()
        self.set_interval(LOOK, self.refresh_board)

    def refresh_board(self) -> None:
        """Draw the board when something on it has changed."""
        board = self._look()
        if board == self._shown:
            return
        self._shown = board
        self.query_one("#board-code").set_class(bool(board.people), "-known")
        self.query_one("#board-head", Static).update(self._head(board))
        self.query_one("#board-lines", Static).update(self._lines(board))

    def action_invite(self) -> None:
        """Show the QR code, or put it away."""
        self._ending, self._shown = False, None
        self.query_one("#board-code").toggle_class("-wanted")

    def action_sort(self) -> None:
        """Put those first who are least far, or all as they came in."""
        self._sorted, self._ending = not self._sorted, False
        self._shown = None
        self.refresh_board()

    def action_end(self) -> None:
        """End the class at the second press: nobody can answer after that."""
        _ = self.game.texts.gettext
        if not self._ending:
            self._ending = True
            self._shown = None
        elif self._shown is not None and not self._shown.closed:
            self._end()
        self.refresh_board()

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        people = self.query_one("#board-people")
        by *= people.size.height
        people.scroll_relative(y=by, animate=False, immediate=True)

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        people = self.query_one("#board-people")
        people.scroll_relative(y=by, animate=False, immediate=True)

    def _head(self, board: Board) -> Content:
        _, ngettext = self.game.texts.gettext, self.game.texts.ngettext
        count = len(board.people)
        done = sum(one.finished for one in board.people)
        known = ngettext("{n} person", "{n} people", count).format(n=count)
        told = _("{known} · {done} have finished · {rate} answers a minute").format(
            known=known, done=done, rate=board.per_minute
        )
        lines = [
            Content.styled(board.title, "bold"),
            Content(f"{board.address}   {_('Code: {code}').format(code=board.code)}"),
            Content(told),
        ]
        if board.exposed:
            said = _("Without TLS others on this network can read along.")
            lines.append(Content.styled(said, "$warning"))
        if board.closed:
            lines.append(Content.styled(_("The class is over."), "bold"))
        elif self._ending:
            said = _("End the class for all? Once more ends it.")
            lines.append(Content.styled(said, "bold"))
        return Content("\n").join(lines)

    def _lines(self, board: Board) -> Content:
        _ = self.game.texts.gettext
        people = board.people
        if self._sorted:
            people = tuple(sorted(people, key=lambda one: (one.finished, one.turn)))
        if not people:
            return Content.styled(_("Nobody has come in yet."), "dim")
        words = _("name"), _("turn"), _("business"), _("rules")
        name, turn, business, rules = (word[:_POINTS] for word in words)
        heading = f"{name:<{_NAME}}{turn:>5} {business:>{_POINTS}}{rules:>{_POINTS}}"
        lines = [Content.styled(heading, "dim"), *map(self._line, people)]
        return Content("\n").join(lines)

    def _line(self, one: Person) -> Content:
        sign = ("✓" if one.good else "✗") if one.finished else " "
        scores = f" {one.business:>{_POINTS}}{one.rules:>{_POINTS}}"
        name = one.name if len(one.name) <= _NAME else one.name[: _NAME - 1] + "…"
        line = f"{name:<{_NAME}}{one.turn:>5}{scores}  {sign} {one.where}"
        return Content(line) if one.finished else Content.styled(line, "bold")
