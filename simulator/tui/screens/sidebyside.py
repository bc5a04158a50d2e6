"""Two talks side by side: two columns, or one under the other where it is narrow."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from simulator.reach.onward import Onward
from simulator.reports.comparison import (
    Comparison,
    comparison,
    still_reachable,
)
from simulator.reports.comparisontext import Column, Kind, Line, Teller
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.paper import Paper, Para, blank, heading

if TYPE_CHECKING:
    from simulator.sessions.pairs import Pair
    from simulator.tui.game import Game

_STEP: Final = 3
_STYLES: Final = {
    Kind.SAID: "",
    Kind.YOURS: "",
    Kind.NOTE: "italic $muted",
    Kind.TEMPER: "$muted",
    Kind.LEVELS: "$primary",
    Kind.SILENT: "$muted",
}


class SideBySide(Page):
    """What both have in common in short, then turn by turn, then what it came to."""

    CSS_PATH = "../styles/sidebyside.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "home", show=False),
        Binding("escape", "back", show=False),
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down", "scroll_by(1)", show=False),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("space", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    def __init__(self, game: "Game", pair: "Pair") -> None:
        super().__init__(game)
        self.pair = pair
        self._found: Onward | None = None
        """None until it is known what could be reached."""

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("screen.page(1)", "PgDn", _("scroll")),
            Act("screen.end(1)", "End", _("what it came to")),
            self.help_act(),
            Act("screen.back", "Esc", _("back")),
            Act("screen.home", self.key("q"), _("first screen")),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "Two talks of one scenario, turn by turn: what was said, where tempers "
            "stood after it, which levels it showed. What both have in common is told "
            "once. At the end stand both scores, the principles, and the best that "
            "could still be reached from where the talks part."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        now = comparison(self.pair, self.game.language)
        teller = Teller(self.game.texts, self.game.language)
        with VerticalScroll(id="sides", can_focus=False):
            yield Paper(self._opening(now, teller))
            yield from self._rows(now, teller)
            yield Paper(self._results(now, teller))
            reachable = Paper()
            reachable.id = "reachable"
            yield reachable

    async def filled(self) -> None:
        """Look aside for what could be reached; nobody waits for it."""
        self._tell()
        if self._found is None:
            self.run_worker(self._look, name="reach", thread=True, exclusive=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what could be reached."""
        event.stop()
        if event.state is WorkerState.SUCCESS and event.worker.name == "reach":
            self._found = event.worker.result
            self._tell()

    def action_scroll_by(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one("#sides").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        sides = self.query_one("#sides")
        if by < 0:
            sides.scroll_page_up(animate=False)
        else:
            sides.scroll_page_down(animate=False)

    def action_end(self, which: int) -> None:
        """Go to the beginning or to the end."""
        sides = self.query_one("#sides")
        if which < 0:
            sides.scroll_home(animate=False)
        else:
            sides.scroll_end(animate=False)

    def action_back(self) -> None:
        """Go back to where this was opened."""
        self.post_message(wishes.GoUp())

    def action_home(self) -> None:
        """Go to the first screen."""
        self.post_message(wishes.GoHome())

    def _look(self) -> Onward:
        return still_reachable(self.pair)

    def _tell(self) -> None:
        _ = self.game.texts.gettext
        teller = Teller(self.game.texts, self.game.language)
        if self._found is None:
            lines = [_("Looking for the best that could be reached …")]
        else:
            now = comparison(self.pair, self.game.language)
            lines = list(teller.reachable(now, self._found))
        title = heading(_("What could still be reached"))
        self.query_one("#reachable", Paper).show([title, *map(_plain, lines)])

    def _opening(self, now: Comparison, teller: Teller) -> Iterator[Para]:
        _ = self.game.texts.gettext
        yield heading(_("Side by side: {title}").format(title=now.title))
        for line in teller.sides(now):
            yield Para(Content(line), _STEP)
        yield blank()
        first, *words = teller.beginning(now)
        yield _plain(first)
        for line in words:
            yield Para(Content.styled(line, "$muted"), _STEP)
        yield blank()
        yield from map(_para, teller.parting(now))

    def _rows(self, now: Comparison, teller: Teller) -> Iterator[Widget]:
        for turn in teller.turns(now):
            yield Static(Content(turn.head), classes="turn")
            with Horizontal(classes="pair"):
                for column in turn.columns:
                    yield Paper(_column(column))

    def _results(self, now: Comparison, teller: Teller) -> Iterator[Para]:
        _ = self.game.texts.gettext
        for title, lines in (
            (_("How it ended"), teller.outcomes(now)),
            (_("Scores"), teller.scores(now)),
            (_("Principles, 0 to 4"), teller.levels(now)),
            (_("How far the differences may be chance"), teller.chance(now)),
        ):
            told = list(lines)
            if told:
                yield from (heading(title), *map(_plain, told), blank())


def _column(column: Column) -> Iterator[Para]:
    """Return one turn of one talk, its letter before the first line."""
    for place, line in enumerate(column.lines):
        head = None if place else Content.styled(column.name, "bold")
        para = _para(line)
        yield Para(para.text, para.indent, head)


def _para(line: Line) -> Para:
    words = Content.styled(line.text, _STYLES[line.kind])
    if not line.who:
        return Para(words, _STEP)
    style = "bold $you" if line.kind is Kind.YOURS else "bold $other"
    return Para(Content.assemble((line.who, style), ": ", words), _STEP)


def _plain(text: str) -> Para:
    return Para(Content(text), _STEP)
