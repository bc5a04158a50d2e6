"""The first screen: what this is, and the one thing to do next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from simulator.errors import SimulatorError
from simulator.tui import wishes
from simulator.tui.acts import Act
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.reports.progressof import Offer
    from simulator.sessions.retests import Sitting
    from simulator.sessions.summary import Summary
    from simulator.sessions.usecases import Sessions
    from simulator.store import Reviewed

PAGES: Final[Mapping[str, Callable[[], Message]]] = {
    "play": wishes.ShowScenarios,
    "drill": wishes.ShowDrills,
    "past": wishes.ShowPast,
    "progress": wishes.ShowProgress,
    "how": wishes.ShowHowItWorks,
}
"""What is chosen → the wish for its page."""


class Home(Page):
    """Title, one sentence, a menu.

    The row "Continue" has its place from the first frame on and is filled as
    soon as the attempts are known, so nothing jumps.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("q"), "app.quit", show=False),
        Binding(both("l"), "app.language", show=False),
    ]

    unfinished: "Summary | None" = None
    played = False
    """True when there is any talk to look back on."""
    due = 0
    """How many drills are due today, as far as it is known."""
    offer: "Offer | None" = None
    """What is worth playing again as an exam, as far as it is known."""
    note = ""
    _at = ""
    """What was chosen last; the highlight comes back to it."""
    _told = False
    """True once the person knows that the store cannot be opened."""

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done here."""
        _ = self.game.texts.gettext
        return (
            Act("", "↑↓", _("choose")),
            Act("screen.take", "Enter", _("open")),
            self.help_act(),
            Act("app.theme", self.key("t"), _("theme")),
            Act("app.quit", self.key("q"), _("quit")),
            *self.common_acts(),
        )

    def about(self) -> str:
        """Explain this screen."""
        _ = self.game.texts.gettext
        return _(
            "Choose a line with the arrows and press Enter, or click it. A talk that "
            "you left is kept, and goes on at the same line."
        )

    def parts(self) -> Iterable[Widget]:
        """Make the widgets."""
        _ = self.game.texts.gettext
        with Vertical(id="home"):
            yield Static(Content(_("Whose client?")), id="title")
            yield Static(_epigraph(_), id="epigraph")
            yield Static(
                Content(
                    _(
                        "A manager will not give up a client. Rehearse this talk "
                        "before you have it."
                    )
                ),
                id="lead",
            )
            yield Choices(numbered=False, beside=20, id="menu")
            yield Static(Content(self.note), id="note")

    async def filled(self) -> None:
        """Show the menu, and put the keys where they are needed."""
        self._show_menu()
        self.query_one(Choices).focus()
        if self.offer is not None:  # its title is in the language from before
            self._look_for_offer()

    def on_screen_resume(self) -> None:
        """Look for an unfinished talk, once this frame has been painted."""
        self.call_after_refresh(self._look)

    def say(self, note: str) -> None:
        """Show one sentence under the menu."""
        self.note = note
        self.query_one("#note", Static).update(Content(note))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Do what was chosen."""
        event.stop()
        self.say("")
        self._at = event.choice.id
        match event.choice.id:
            case page if page in PAGES:
                self.post_message(PAGES[page]())
            case "before-after" if self.offer is not None:
                scenario = self.offer.scenario
                self.post_message(wishes.ShowBrief(scenario, "exam"))
            case "language":
                self.app.call_later(self.app.run_action, "language")
            case "quit":
                self.app.exit(0)
            case _ if self.unfinished is not None:
                self.post_message(wishes.Continue(self.unfinished.id))
            case _:
                pass

    def action_take(self) -> None:
        """Choose what is highlighted, as a click on the key bar does."""
        self.query_one(Choices).action_take()

    def _look(self) -> None:
        from simulator.sessions.athome import at_home

        try:
            now = at_home(self.game.sessions)
        except SimulatorError as error:
            if not self._told:
                self._told = True
                self.post_message(wishes.Trouble(error, self._again))
            return
        self._told = False
        if (now.unfinished, now.played) != (self.unfinished, self.played):
            self.unfinished, self.played = now.unfinished, now.played
            self._at = ""
            self._show_menu()
        self._count()
        self._look_for_offer()

    def _look_for_offer(self) -> None:
        """Find what is worth playing again, aside: nobody waits for it."""
        from simulator.sessions.retests import due, sittings

        sessions = self.game.sessions
        try:
            held = sittings(sessions)
        except SimulatorError:
            return
        if due(held, sessions.today) is None:
            self._take_offer(None)
            return
        work = partial(_offer, sessions, held, self.game.language)
        self.run_worker(work, name="offer", group="offer", thread=True, exclusive=True)

    def _count(self) -> None:
        """Count the drills that are due, aside: nobody waits for it."""
        sessions = self.game.sessions
        try:
            rows = sessions.store.reviews() if sessions.store else ()
        except SimulatorError:
            return
        if rows or self.due:
            now = sessions.now().astimezone()
            work = partial(_due, rows, now)
            self.run_worker(work, name="due", group="due", thread=True, exclusive=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show how many drills are due; the highlight stays where it is."""
        event.stop()
        if event.state is not WorkerState.SUCCESS:
            return
        if event.worker.name == "offer":
            self._take_offer(event.worker.result)
        elif event.worker.result != self.due:
            self.due = int(event.worker.result or 0)
            self._show_anew()

    def _take_offer(self, offer: "Offer | None") -> None:
        if offer != self.offer:
            self.offer = offer
            self._show_anew()

    def _show_anew(self) -> None:
        """Show the menu again, with the highlight on what it was on."""
        menu, rows = self.query_one(Choices), self._menu()
        at = menu.choices[menu.at].id if menu.choices else ""
        menu.show(rows, next((n for n, one in enumerate(rows) if one.id == at), 0))

    def _offered(self) -> str:
        _ = self.game.texts.gettext
        title = self.offer.title if self.offer is not None else ""
        return _("{title}, again as an exam").format(title=title)

    def _again(self) -> None:
        self._told = False
        self._look()

    def _show_menu(self) -> None:
        """Show the menu, with the highlight where it was, or at the top."""
        menu, rows = self.query_one(Choices), self._menu()
        menu.set_class(self.unfinished is not None, "-continue")
        at = (n for n, row in enumerate(rows) if row.id == self._at)
        menu.show(rows, next(at, 0))

    def _menu(self) -> list[Choice]:
        _, ngettext = self.game.texts.gettext, self.game.texts.ngettext
        past = (
            Choice("past", _("My talks"), _("played and left")),
            Choice("progress", _("My progress"), _("over time, and what next")),
        )
        due = ngettext("{n} drill is due", "{n} drills are due", self.due)
        drills = due.format(n=self.due) if self.due else _("drills, a minute each")
        offer = [Choice("before-after", _("Before and after"), self._offered())]
        menu = [
            Choice("play", _("Play"), _("choose a talk")),
            Choice("drill", _("Today"), drills),
            *(offer if self.offer is not None else ()),
            *(past if self.played else ()),
            Choice("how", _("How it works"), _("in one minute")),
            Choice("language", _("Language"), _("Russian · English")),
            Choice("quit", _("Quit")),
        ]
        if self.unfinished is None:
            return menu
        turns = self.unfinished.turns
        played = ngettext("{n} turn played", "{n} turns played", turns).format(n=turns)
        detail = f"{self.unfinished.title} · {played}"
        return [Choice("continue", _("Continue"), detail), *menu]


def _offer(
    sessions: "Sessions", held: "Sequence[Sitting]", language: str
) -> "Offer | None":
    """Return what is worth playing again; loads what it needs to know that."""
    from simulator.reports.progressof import offered

    try:
        return offered(sessions.library, held, language, sessions.today)
    except SimulatorError:
        return None  # the first screen works without


def _due(rows: "Sequence[Reviewed]", now: "datetime") -> int:
    """Return how many drills are due; loads what it needs to know that."""
    from simulator.study import due_count, read

    return due_count([read(row) for row in rows], now)


def _epigraph(_: Callable[[str], str]) -> Content:
    """Draw the beginning of the talk that everybody knows."""
    you, manager = _("You"), _("Manager")
    width = max(len(you), len(manager)) + 2
    return Content.assemble(
        (you.ljust(width), "bold $you"),
        (_("Do you know client X?"), "italic"),
        "\n",
        (manager.ljust(width), "bold $other"),
        (_("I do. He is mine."), "italic"),
    )
