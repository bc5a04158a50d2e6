"""What all parts of the plain game share: the console, the language, the sessions."""

from collections.abc import Callable, Sequence
from gettext import NullTranslations
from typing import TYPE_CHECKING

from msgspec import Struct

from simulator.errors import SimulatorError
from simulator.plain.commands import Typed, Verb, understand
from simulator.plain.console import Console

if TYPE_CHECKING:
    from simulator.sessions.usecases import Sessions

LANGUAGES = ("ru", "en")


class Leave(Exception):
    """The person wants out of where he is."""


class Doors(Struct, frozen=True):
    """The ways out of the plain game into the rest of the program."""

    open_sessions: Callable[[], "Sessions"]
    open_unkept: Callable[[], "Sessions"]
    """Sessions that keep nothing, for when the store cannot be opened."""
    load_texts: Callable[[str], NullTranslations]
    remember: Callable[[str], None]
    """Told the language when the person chooses another."""


class Table:
    """One run of the plain game."""

    def __init__(self, console: Console, doors: Doors, language: str) -> None:
        self.console, self._doors = console, doors
        self.language = language
        self.texts = doors.load_texts(language)
        self._sessions: Sessions | None = None
        self.leaving = False
        """True when the person wants out of the game altogether."""
        self.answered = False
        """True when something has been answered, so that there is something to keep."""

    @property
    def keeps(self) -> bool:
        """Tell whether answers are kept."""
        return self._sessions is not None and self._sessions.store is not None

    @property
    def sessions(self) -> "Sessions":
        """The use cases; opened by the first who asks.

        When the store cannot be opened the person may play without keeping
        anything.

        Raises:
            Leave: He would rather not.
        """
        if self._sessions is None:
            self._sessions = self._opened()
        return self._sessions

    def next_language(self) -> None:
        """Speak the other language from now on."""
        at = LANGUAGES.index(self.language)
        self.language = LANGUAGES[(at + 1) % len(LANGUAGES)]
        self.texts = self._doors.load_texts(self.language)
        self._doors.remember(self.language)

    def say_error(self, error: SimulatorError) -> None:
        """Say what went wrong, in the person's language."""
        self.console.say(error.sentence(self.texts.gettext))

    def offer(self, options: Sequence[str]) -> None:
        """Number the options from 1."""
        for number, option in enumerate(options, start=1):
            self.console.item(f"{number}.", option)

    def ask(self) -> Typed:
        """Read a line and understand it."""
        return understand(self.console.ask())

    def choose(self, options: Sequence[str]) -> int:
        """Have one option chosen by its number.

        Returns:
            The number, counted from 1.

        Raises:
            Leave: The person quits instead.
        """
        self.offer(options)
        while True:
            typed = self.ask()
            if typed.verb is Verb.PICK and self.within(typed.number, len(options)):
                return typed.number or 0
            if typed.verb is Verb.QUIT:
                raise Leave
            if typed.verb is Verb.AGAIN:
                self.offer(options)
            elif typed.verb is not Verb.PICK:
                self._explain(len(options))

    def within(self, number: int | None, most: int) -> bool:
        """Tell whether a number is on the list; say so if it is not."""
        _ = self.texts.gettext
        if number is not None and 1 <= number <= most:
            return True
        said = _("There is no such number. Choose from 1 to {n}.").format(n=most)
        self.console.say(said)
        return False

    def _explain(self, most: int) -> None:
        _ = self.texts.gettext
        self.console.say(
            _("Type a number from 1 to {n} and press Enter; q leaves.").format(n=most)
        )

    def _opened(self) -> "Sessions":
        _ = self.texts.gettext
        try:
            return self._doors.open_sessions()
        except SimulatorError as error:
            self.say_error(error)
        options = [_("Play without keeping anything"), _("Leave")]
        if self.choose(options) == len(options):
            self.leaving = True
            raise Leave
        return self._doors.open_unkept()
