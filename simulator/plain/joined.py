"""A talk in a class, in lines of text."""

from collections.abc import Callable
from functools import partial
from gettext import NullTranslations
from threading import Event
from typing import Final, Protocol, TextIO, TypeVar

from simulator.engine import Answer, View
from simulator.errors import SimulatorError
from simulator.plain.console import WIDTH, Console, EndOfInput
from simulator.plain.debrief import DebriefWriter
from simulator.plain.game import INTERRUPTED
from simulator.plain.scene import SceneWriter
from simulator.plain.table import Doors, Leave, Table
from simulator.plain.talk import Talk
from simulator.reports.model import Debrief
from simulator.sessions.errors import UnreachableError
from simulator.sessions.talk import DistantTalk
from simulator.sessions.usecases import Sessions

AGAIN: Final = 2.0
"""Seconds after which the server is asked once more."""
Found = TypeVar("Found")


class ClassTalk(DistantTalk, Protocol):
    """A talk in a class, which can be looked back on."""

    def note(self, language: str) -> Debrief:
        """Return what it came to; raises as every question to the server does."""
        ...


class JoinedTalk(Talk):
    """A talk as it is being held in a class."""

    def __init__(self, table: Table, talk: ClassTalk) -> None:
        super().__init__(table, talk)
        self.far = talk

    def run(self) -> str:
        """Hold the talk until it ends and has been looked back on.

        Raises:
            Leave: The person leaves the talk; the server has it.
        """
        _, far = self.table.texts.gettext, self.far
        if not far.turns:
            self.console.heading(far.view.title)
            self.console.say(_("You are: {role}.").format(role=far.role))
            self.console.say(far.brief)
        return super().run()

    def sure(self, work: Callable[[], Found]) -> Found:
        """Return what some work comes to, asking until the server answers."""
        told = False
        while True:
            try:
                return work()
            except UnreachableError as error:
                if not told:
                    self.table.say_error(error)
                    _ = self.table.texts.gettext
                    self.console.say(_("Nothing is lost. Trying again…"))
                    self.console.flush()
                told = True
                Event().wait(AGAIN)

    def _listen(self) -> None:
        self._await()
        if self.far.closed:
            self.console.say(self.table.texts.gettext("This class is over."))
            raise Leave
        if self.far.view.ending is None:
            super()._listen()

    def _await(self) -> None:
        """Wait while nobody can answer; say what for, and what others have said."""
        shown = ""
        while self.far.waiting and not self.far.closed:
            told = "\n".join([self.far.waiting, *self.far.split])
            if told != shown:
                self.console.say(told)
                self.console.flush()
            shown = told
            Event().wait(AGAIN)
            self.sure(self.far.wait)
            turn = self.far.turns
            if self.far.adopt() and self.far.turns != turn:
                self._show(self.far.view)

    def _give(self, answer: Answer) -> None:
        """Send an answer; where another device was faster, tell where things stand."""
        turn = self.far.turns
        try:
            view: View = self.sure(partial(self.far.answer, answer))
        except SimulatorError as error:
            self.table.say_error(error)
        else:
            self._show(view, whole=self.far.turns != turn + 1)

    def _rewind(self, turn: int | None) -> None:
        self.console.say(self.table.texts.gettext("Nothing is taken back in a class."))

    def _leave(self) -> None:
        raise Leave

    def _help(self, writer: SceneWriter, view: View) -> None:
        speaks = not self._chooses
        writer.help(len(view.offers), own_words=speaks, goes_back=False)

    def _debrief(self) -> None:
        table = self.table
        note = self.sure(partial(self.far.note, table.language))
        DebriefWriter(self.console, table.texts, table.language).write(note)

    def _after(self) -> str:
        raise Leave


def play_joined(
    talk: ClassTalk,
    language: str,
    load_texts: Callable[[str], NullTranslations],
    source: TextIO,
    target: TextIO,
    *,
    width: int = WIDTH,
) -> int:
    """Play a talk in a class as lines of text, until it is over or the person leaves.

    Args:
        talk: The talk.
        language: The language of what is not the author's.
        load_texts: Gives the messages of a language.
        source: Where answers are read from, a line each.
        target: Where lines are written.
        width: Columns to wrap at.

    Returns:
        The exit code: 0, or 130 when interrupted.

    Raises:
        SimulatorError: The server refuses to go on.
    """
    doors = Doors(_no_sessions, _no_sessions, load_texts, lambda _: None)
    table = Table(Console(source, target, width), doors, language)
    try:
        JoinedTalk(table, talk).run()
    except (Leave, EndOfInput):
        pass
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        table.console.flush()
    return 0


def _no_sessions() -> Sessions:
    raise NotImplementedError("no talk is opened here")
