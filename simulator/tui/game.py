"""What all screens share: the language, the theme, and the way to the sessions.

Sessions are opened when first needed, which is after the first frame: what lies
behind them (engine, store, packs) takes longer to import than a menu to draw.
"""

from collections.abc import Callable
from gettext import NullTranslations
from typing import TYPE_CHECKING

from msgspec import Struct

from simulator.tui.theme import DARK, THEMES

if TYPE_CHECKING:
    from simulator.sessions.usecases import Sessions

LANGUAGES = ("ru", "en")


class Habits(Struct, frozen=True):
    """What is worth remembering between two starts."""

    language: str
    theme: str = DARK.name


class Game:
    """The shared part; one for each run of the app."""

    def __init__(
        self,
        open_sessions: Callable[[], "Sessions"],
        load_texts: Callable[[str], NullTranslations],
        habits: Habits,
        remember: Callable[[Habits], None],
        open_unkept: Callable[[], "Sessions"] | None = None,
    ) -> None:
        """Put it together; see `simulator.tui.app.run_app` for the arguments."""
        self._open = open_sessions
        self._open_unkept = open_unkept
        self._load_texts = load_texts
        self._remember = remember
        self._sessions: Sessions | None = None
        names = [theme.name for theme in THEMES]
        theme = habits.theme if habits.theme in names else DARK.name
        self.habits = Habits(habits.language, theme)
        self.texts = load_texts(habits.language)

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self.habits.language

    @property
    def sessions(self) -> "Sessions":
        """The use cases; opened by the first who asks.

        Raises:
            SimulatorError: They cannot be opened; asking again tries again.
        """
        if self._sessions is None:
            self._sessions = self._open()
        return self._sessions

    @property
    def is_open(self) -> bool:
        """True once the sessions have been opened."""
        return self._sessions is not None

    @property
    def can_go_unkept(self) -> bool:
        """True when the store cannot be opened and playing without it is possible."""
        return not self.is_open and self._open_unkept is not None

    def go_unkept(self) -> None:
        """Play without keeping anything from now on."""
        if self._open_unkept is not None:
            self._sessions = self._open_unkept()

    def next_language(self) -> None:
        """Speak the other language from now on."""
        at = LANGUAGES.index(self.language) if self.language in LANGUAGES else -1
        self._adopt(Habits(LANGUAGES[(at + 1) % len(LANGUAGES)], self.habits.theme))
        self.texts = self._load_texts(self.language)

    def next_theme(self) -> None:
        """Wear the other theme from now on."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.habits.theme)
        self._adopt(Habits(self.language, names[(at + 1) % len(names)]))

    def _adopt(self, habits: Habits) -> None:
        self.habits = habits
        self._remember(habits)


def game_without_talks(
    load_texts: Callable[[str], NullTranslations],
    habits: Habits,
    remember: Callable[[Habits], None] = lambda _: None,
) -> Game:
    """Return what screens share where nothing is played: a graph, a class."""

    def no_sessions() -> "Sessions":
        raise NotImplementedError("no talk is opened here")

    return Game(no_sessions, load_texts, habits, remember)
