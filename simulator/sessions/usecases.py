"""What a person can do, whichever screen he sits at: start, resume, look back."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.engine import BadEventsError, Mode, NoSuchTurnError, begin
from simulator.packs import BrokenFileError, Entry, Library, Loaded
from simulator.scenario.model import Scenario
from simulator.sessions.again import loaded_again
from simulator.sessions.attempt import Attempt
from simulator.sessions.earlier import Earlier, latest
from simulator.sessions.errors import (
    BadFileError,
    ExamError,
    LostAttemptError,
    NothingKeptError,
    SessionError,
    UnfinishedTalkError,
)
from simulator.sessions.filed import read_attempt
from simulator.sessions.past import Past, branched, gone_through, header_of
from simulator.sessions.summary import Summary, summary
from simulator.store import CorruptStoreError, Header, Store

if TYPE_CHECKING:
    from simulator.sessions.hearing import Ears


class Sessions:
    """The use cases, over one library and one store."""

    def __init__(
        self,
        library: Library,
        store: Store | None,
        *,
        now: Callable[[], datetime],
        new_seed: Callable[[], int],
        new_id: Callable[[], str],
        ears: "Ears | None" = None,
    ) -> None:
        """Put them together.

        Args:
            library: What can be played.
            store: Where attempts are kept; None keeps nothing.
            now: Tells the time, aware, in UTC.
            new_seed: Makes a seed for a talk.
            new_id: Makes an id for an attempt.
            ears: Hear own words; None: with the shipped reader.
        """
        self.library = library
        self.store = store
        self._now = now
        self._new_seed = new_seed
        self._new_id = new_id
        self._ears = ears

    @property
    def ears(self) -> "Ears":
        """What hears own words; there from the first time it is asked for."""
        if self._ears is None:
            from simulator.sessions.hearing import Ears, shipped_reader

            self._ears = Ears(shipped_reader)
        return self._ears

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return self._now()

    def new_seed(self) -> int:
        """Make a seed for a talk."""
        return self._new_seed()

    def new_id(self) -> str:
        """Make an id."""
        return self._new_id()

    def start(
        self,
        scenario: str,
        language: str,
        *,
        seed: int | None = None,
        mode: str = "choose",
    ) -> Attempt:
        """Begin a talk; it is kept from the first answer on.

        Args:
            scenario: An id, or the path of a file.
            language: The language wanted.
            seed: Fixes the order of replies; None draws one.
            mode: How the trainee answers.

        Raises:
            PackError: The scenario is missing or has mistakes.
        """
        loaded = self.library.load(scenario, language)
        drawn = self._new_seed() if seed is None else seed
        before = self.earlier(loaded.scenario)
        carried = before.facts if before else None
        state, events = begin(loaded.scenario, drawn, mode, carried)
        header = header_of(self._new_id(), loaded.source, loaded.scenario, events)
        return self._attempt(header, loaded, Past((state,), events), kept=0)

    def earlier(self, scenario: Scenario) -> Earlier | None:
        """Return the talk that a scenario goes on from; None when it was not played.

        Raises:
            StoreError: The store cannot be read.
        """
        if scenario.continues is None:
            return None
        found = latest(self.attempts(), scenario.continues)
        if found is None:
            return None
        try:
            known = self.resume(found.id).state.known
        except SessionError:
            return None
        facts = tuple(name for name in known if name in scenario.client.facts)
        return Earlier(found.id, found.title, found.last_at, facts)

    def sequel(self, attempt: Attempt) -> Entry | None:
        """Return the scenario that goes on from where a talk has ended, if any."""
        ending, language = attempt.state.ending, attempt.scenario.language
        if ending is None:
            return None
        found = self.library.sequels(attempt.scenario.id, ending, language)
        return next(found, None)

    def try_again(self, attempt: Attempt, to: int) -> Attempt:
        """Go back to the moment after a turn; from an exam, in a talk of its own.

        An exam is one go and stays as it was: what is tried after it is practice, in
        own words, begun with the exam's answers up to that turn.

        Args:
            attempt: The talk; an exam must be over.
            to: The turn after which it goes on; 0 is the beginning.

        Raises:
            ExamError: The exam is not over.
            NoSuchTurnError: No such turn counts.
            StoreError: It could not be kept.
        """
        if attempt.state.mode is not Mode.EXAM:
            attempt.rewind(to)
            return attempt
        if not attempt.finished:
            raise ExamError
        return self.fork(attempt, to)

    def fork(self, attempt: Attempt, to: int) -> Attempt:
        """Begin the other branch of a talk that is over; that one stays as it was.

        The new attempt begins with the same answers up to a turn, and remembers from
        which attempt and which turn it came. It is held as the first one was; after an
        exam it is practice, in own words.

        Args:
            attempt: The talk.
            to: The last turn that both have in common; 0: they part at once.

        Raises:
            UnfinishedTalkError: The talk is not over.
            NoSuchTurnError: There is nothing after that turn to play otherwise.
            StoreError: It could not be kept.
        """
        if not attempt.finished:
            raise UnfinishedTalkError
        if not 0 <= to < attempt.turns:
            raise NoSuchTurnError(to, attempt.turns)
        past = branched(attempt.scenario, attempt.events, to)
        source, scenario = attempt.header.source, attempt.scenario
        named = (self._new_id(), source, scenario, past.events)
        header = header_of(*named, attempt.id, to)
        other = self._attempt(header, attempt.loaded, past, kept=0)
        if to:
            other.keep_all()
        return other

    def resume(self, attempt: str) -> Attempt:
        """Go on with an attempt, on the text that it was begun with.

        Raises:
            NothingKeptError: There is no store.
            NoSuchAttemptError: There is no such attempt.
            LostAttemptError: What was kept of it is damaged.
            MissingRulesError: Its rubric or rulebook is gone.
            StoreError: The store cannot be read.
        """
        if self.store is None:
            raise NothingKeptError
        header = self.store.attempt(attempt).header
        try:
            bodies = self.store.events(attempt)
            text = self.store.text(header.digest)
            loaded = loaded_again(self.library, text, header.source)
            past = gone_through(loaded.scenario, bodies)
        except (CorruptStoreError, BrokenFileError, BadEventsError) as error:
            raise LostAttemptError(attempt) from error
        return self._attempt(header, loaded, past, kept=len(past.events))

    def load_file(self, path: Path) -> Attempt:
        """Take in an attempt that was kept elsewhere; it is stored here again.

        Where this store knows it already, the talk goes on as far as it is known.

        Raises:
            BadFileError: The file is no such attempt.
            MissingRulesError: Its rubric or rulebook is not here.
            TakenElsewhereError: This store holds it with other answers.
            StoreError: It cannot be stored.
        """
        filed = read_attempt(path)
        try:
            loaded = loaded_again(self.library, filed.text, filed.header.source)
            past = gone_through(loaded.scenario, filed.events)
        except (BrokenFileError, BadEventsError) as error:
            raise BadFileError(path) from error
        header = filed.header
        named = (header.id, header.source, loaded.scenario, past.events)
        told = header_of(*named, header.origin, header.origin_turn)
        if header != told or not past.same:
            raise BadFileError(path)
        attempt = self._attempt(header, loaded, past, kept=0)
        attempt.keep_all()
        return attempt if self.store is None else self.resume(header.id)

    def attempts(self) -> tuple[Summary, ...]:
        """Return all attempts, the one last played first; none without a store."""
        kept = self.store.attempts() if self.store else ()
        return tuple(summary(one) for one in kept)

    def past(self) -> tuple[Summary, ...]:
        """Return the attempts that can be opened, the one last played first."""
        return tuple(one for one in self.attempts() if one.readable)

    def unfinished(self) -> tuple[Summary, ...]:
        """Return the attempts that can be gone on with, the latest first."""
        return tuple(one for one in self.past() if not one.finished)

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self._now().astimezone().date()

    def _attempt(
        self, header: Header, loaded: Loaded, past: Past, *, kept: int
    ) -> Attempt:
        return Attempt(
            header,
            loaded,
            past.states,
            past.events,
            store=self.store,
            kept=kept,
            now=self._now,
            ears=self.ears,
        )
