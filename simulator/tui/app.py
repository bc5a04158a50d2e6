"""The app: which screen a wish leads to, nothing else. Start at `run_app`.

Only what the first frame needs is imported here; every other screen is imported
when it is first opened.
"""

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from simulator.tui import wishes
from simulator.tui.frame import Frame
from simulator.tui.game import Game, Habits
from simulator.tui.running import run
from simulator.tui.screens.home import Home

if TYPE_CHECKING:
    from simulator.reports.progressof import Told
    from simulator.sessions.usecases import Sessions
    from simulator.study import Wish


class GameApp(Frame):
    """Whose client?"""

    def __init__(
        self,
        game: Game,
        scenario: str | None = None,
        mode: str = "choose",
        drill: "Wish | None" = None,
    ) -> None:
        super().__init__(game)
        self._drill = drill
        self._scenario = scenario
        self._mode = mode

    def get_default_screen(self) -> Screen[None]:
        """Start with home, which stays under every other screen."""
        return Home(self.game)

    def on_mount(self) -> None:
        """Go straight to what was asked for at the start."""
        if self._drill is not None:
            self.post_message(wishes.ShowDrills(self._drill))
        if self._scenario is not None:
            self.post_message(wishes.ShowBrief(self._scenario, self._mode))

    async def on_go_home(self, wish: wishes.GoHome) -> None:
        """Show the first screen."""
        with self.batch_update():
            await self.clear()
            if isinstance(self.screen, Home):
                self.screen.say(wish.note)

    async def on_go_up(self) -> None:
        """Show the screen under this one."""
        await self.pop_screen()

    async def on_show_how_it_works(self) -> None:
        """Explain the game."""
        from simulator.tui.screens.howto import HowTo

        await self.only(HowTo(self.game))

    async def on_show_scenarios(self) -> None:
        """Show what can be played."""
        with self.telling(wishes.ShowScenarios):
            from simulator.tui.screens.scenarios import Scenarios

            await self.only(Scenarios(self.game, self.game.sessions))

    async def on_show_drills(self, wish: wishes.ShowDrills) -> None:
        """Practise what is due today."""
        with self.telling(lambda: wishes.ShowDrills(wish.wish)):
            from simulator.study import Practice, Sitting, Wish
            from simulator.tui.screens.drill import DrillScreen

            asked = wish.wish or Wish()
            practice = Practice(self.game.sessions)
            sitting = Sitting(practice, self.game.language, asked)
            await self.only(DrillScreen(self.game, sitting))

    async def on_show_past(self) -> None:
        """Show what was played and what was left."""
        with self.telling(wishes.ShowPast):
            from simulator.tui.screens.past import PastTalks

            await self.only(PastTalks(self.game, self.game.sessions.past()))

    async def on_show_progress(self) -> None:
        """Show what talks show over time."""
        with self.telling(wishes.ShowProgress):
            from simulator.reports.progressof import progress_of
            from simulator.tui.screens.progress import ProgressScreen

            game = self.game

            def look() -> "Told":
                sessions = game.sessions
                return progress_of(sessions, game.language, sessions.today)

            await self.only(ProgressScreen(game, look))

    async def on_show_brief(self, wish: wishes.ShowBrief) -> None:
        """Show what is known before a talk."""
        with self.telling(lambda: wishes.ShowBrief(wish.scenario, wish.mode)):
            from simulator.tui.screens.brief import Brief

            brief = Brief(self.game, self.game.sessions, wish.scenario, wish.mode)
            await self.push_screen(brief)

    async def on_begin(self, wish: wishes.Begin) -> None:
        """Begin a talk."""
        with self.telling():
            sessions, language = self.game.sessions, self.game.language
            await self.play(sessions.start(wish.scenario, language, mode=wish.mode))

    async def on_continue(self, wish: wishes.Continue) -> None:
        """Go on with a talk that was left."""
        with self.telling():
            await self.play(self.game.sessions.resume(wish.attempt))

    async def on_go_back(self, wish: wishes.GoBack) -> None:
        """Go back to an earlier moment of a talk."""
        with self.telling():
            sessions = self.game.sessions
            await self.play(sessions.try_again(wish.attempt, wish.to))

    async def on_branch(self, wish: wishes.Branch) -> None:
        """Play the other branch of a talk that is over."""
        with self.telling():
            await self.play(self.game.sessions.fork(wish.attempt, wish.to))

    async def on_compare(self, wish: wishes.Compare) -> None:
        """Show two talks side by side."""
        with self.telling():
            from simulator.sessions.pairs import pair_of
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
                with self.telling():
                    wish.attempt.correct(None if meant == NONE else meant)
                    if wish.attempt.own is not None:
                        await self.play(wish.attempt.own)

        self.push_screen(Meant(self.game, wish.attempt.meanable), take)


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
