"""A screen that looks at a class again and again, and asks for things in it."""

from asyncio import Lock
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator import clock
from simulator.errors import SimulatorError
from simulator.tui.screens.page import Page
from simulator.tui.seen import NotAgainError, Person, Seen, Source, Way

if TYPE_CHECKING:
    from simulator.tui.game import Game

LOOK: Final = 0.9
"""Seconds between two looks at the class: with the time that a look takes, nothing on a
board is older than one second."""


class Wanted(NamedTuple):
    """What the trainer wants done."""

    body: Mapping[str, object]
    """The act, as a server is told it."""
    done: str = ""
    """What to say once it is done, where nothing else shows it."""


class ClassPage(Page):
    """What boards have in common; a board draws what was seen.

    It looks once a second. Where the class cannot be reached the last state stays in
    sight, marked as old, and looking goes on; not so where the server would count that
    as guessing at a token.
    """

    def __init__(
        self,
        game: "Game",
        source: Source,
        first: Seen,
        way: Way,
        seconds: Callable[[], float] = clock.seconds,
    ) -> None:
        """Make the screen.

        Args:
            game: What screens share.
            source: The class.
            first: What was seen of it at first.
            way: How people come in.
            seconds: Counts seconds from anywhere.
        """
        super().__init__(game)
        self.source, self.way, self.seen = source, way, first
        self._seconds, self._at = seconds, seconds()
        self._asked = self._known = 0
        """How often the class was asked, and what the latest answer answered to."""
        self._looking, self._turn = False, Lock()
        self.lost: SimulatorError | None = None
        """Why the class cannot be reached now."""
        self._wrong: SimulatorError | None = None
        """Why the last thing asked for was not done."""
        self._done = ""
        """What the last thing asked for came to, where nothing else shows it."""
        self.ending = False
        """Whether ending the class was asked for once."""
        self.unsaid = ""
        """What was typed to be said, until it is."""

    def draw_board(self) -> None:
        """Draw what has changed; a board says how."""

    async def on_mount(self) -> None:
        """Fill the widgets, and look again and again from now on."""
        await super().on_mount()
        self.set_interval(LOOK, self.look)

    def look(self) -> None:
        """Look again, unless an answer is still waited for."""
        if not self._looking and not isinstance(self.lost, NotAgainError):
            self._looking = True
            self.run_worker(self._look(), group="look")

    def ask(self, act: str, done: str = "", **more: object) -> None:
        """Ask for something; what comes of it is drawn once it is known.

        Args:
            act: What a trainer does.
            done: What to say then, where nothing else shows it.
            more: What belongs to it.
        """
        self.ask_in_turn(lambda: Wanted({"act": act, **more}, done))

    def ask_in_turn(self, wanted: Callable[[], Wanted]) -> None:
        """Ask for what depends on the state of the class.

        Args:
            wanted: Says what, once all that was asked for before has been answered: a
                key that is pressed twice turns something on and off again, however
                slow the network.
        """
        self._wrong, self._done, self.ending = None, "", False
        self.run_worker(self._lead(wanted), group="lead")

    def person(self, name: str) -> Person | None:
        """Return somebody by his id; None when he is not here."""
        found = (one for one in self.seen["people"] if one["person"] == name)
        return next(found, None)

    def say(self, said: str) -> None:
        """Say a sentence in the head, until something else is asked for."""
        self._wrong, self._done = None, said
        self.draw_board()

    def notes(self) -> Iterable[str]:
        """Return what is to be said in the head besides what is seen."""
        _ = self.game.texts.gettext
        if self.lost is not None:
            told = _("{why} What stands here is {n} s old; trying again.")
            if isinstance(self.lost, NotAgainError):
                told = _("{why} What stands here is old.")
            age = round(self._seconds() - self._at)
            yield told.format(why=self.lost.sentence(_), n=age)
        if self._wrong is not None:
            yield self._wrong.sentence(_)
        if self._done:
            yield self._done
        if self.ending and not self.seen["closed"]:
            yield _("End the class for all? Once more ends it.")

    async def _look(self) -> None:
        ticket = self._ticket()
        try:
            self._take(await self.source.look(), ticket)
        except SimulatorError as error:
            self.lost = error
        finally:
            self._looking = False
        self.draw_board()

    async def _lead(self, wanted: Callable[[], Wanted]) -> None:
        try:
            async with self._turn:  # acts are numbered: each waits for the one before
                asked = wanted()
                seen = await self.source.lead(asked.body)
                # A look under way may show the class as it was before the act.
                self._take(seen, self._ticket())
            self._done = asked.done
            if asked.body["act"] == "speak":
                self.unsaid = ""
        except SimulatorError as error:
            self._wrong = error
        self.draw_board()

    async def end_class(self) -> None:
        """End the class."""
        self.ending = False
        try:
            await self.source.end()
        except SimulatorError as error:
            self._wrong = error
        await self._look()

    def _ticket(self) -> int:
        self._asked += 1
        return self._asked

    def _take(self, seen: Seen, ticket: int) -> None:
        """Take in what was seen, unless something later was taken in before."""
        if ticket > self._known:
            self._known, self.seen = ticket, seen
            self.lost, self._at = None, self._seconds()
