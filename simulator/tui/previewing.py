"""The app around a preview: looks at the file, and keeps its screens up to date."""

from collections.abc import Callable
from gettext import NullTranslations
from typing import TYPE_CHECKING, Final

from textual.screen import Screen
from textual.worker import Worker, WorkerState

from simulator.preview import Reading, Room
from simulator.tui import wishes
from simulator.tui.app import GameApp
from simulator.tui.game import Game, Habits
from simulator.tui.running import run
from simulator.tui.screens.form import FormPage
from simulator.tui.screens.preview import Preview
from simulator.tui.screens.waiting import Waiting

if TYPE_CHECKING:
    from simulator.sessions.attempt import Attempt
    from simulator.sessions.usecases import Sessions

TICK: Final = 0.06
"""Seconds between two looks at the file: a look costs a few calls of the system."""
READING: Final = "reading"


class PreviewApp(GameApp):
    """Whose client, as its author sees it."""

    def __init__(self, game: Game, room: Room, *, tick: float | None = TICK) -> None:
        """Put it together.

        Args:
            game: What screens share.
            room: The file, read once already.
            tick: Seconds between two looks at it; None: only when `look` is called.
        """
        super().__init__(game)
        self.room = room
        self._tick = tick

    def get_default_screen(self) -> Screen[None]:
        """Start with what waits for a file that can be played."""
        return Waiting(self.game, self.room)

    async def on_ready(self) -> None:
        """Show the talk, and keep an eye on the file."""
        await self._show_news()
        if self._tick is not None:
            self.set_interval(self._tick, self.look)

    @property
    def preview(self) -> Preview | None:
        """The screen with the talk; None while there is nothing to play."""
        shown = (one for one in self.screen_stack if isinstance(one, Preview))
        return next(shown, None)

    async def look(self) -> None:
        """Look at the file: read it when it changed, tell a mistake that stayed."""
        if self.room.due():
            self.run_worker(
                self.room.read, name=READING, group=READING, thread=True, exclusive=True
            )
        elif self.room.settled():
            await self._show_news()

    async def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take what was read."""
        reading = event.worker.result
        if event.state is WorkerState.SUCCESS and isinstance(reading, Reading):
            await self.take(reading)

    async def take(self, reading: Reading) -> None:
        """Show what was read, once it is worth showing."""
        if self.room.came(reading):
            await self._show_news()

    async def on_go_back(self, wish: wishes.GoBack) -> None:
        """Go back to an earlier moment of the talk."""
        wish.prevent_default()
        wish.attempt.rewind(wish.to)
        await self.play(wish.attempt)

    async def on_go_home(self, wish: wishes.GoHome) -> None:
        """Go back to the talk: a preview has no other home."""
        wish.prevent_default()
        if self.room.attempt is not None:
            await self.play(self.room.attempt)

    async def play(self, attempt: "Attempt") -> None:
        """Show the talk, with nothing over it."""
        while not isinstance(self.screen, Preview | Waiting):
            await self.pop_screen()
        await self._show_news()

    async def _show_news(self) -> None:
        """Show what became of the file."""
        if self.room.attempt is None:
            if isinstance(self.screen, Waiting):
                await self.screen.filled()
        elif self.preview is None:
            await self.push_screen(Preview(self.game, self.room))
        else:
            await self.preview.adopt()
            await self._form_anew()

    async def _form_anew(self) -> None:
        """Where a form lies open, open that of the new version in its place."""
        if isinstance(self.screen, FormPage) and self.room.attempt is not None:
            await self.pop_screen()
            self.post_message(wishes.ShowForm(self.room.attempt))


def run_preview(
    room: Room,
    open_sessions: "Callable[[], Sessions]",
    load_texts: Callable[[str], NullTranslations],
    habits: Habits,
    remember: Callable[[Habits], None] = lambda _: None,
) -> int:
    """Preview a file on this terminal until its author leaves.

    Args:
        room: The file, read once already.
        open_sessions: Opens use cases that keep nothing.
        load_texts: Gives the messages of a language, `ru` or `en`.
        habits: Language and theme to start with.
        remember: Called with the new habits whenever one changes; must not raise.

    Returns:
        The exit code: 0.
    """
    app = PreviewApp(Game(open_sessions, load_texts, habits, remember), room)
    return run(app)
