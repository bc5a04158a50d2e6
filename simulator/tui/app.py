"""The app: bindings and navigation, nothing else. Start at `run_app`.

Only what the first frame needs is imported here; every other screen is imported
when it is first opened.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from gettext import NullTranslations
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from simulator.errors import SimulatorError
from simulator.tui import wishes
from simulator.tui.game import Game, Habits
from simulator.tui.keys import both
from simulator.tui.running import run
from simulator.tui.screens.home import Home
from simulator.tui.screens.page import Page
from simulator.tui.theme import THEMES

if TYPE_CHECKING:
    from simulator.reports.progressof import Told
    from simulator.sessions import Attempt, Sessions
    from simulator.study import Wish

LEAST = (60, 20)
"""Columns and lines of the smallest terminal that the game is drawn for."""


class GameApp(App[int]):
    """Whose client?"""

    TITLE = "Whose client?"
    CSS_PATH: ClassVar[str | list[str | PurePath]] = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(both("ctrl+q"), "quit", priority=True, show=False),
        Binding(both("ctrl+c"), "quit", show=False),
        Binding(both("ctrl+p"), "palette", show=False),
        Binding("question_mark,comma,f1", "help", show=False),
        Binding(both("t"), "theme", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (80, "-normal"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-short"),
        (24, "-middling"),
        (34, "-tall"),
    ]

    def __init__(
        self,
        game: Game,
        scenario: str | None = None,
        mode: str = "choose",
        drill: "Wish | None" = None,
    ) -> None:
        super().__init__()
        self.game = game
        self._drill = drill
        self._scenario = scenario
        self._mode = mode
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = game.habits.theme

    def get_default_screen(self) -> Screen[None]:
        """Start with home, which stays under every other screen."""
        return Home(self.game)

    def on_mount(self) -> None:
        """Go straight to what was asked for at the start."""
        if self._drill is not None:
            self.post_message(wishes.ShowDrills(self._drill))
        if self._scenario is not None:
            self.post_message(wishes.ShowBrief(self._scenario, self._mode))

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything while the terminal is too small to play in."""
        too_small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        if too_small and not any(s.name == "too-small" for s in self.screen_stack):
            from simulator.tui.screens.toosmall import TooSmall

            self.push_screen(TooSmall(self.game, LEAST))

    async def action_quit(self) -> None:
        """Leave; whatever was answered is kept already."""
        self.exit(0)

    def action_help_quit(self) -> None:
        """Leave, as Ctrl+C asks everywhere else too."""
        self.exit(0)

    def action_theme(self) -> None:
        """Turn from dark to light or back."""
        self.game.next_theme()
        self.theme = self.game.habits.theme

    async def action_language(self) -> None:
        """Turn from Russian to English or back, everywhere."""
        self.game.next_language()
        with self.batch_update():
            for screen in self.screen_stack:
                if isinstance(screen, Page):
                    await screen.rebuild()

    def action_help(self) -> None:
        """Explain the screen in front."""
        from simulator.tui.screens.help import Help

        if isinstance(self.screen, Page):
            self.push_screen(Help(self.game, self.screen.about(), self.screen.acts()))

    def action_palette(self) -> None:
        """Offer everything that can be done on the screen in front."""
        from simulator.tui.screens.palette import Palette

        if isinstance(self.screen, Page):
            acts = [act for act in self.screen.acts() if act.action != "app.palette"]
            self.push_screen(Palette(self.game, acts), self._do)

    async def _do(self, action: str | None) -> None:
        """Do what was chosen in the palette, on the screen in front."""
        if action is not None:
            await self.run_action(action, default_namespace=self.screen)

    async def on_go_home(self, wish: wishes.GoHome) -> None:
        """Show the first screen."""
        with self.batch_update():
            await self._clear()
            if isinstance(self.screen, Home):
                self.screen.say(wish.note)

    async def on_go_up(self) -> None:
        """Show the screen under this one."""
        await self.pop_screen()

    async def on_show_how_it_works(self) -> None:
        """Explain the game."""
        from simulator.tui.screens.howto import HowTo

        await self._only(HowTo(self.game))

    async def on_show_scenarios(self) -> None:
        """Show what can be played."""
        with self._telling(wishes.ShowScenarios):
            from simulator.tui.screens.scenarios import Scenarios

            await self._only(Scenarios(self.game, self.game.sessions))

    async def on_show_drills(self, wish: wishes.ShowDrills) -> None:
        """Practise what is due today."""
        with self._telling(lambda: wishes.ShowDrills(wish.wish)):
            from simulator.study import Practice, Sitting, Wish
            from simulator.tui.screens.drill import DrillScreen

            asked = wish.wish or Wish()
            practice = Practice(self.game.sessions)
            sitting = Sitting(practice, self.game.language, asked)
            await self._only(DrillScreen(self.game, sitting))

    async def on_show_past(self) -> None:
        """Show what was played and what was left."""
        with self._telling(wishes.ShowPast):
            from simulator.tui.screens.past import PastTalks

            await self._only(PastTalks(self.game, self.game.sessions.past()))

    async def on_show_progress(self) -> None:
        """Show what talks show over time."""
        with self._telling(wishes.ShowProgress):
            from simulator.reports.progressof import progress_of
            from simulator.tui.screens.progress import ProgressScreen

            game = self.game

            def look() -> "Told":
                sessions = game.sessions
                return progress_of(sessions, game.language, sessions.today)

            await self._only(ProgressScreen(game, look))

    async def on_show_brief(self, wish: wishes.ShowBrief) -> None:
        """Show what is known before a talk."""
        with self._telling(lambda: wishes.ShowBrief(wish.scenario, wish.mode)):
            from simulator.tui.screens.brief import Brief

            brief = Brief(self.game, self.game.sessions, wish.scenario, wish.mode)
            await self.push_screen(brief)

    async def on_begin(self, wish: wishes.Begin) -> None:
        """Begin a talk."""
        with self._telling():
            sessions, language = self.game.sessions, self.game.language
            await self._play(sessions.start(wish.scenario, language, mode=wish.mode))

    async def on_continue(self, wish: wishes.Continue) -> None:
        """Go on with a talk that was left."""
        with self._telling():
            await self._play(self.game.sessions.resume(wish.attempt))

    async def on_go_back(self, wish: wishes.GoBack) -> None:
        """Go back to an earlier moment of a talk."""
        with self._telling():
            sessions = self.game.sessions
            await self._play(sessions.try_again(wish.attempt, wish.to))

    async def on_branch(self, wish: wishes.Branch) -> None:
        """Play the other branch of a talk that is over."""
        with self._telling():
            await self._play(self.game.sessions.fork(wish.attempt, wish.to))

    async def on_compare(self, wish: wishes.Compare) -> None:
        """Show two talks side by side."""
        with self._telling():
            from simulator.sessions import pair_of
            from simulator.tui.screens.sidebyside import SideBySide

            pair = pair_of(self.game.sessions, wish.attempt, wish.other)
            await self.push_screen(SideBySide(self.game, pair))

    async def on_show_debrief(self, wish: wishes.ShowDebrief) -> None:
        """Show what a talk came to."""
        from simulator.tui.screens.debrief import DebriefScreen

        if wish.attempt.own is not None:
            await self.push_screen(DebriefScreen(self.game, wish.attempt.own))

    def on_show_card(self, wish: wishes.ShowCard) -> None:
        """Show the client card over the talk."""
        from simulator.tui.screens.cardsheet import CardSheet

        self.push_screen(CardSheet(self.game, wish.view))

    async def on_show_form(self, wish: wishes.ShowForm) -> None:
        """Show the form of the scene over the talk."""
        from simulator.tui.screens.form import FormPage

        page = wish.attempt.desk(self.game.language)
        if page is not None:
            await self.push_screen(FormPage(self.game, wish.attempt, page))

    async def on_hand_in(self, wish: wishes.HandIn) -> None:
        """Hand a form in, and go on with the talk under it."""
        from simulator.tui.screens.talk import Talk

        await self.pop_screen()
        if isinstance(self.screen, Talk):
            await self.screen.give(wish.answer)

    def on_show_record(self, wish: wishes.ShowRecord) -> None:
        """Show the record of the meeting."""
        from simulator.reports.record import record
        from simulator.reports.recordfiles import record_name
        from simulator.reports.recordtext import record_blocks
        from simulator.tui.screens.recordsheet import RecordSheet

        talk, game = wish.attempt, self.game
        note = record(talk.scenario, talk.events, talk.rulebook, talk.today)
        if note is not None:
            blocks = record_blocks(note, game.texts, game.language)
            path = Path.home() / record_name(talk.scenario.id, talk.today, game.texts)
            self.push_screen(RecordSheet(game, blocks, path))

    def on_show_rewind(self, wish: wishes.ShowRewind) -> None:
        """Offer the turns to go back to."""
        from simulator.tui.screens.rewind import Rewind

        def back(to: int | None) -> None:
            if to is not None:
                self.post_message(wishes.GoBack(wish.attempt, to))

        self.push_screen(Rewind(self.game, wish.said), back)

    def on_show_meant(self, wish: wishes.ShowMeant) -> None:
        """Ask what was meant, and play the last answer again as that."""
        from simulator.tui.screens.meant import NONE, Meant

        async def take(meant: str | None) -> None:
            if meant is not None:
                with self._telling():
                    wish.attempt.correct(None if meant == NONE else meant)
                    if wish.attempt.own is not None:
                        await self._play(wish.attempt.own)

        self.push_screen(Meant(self.game, wish.attempt.meanable), take)

    def on_unkept(self, wish: wishes.Unkept) -> None:
        """Tell that an answer could not be kept, and what can be done."""
        from simulator.tui.screens.unkept import LEAVE, Unkept

        def then(way: str | None) -> None:
            if way == LEAVE:
                self.post_message(wishes.GoHome())
            else:
                wish.again()

        path = Path.home() / f"whose-client-{wish.attempt.id}.json"
        sentence = wish.error.sentence(self.game.texts.gettext)
        sheet = Unkept(self.game, wish.attempt, sentence, path)
        self.push_screen(sheet, then)

    def on_trouble(self, wish: wishes.Trouble) -> None:
        """Tell that something cannot be done, and what can be done instead."""
        from simulator.tui.screens.trouble import AGAIN, UNKEPT, TroubleSheet, ways

        def then(way: str | None) -> None:
            if way == UNKEPT:
                self.game.go_unkept()
            if way in (AGAIN, UNKEPT) and wish.again is not None:
                wish.again()

        offered = ways(self.game, again=wish.again is not None)
        sentence = wish.error.sentence(self.game.texts.gettext)
        self.push_screen(TroubleSheet(self.game, sentence, offered), then)

    @contextmanager
    def _telling(self, wish: Callable[[], Message] | None = None) -> Iterator[None]:
        """Tell of what goes wrong inside, instead of ending the program.

        Args:
            wish: Makes the wish that leads here, so that it can be tried again
                when the sessions could not be opened.
        """
        try:
            yield
        except SimulatorError as error:
            again = None
            if wish is not None and not self.game.is_open:
                again = partial(self._wish_again, wish)
            self.post_message(wishes.Trouble(error, again))

    def _wish_again(self, wish: Callable[[], Message]) -> None:
        self.post_message(wish())

    @property
    def unforeseen(self) -> Exception | None:
        """What ended the app, if it was an error."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave quietly; `run_app` raises the error for its caller to tell.

        Textual's own way prints a traceback with all local values, answers among them.
        """
        self._close_messages_no_wait()

    async def _play(self, attempt: "Attempt") -> None:
        if attempt.state.mode == "choose":
            from simulator.tui.screens.talk import Talk

            await self._only(Talk(self.game, attempt))
        else:
            from simulator.tui.screens.speak import Speak

            await self._only(Speak(self.game, attempt))

    async def _only(self, screen: Page) -> None:
        """Show a screen with nothing under it but home, in one frame."""
        with self.batch_update():
            await self._clear()
            await self.push_screen(screen)

    async def _clear(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()


def run_app(
    open_sessions: Callable[[], "Sessions"],
    load_texts: Callable[[str], NullTranslations],
    habits: Habits,
    remember: Callable[[Habits], None] = lambda _: None,
    *,
    open_unkept: Callable[[], "Sessions"] | None = None,
    scenario: str | None = None,
    mode: str = "choose",
    drill: "Wish | None" = None,
) -> int:
    """Play on this terminal until the person leaves.

    Args:
        open_sessions: Opens the use cases; called after the first frame, and
            again when it failed and the person asks to try again.
        load_texts: Gives the messages of a language, `ru` or `en`.
        habits: Language and theme to start with.
        remember: Called with the new habits whenever one changes; must not raise.
        open_unkept: Opens use cases that keep nothing; offered when the store cannot
            be opened. None: not offered.
        scenario: A scenario's id or the path of a file, to begin with its brief.
        mode: The way of answering that the brief offers first.
        drill: Begins with the drills of today; None: with the first screen.

    Returns:
        The exit code: 0.

    Raises:
        Exception: Whatever a screen raised that nobody foresaw; the terminal has been
            put in order first.
    """
    game = Game(open_sessions, load_texts, habits, remember, open_unkept)
    app = GameApp(game, scenario, mode, drill)
    return run(app)
