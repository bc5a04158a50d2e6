"""What talks show over time: a plot, the eight principles, what to play next."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from simulator.engine import Mode
from simulator.errors import SimulatorError
from simulator.reports.progress import PlayedTalk, Trend
from simulator.reports.progresstext import (
    VALIDITY,
    next_lines,
    notes_lines,
    offer_lines,
    past_lines,
    retest_lines,
    scale,
    standing,
)
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.paper import Paper, Para, blank
from simulator.tui.widgets.plot import DOTS, Curve, Plot

if TYPE_CHECKING:
    from simulator.reports.progressof import Told
    from simulator.tui.game import Game

_MARK, _NONE = "› ", "  "


class ProgressScreen(Page):
    """One plot at a time: both scores first, then each principle."""

    CSS_PATH = "../styles/progress.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "home", show=False),
        Binding("escape", "home", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down", "scroll_by(1)", show=False),
        Binding("pageup", "scroll_by(-10)", show=False),
        Binding("pagedown", "scroll_by(10)", show=False),
        Binding("enter", "next", show=False),
        Binding(both("e"), "exam", show=False),
    ]
    shown: reactive[int] = reactive(0, init=False)
    """0: both scores; n: the n-th principle."""

    def __init__(self, game: "Game", look: Callable[[], "Told"]) -> None:
        """Look once.

        Args:
            game: What screens share.
            look: Gathers what is told, in the language of now.

        Raises:
            SimulatorError: Nothing can be gathered.
        """
        super().__init__(game)
        self._look = look
        self._told = look()

    async def rebuild(self) -> None:
        """Draw everything again in the language of now, titles included."""
        with suppress(SimulatorError):  # what was gathered before still stands
            self._told = self._look()
        await super().rebuild()

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        exam = Act("screen.exam", self.key("e"), _("before and after"))
        return (
            Act("screen.turn(1)", "←→", _("another plot")),
            Act("screen.next", "Enter", _("play what comes next")),
            *((exam,) if self._told.offer else ()),
            self.help_act(),
            Act("screen.home", self.key("q"), _("first screen")),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        return self.game.texts.gettext(
            "The plot shows both scores, talk by talk; the arrows to the left and to "
            "the right turn it to the principles. On a scale from 0 to 4 the dot is "
            "the mean of the last five talks that reached the principle, and the line "
            "goes from the lowest of them to the highest."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        with Vertical(id="progress"):
            yield Static(Content(self.game.texts.gettext("My progress")), id="head")
            with VerticalScroll(id="progress-scroll", can_focus=False):
                yield Static(id="plotted")
                yield Plot()
                yield Static(id="legend")
                yield Paper()

    async def filled(self) -> None:
        """Draw the plot and the words."""
        self._draw()

    def watch_shown(self) -> None:
        """Draw another plot."""
        self._draw()

    def action_turn(self, by: int) -> None:
        """Turn to another plot; after the last comes the first."""
        self.shown = (self.shown + by) % (len(self._told.progress.trends) + 1)

    def action_scroll_by(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one("#progress-scroll").scroll_relative(y=by, animate=False)

    def action_next(self) -> None:
        """Go to the scenario that comes next."""
        found = self._told.progress.next
        if found is not None:
            self.post_message(wishes.ShowBrief(found.scenario.id))

    def action_exam(self) -> None:
        """Play again, as an exam, what was finished a week ago."""
        if self._told.offer is not None:
            brief = wishes.ShowBrief(self._told.offer.scenario, Mode.EXAM)
            self.post_message(brief)

    def action_home(self) -> None:
        """Go to the first screen."""
        self.post_message(wishes.GoHome())

    def _draw(self) -> None:
        now = self._told.progress
        title, legend = self._words()
        self.query_one("#plotted", Static).update(Content.styled(title, "bold"))
        self.query_one("#legend", Static).update(Content(legend))
        plot = self.query_one(Plot)
        plot.display = bool(now.talks)
        if self.shown:
            trend = now.trends[self.shown - 1]
            plot.show([_levels(now.talks, trend)], 4, now.first_place)
        else:
            plot.show(_scores(now.talks), 100, now.first_place)
        self.query_one(Paper).show(list(self._paras()))

    def _words(self) -> tuple[str, str]:
        """Return what stands over the plot and under it."""
        _, now = self.game.texts.gettext, self._told.progress
        if not now.talks:
            return _("No talk was finished yet."), ""
        if not self.shown:
            legend = _("line: business above ego · {dot}: key-client rules")
            return _("Both scores, 0 to 100, talk by talk"), legend.format(dot=DOTS)
        trend = now.trends[self.shown - 1]
        told = standing(trend, self.game.texts, self.game.language)
        scale = _("level, 0 to 4, talk by talk")
        return self._title(trend), f"{scale}: {told}"

    def _title(self, trend: Trend) -> str:
        return (
            f"{trend.principle} {self._told.titles.get(trend.principle, '')}".rstrip()
        )

    def _paras(self) -> Iterator[Para]:
        _, texts, language = (
            self.game.texts.gettext,
            self.game.texts,
            self.game.language,
        )
        now = self._told.progress
        yield blank()
        for place, line in enumerate(next_lines(self._told, texts, language)):
            yield Para(Content.styled(line, "" if place else "bold"), 2)
        yield blank()
        yield from self._offer()
        if now.talks:
            title = Content.styled(_("Principles, 0 to 4"), "bold $primary")
            yield Para(title, 2)
            for place, one in enumerate(now.trends, start=1):
                mark = _MARK if place == self.shown else _NONE
                head = Content(f"{mark}{scale(one)} ")
                told = f"{self._title(one)}: {standing(one, texts, language)}"
                yield Para(Content(told), head.cell_length, head)
            yield blank()
        yield from self._retest()
        for line in (*past_lines(now, texts, language), *notes_lines(now, texts)):
            yield Para(Content(line), 2)
        yield Para(Content.styled(_(VALIDITY), "$muted"), 2)

    def _offer(self) -> Iterator[Para]:
        """Tell what is worth playing again as an exam."""
        told = offer_lines(self._told, self.game.texts, self.game.language)
        for place, line in enumerate(told):
            yield Para(Content.styled(line, "" if place else "bold"), 2)
        if self._told.offer is not None:
            yield blank()

    def _retest(self) -> Iterator[Para]:
        """Tell what the exam last held again shows."""
        if self._told.before_after is None:
            return
        title = self.game.texts.gettext("Before and after")
        yield Para(Content.styled(title, "bold $primary"), 2)
        for line in retest_lines(self._told, self.game.texts, self.game.language):
            yield Para(Content(line), 2)
        yield blank()


def _scores(talks: tuple[PlayedTalk, ...]) -> list[Curve]:
    return [
        Curve(tuple(None if t.business is None else float(t.business) for t in talks)),
        Curve(
            tuple(None if t.key_client is None else float(t.key_client) for t in talks),
            DOTS,
        ),
    ]


def _levels(talks: tuple[PlayedTalk, ...], trend: Trend) -> Curve:
    found = ((t.levels or {}).get(trend.principle) for t in talks)
    return Curve(tuple(None if level is None else float(level) for level in found))
