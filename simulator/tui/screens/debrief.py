"""The debrief: turn by turn, then what the talk came to. Reports say, this draws."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.engine import Mode
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.reports.debrief import debrief
from simulator.reports.model import Debrief, TurnNote
from simulator.reports.numbers import decimal_sign
from simulator.reports.retest import BeforeAfter, before_after
from simulator.reports.retesttext import RetestTeller
from simulator.sessions.retests import retest_of, sittings
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.paper import Paper, Para, blank, heading
from simulator.tui.widgets.sumpage import score, sum_page
from simulator.tui.widgets.turnpage import turn_page

if TYPE_CHECKING:
    from simulator.sessions.attempt import Attempt
    from simulator.tui.game import Game


_TWO_WAYS: Final = N_(
    "Trying a turn again takes it back, and this ending with it. The other branch "
    "plays it otherwise in a talk of its own: this one stays, and both can stand side "
    "by side."
)
_BRANCH: Final = N_(
    "Play this turn otherwise in a talk of its own: the one that is over stays as it "
    "was, and both can stand side by side."
)


class DebriefScreen(Page):
    """A list of turns to walk through; the last entry is the sum of it all."""

    CSS_PATH = "../styles/debrief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("r"), "again", show=False),
        Binding(both("b"), "branch", show=False),
        Binding(both("s"), "side_by_side", show=False),
        Binding(both("p"), "anew", show=False),
        Binding(both("q"), "home", show=False),
        Binding("escape", "back", show=False),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("space", "page(1)", show=False),
    ]

    def __init__(self, game: "Game", attempt: "Attempt") -> None:
        super().__init__(game)
        self.attempt = attempt
        self.note: Debrief | None = None
        self.partner = attempt.header.origin
        """The talk that this one is held against: the one it branched off from, or the
        sitting before an exam held again; empty for none."""
        self.before_after: BeforeAfter | None = None

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        beside = Act("screen.side_by_side", self.key("s"), _("side by side"))
        return (
            Act("", "↑↓", _("turn")),
            Act("screen.again", self.key("r"), _("try again")),
            Act("screen.branch", self.key("b"), _("other branch"), _(_BRANCH)),
            self.help_act(),
            *((beside,) if self.partner else ()),
            Act("screen.anew", self.key("p"), _("play again")),
            Act("screen.back", "Esc", _("back")),
            Act("screen.home", self.key("q"), _("first screen")),
            Act("screen.page(1)", "PgDn", _("scroll"), on_bar=False),
            Act("screen.to_sum", "End", _("what it came to"), on_bar=False),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        told = _(
            "Walk through your turns with the arrows: your words, what they did, the "
            "level of each principle with the sentence it stands on, what would have "
            "been stronger. The last line is what the talk came to: two scores, and "
            "one thing to do differently next time."
        )
        takes_back = self.again_key() and self.attempt.mode is not Mode.EXAM
        return f"{told} {_(_TWO_WAYS)}" if takes_back else told

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        yield Static(id="scores")
        with Horizontal(id="debrief"):
            yield OptionList(id="turns")
            with VerticalScroll(id="paper", can_focus=False):
                yield Paper()

    async def filled(self) -> None:
        """Work the debrief out and show its first turn."""
        attempt = self.attempt
        self._look_back()
        note = debrief(
            attempt.scenario,
            attempt.events,
            attempt.scorecard(),
            attempt.rubric,
            attempt.rulebook,
            self.game.language,
        )
        self.tell(note)

    def _look_back(self) -> None:
        """Find what an exam is held against; the debrief stands without it, too."""
        sessions, attempt = self.game.sessions, self.attempt
        if attempt.mode is not Mode.EXAM:
            return
        with suppress(SimulatorError):
            retest = retest_of(sittings(sessions), attempt.id)
            if retest is not None:
                self.partner = retest.before.attempt
                language = self.game.language
                self.before_after = before_after(sessions, retest, language)
        self.query_one(KeyBar).show(self.acts())

    def _retest(self) -> Iterable[Para]:
        """Tell what an exam held again shows."""
        if self.before_after is None:
            return
        _ = self.game.texts.gettext
        yield heading(_("Before and after"))
        teller = RetestTeller(self.game.texts, self.game.language)
        for line in teller.lines(self.before_after):
            yield Para(Content(line), 2)
        yield blank()

    def tell(self, note: Debrief) -> None:
        """Show a debrief, its first turn first."""
        self.note = note
        self.query_one("#scores", Static).update(self._scores(note))
        turns = self.query_one("#turns", OptionList)
        turns.clear_options()
        turns.add_options([*map(self._entry, note.turns), self._sum()])
        turns.highlighted = 0
        turns.focus()

    def on_option_list_option_highlighted(
        self, event: OptionList.OptionHighlighted
    ) -> None:
        """Show what the highlight is on."""
        event.stop()
        if self.note is None:
            return
        if event.option_index < len(self.note.turns):
            turn = self.note.turns[event.option_index]
            turns = len(self.note.turns)
            page = turn_page(turn, turns, self.again_key(), self.game.texts)
        else:
            comma = decimal_sign(self.game.language)
            page = sum_page(self.note, self.game.texts, comma, self._retest())
        self.query_one(Paper).show(page)
        self.query_one("#paper").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on to the next turn."""
        event.stop()
        event.option_list.action_cursor_down()

    def again_key(self) -> str:
        """Return the key that tries a turn again; empty where that cannot be."""
        return self.key("r")

    def action_again(self) -> None:
        """Try the highlighted turn again."""
        turn = self._turn()
        if turn is not None:
            self.post_message(wishes.GoBack(self.attempt, turn.rewind_to))

    def action_branch(self) -> None:
        """Play the other branch from the highlighted turn; this talk stays."""
        turn = self._turn()
        if turn is not None:
            self.post_message(wishes.Branch(self.attempt, turn.rewind_to))

    def action_side_by_side(self) -> None:
        """Show this talk beside the one that it is held against."""
        if self.partner:
            self.post_message(wishes.Compare(self.attempt.id))

    def action_anew(self) -> None:
        """Play the same scenario from the start."""
        self.post_message(wishes.ShowBrief(self.attempt.scenario.id))

    def action_back(self) -> None:
        """Go back to the end of the talk, where its record is."""
        self.post_message(wishes.GoUp())

    def action_home(self) -> None:
        """Go to the first screen."""
        self.post_message(wishes.GoHome())

    def action_to_sum(self) -> None:
        """Show what the talk came to."""
        self.query_one("#turns", OptionList).action_last()

    def action_page(self, by: int) -> None:
        """Scroll the page, while the highlight stays."""
        paper = self.query_one("#paper")
        if by < 0:
            paper.scroll_page_up(animate=False)
        else:
            paper.scroll_page_down(animate=False)

    def _turn(self) -> TurnNote | None:
        at = self.query_one("#turns", OptionList).highlighted
        if self.note is None or at is None or at >= len(self.note.turns):
            return None
        return self.note.turns[at]

    def _entry(self, turn: TurnNote) -> Option:
        first = turn.text.splitlines()[0] if turn.text else ""
        if turn.form is not None:
            first = turn.form.name.render(self.game.texts)
        flags = any(code.tone == "red-flag" for code in turn.codes)
        mark = "‼ " if flags else "○ " if turn.circling else ""
        return Option(
            Content.assemble((f"{turn.turn:>2}  ", "bold"), mark, Content(first))
        )

    def _sum(self) -> Option:
        _ = self.game.texts.gettext
        return Option(Content.styled("    " + _("What it came to"), "bold"))

    def _scores(self, note: Debrief) -> Content:
        _ = self.game.texts.gettext
        key = note.key_client.score if note.key_client else None
        return Content.assemble(
            _("Business above ego"),
            (f" {score(note.business)}", "bold $primary"),
            "   ",
            _("Key-client rules"),
            (f" {score(key)}", "bold $primary"),
        )
