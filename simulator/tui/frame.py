"""What stands round every screen: keys, themes, help, and what goes wrong.

Which screen a wish leads to, `app` knows.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message

from simulator.errors import SimulatorError
from simulator.tui import wishes
from simulator.tui.game import Game
from simulator.tui.keys import both
from simulator.tui.screens.page import Page
from simulator.tui.theme import THEMES

if TYPE_CHECKING:
    from simulator.sessions.attempt import Attempt

LEAST = (60, 20)
"""Columns and lines of the smallest terminal that the game is drawn for."""


class Frame(App[int]):
    """What every app of ours is: keys, themes, help, and troubles told."""

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

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = game.habits.theme

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
    def telling(self, wish: Callable[[], Message] | None = None) -> Iterator[None]:
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

    async def play(self, attempt: "Attempt") -> None:
        """Show a talk as it is answered: by choosing, or in own words."""
        if attempt.state.mode == "choose":
            from simulator.tui.screens.talk import Talk

            await self.only(Talk(self.game, attempt))
        else:
            from simulator.tui.screens.speak import Speak

            await self.only(Speak(self.game, attempt))

    async def only(self, screen: Page) -> None:
        """Show a screen with nothing under it but home, in one frame."""
        with self.batch_update():
            await self.clear()
            await self.push_screen(screen)

    async def clear(self) -> None:
        """Show home, with nothing over it."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()
