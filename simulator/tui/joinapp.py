"""A talk in a class, in a terminal. See `run_joined`."""

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import PurePath
from typing import ClassVar, Protocol

from textual.screen import Screen

from simulator.reports.model import Debrief
from simulator.sessions.talk import DistantTalk
from simulator.tui import wishes
from simulator.tui.app import GameApp
from simulator.tui.game import Game, Habits, game_without_talks
from simulator.tui.running import run
from simulator.tui.screens.joined import JoinedSpeak, JoinedTalk
from simulator.tui.screens.meant import NONE, Meant


class ClassTalk(DistantTalk, Protocol):
    """A talk in a class, which can be looked back on."""

    def note(self, language: str) -> Debrief:
        """Return what it came to; raises as every question to the server does."""
        ...


class JoinApp(GameApp):
    """The game's themes, languages and help, around one talk in a class."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = [
        "styles/app.tcss",
        "styles/talk.tcss",
    ]

    def __init__(self, game: Game, talk: ClassTalk) -> None:
        super().__init__(game)
        self.talk = talk

    def get_default_screen(self) -> Screen[None]:
        """Start with the talk."""
        chooses = self.talk.mode == "choose"
        return (JoinedTalk if chooses else JoinedSpeak)(self.game, self.talk)

    async def on_go_home(self, wish: wishes.GoHome) -> None:
        """Leave: a class has no first screen."""
        wish.prevent_default()
        self.exit(0)

    def on_show_meant(self, wish: wishes.ShowMeant) -> None:
        """Ask what was meant, and send it."""
        wish.prevent_default()

        async def take(meant: str | None) -> None:
            if meant is not None and isinstance(self.screen, JoinedTalk):
                await self.screen.correct(None if meant == NONE else meant)

        self.push_screen(Meant(self.game, wish.attempt.meanable), take)

    async def on_show_debrief(self, wish: wishes.ShowDebrief) -> None:
        """Show what the talk came to."""
        from simulator.tui.screens.joineddebrief import JoinedDebrief

        wish.prevent_default()
        await self.push_screen(JoinedDebrief(self.game, self.talk.note))


def run_joined(
    talk: ClassTalk,
    load_texts: Callable[[str], NullTranslations],
    habits: Habits,
    remember: Callable[[Habits], None] = lambda _: None,
) -> int:
    """Play a talk in a class on this terminal until the person leaves.

    Args:
        talk: The talk.
        load_texts: Gives the messages of a language, `ru` or `en`.
        habits: Language and theme to start with.
        remember: Called with the new habits whenever one changes; must not raise.

    Returns:
        The exit code: 0, or 129 when the terminal was closed.

    Raises:
        Exception: Whatever a screen raised that nobody foresaw.
    """
    return run(JoinApp(game_without_talks(load_texts, habits, remember), talk))
