"""One talk in progress: every answer is committed before anybody sees the next line."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from simulator.engine import (
    YOU,
    Answer,
    Corrected,
    Event,
    Finished,
    Mode,
    Read,
    Said,
    Say,
    Source,
    Spoken,
    State,
    Understood,
    View,
    back,
    offered,
    step,
    talk_of,
    talk_so_far,
    to_json,
    undone,
    view,
)
from simulator.packs import Loaded
from simulator.scenario.model import Reply, Scenario
from simulator.sessions.errors import ExamError, NothingToCorrectError
from simulator.sessions.filed import write_attempt
from simulator.store import Header, Standing, Store

if TYPE_CHECKING:
    from scoring.scorecard import Scorecard
    from simulator.sessions.desk import Desk
    from simulator.sessions.hearing import Ears, Hearing

FORM_DRAFT: Final = "\x1fform "
"""Stands before a form among drafts: nobody can type it."""


class Attempt:
    """A talk, with the place where it is kept.

    Its state changes only after the store has committed what happened. When the
    store fails, the state stays as it was, and the answer that could not be
    kept is still written by `save_elsewhere`.
    """

    def __init__(
        self,
        header: Header,
        loaded: Loaded,
        states: Sequence[State],
        events: Sequence[Event],
        *,
        store: Store | None,
        kept: int,
        now: Callable[[], datetime],
        ears: "Ears",
    ) -> None:
        """Wrap a talk.

        Args:
            header: What never changes about it.
            loaded: The scenario it is played on, with rubric and rulebook.
            states: The states of the turns that count, the beginning first.
            events: All its events, oldest first.
            store: Where it is kept; None keeps nothing.
            kept: How many of the events the store has already.
            now: Tells the time.
            ears: Hear own words.
        """
        self.header = header
        self.loaded = loaded
        self._states = list(states)
        self._events = list(events)
        self._unkept: tuple[Event, ...] = ()
        self._store = store
        self._kept = kept
        self._now = now
        self.ears = ears
        self._typed = ""
        """What is not sent yet, where there is no store for it."""

    @property
    def own(self) -> "Attempt":
        """The talk itself: it is held here."""
        return self

    @property
    def mode(self) -> Mode:
        """How the trainee answers."""
        return self.state.mode

    @property
    def id(self) -> str:
        """Its id."""
        return self.header.id

    @property
    def scenario(self) -> Scenario:
        """The scenario it is played on."""
        return self.loaded.scenario

    @property
    def rubric(self) -> Rubric:
        """The rubric it is scored by."""
        return self.loaded.rubric

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook it is scored by."""
        return self.loaded.rulebook

    @property
    def state(self) -> State:
        """Where it stands."""
        return self._states[-1]

    @property
    def states(self) -> tuple[State, ...]:
        """The states of the turns that count: `states[n]` stands after turn n."""
        return tuple(self._states)

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened, oldest first, rewinds included."""
        return tuple(self._events)

    @property
    def turns(self) -> int:
        """How many answers count."""
        return len(self._states) - 1

    @property
    def finished(self) -> bool:
        """True when it has come to an ending."""
        return self.state.ending is not None

    @property
    def view(self) -> View:
        """What may be shown now."""
        return view(self.state)

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """Every line that counts, oldest first."""
        return talk_so_far(self.scenario, self._events)

    def answer(self, answer: Answer) -> View:
        """Give an answer; returns once it is kept.

        Raises:
            EngineError: The answer is not possible now.
            StoreError: It could not be kept; the talk stands as before.
        """
        state, told = step(self.state, answer)
        self._keep(told, [*self._states, state])
        self._states.append(state)
        return view(state)

    def hear(self, text: str) -> "Hearing":
        """Hear the trainee's own words; nothing is answered yet.

        Loads the reader when it is not there yet; see `Ears.warm`.

        Raises:
            SessionError: There is nothing in the words, or far too much.
        """
        return self.ears.hear(self.state, text)

    def warm(self) -> None:
        """Load the reader and read what is on offer, so that hearing is quick."""
        self.ears.warm(self.state)

    def correct(self, meant: str | None) -> View:
        """Play the last answer again as what the trainee says he meant.

        What the words do stays as it was read: only where they lead changes.

        Args:
            meant: One of the replies that were on offer; None: none of them.

        Raises:
            ExamError: An exam is one go.
            NothingToCorrectError: The last answer was not read from own words.
            NotOfferedError: The reply was not on offer.
            StoreError: It could not be kept; the talk stands as before.
        """
        said, read = self._last_words()
        told = Understood(read.codes, meant, Source.TRAINEE)
        if self.state.mode is Mode.EXAM:
            raise ExamError
        before, undoing = undone(self._states, Corrected(read.turn, read.reply, meant))
        state, events = step(before, Say(said.text, told))
        states = [*self._states[:-1], state]
        self._keep((*undoing, *events), states)
        self._states = states
        return view(state)

    @property
    def meanable(self) -> tuple[Reply, ...]:
        """The replies that the last answer could have meant; none to correct: empty."""
        if not self.can_correct:
            return ()
        return offered(self._states[-2])

    @property
    def can_correct(self) -> bool:
        """True when the last answer was read from own words."""
        return any(
            isinstance(event, Read) and event.by is not Source.AUTHOR
            for event in self.state.latest
        )

    @property
    def decided(self) -> bool:
        """True when a decision was handed in, so that there is a record of it."""
        return any(form.option for form in self.state.forms.values())

    @property
    def today(self) -> date:
        """The day it is now, where the trainee is."""
        return self._now().astimezone().date()

    @property
    def draft(self) -> str:
        """The words that were typed and not sent, as last kept."""
        kept = self._draft()
        return "" if kept.startswith(FORM_DRAFT) else kept

    @property
    def form_draft(self) -> str:
        """The form that was not handed in, as last kept: JSON; empty without one."""
        kept = self._draft()
        return kept.removeprefix(FORM_DRAFT) if kept.startswith(FORM_DRAFT) else ""

    def _draft(self) -> str:
        if self._store is None:
            return self._typed
        return self._store.draft(self.id) if self._kept else ""

    def keep_draft(self, text: str) -> None:
        """Keep words that are not sent yet, whatever ends the program.

        Raises:
            StoreError: They could not be kept.
        """
        if self._store is None:
            self._typed = text
            return
        if not (text or self._kept):
            return
        if not self._kept:
            self._commit(self._store, self._events, self._states)
            self._kept = len(self._events)
        self._store.keep_draft(self.id, text)

    def desk(self, language: str) -> "Desk | None":
        """Return the form before the trainee; None where the talk has none now."""
        from simulator.sessions.desk import desk

        return desk(self, language)

    def rewind(self, to: int) -> View:
        """Go back to the moment after turn `to`; 0 is the beginning.

        Raises:
            ExamError: An exam is one go.
            NoSuchTurnError: No such turn counts.
            StoreError: It could not be kept; the talk stands as before.
        """
        if self.state.mode is Mode.EXAM:
            raise ExamError
        state, told = back(self._states, to)
        self._keep(told, self._states[: to + 1])
        del self._states[to + 1 :]
        return view(state)

    def scorecard(self) -> "Scorecard":
        """Score the turns that count."""
        return self._scored(self._events)

    def save_elsewhere(self, path: Path) -> None:
        """Write the whole talk to a file, an answer that could not be kept included.

        Raises:
            NotWrittenError: The file cannot be written.
        """
        bodies = [to_json(event) for event in (*self._events, *self._unkept)]
        write_attempt(path, self.header, self.loaded.text, bodies)

    def keep_all(self) -> None:
        """Commit a talk that came from elsewhere; nothing is done without a store.

        Raises:
            StoreError: It could not be kept, or other answers are kept under its id.
        """
        if self._store is not None:
            self._commit(self._store, self._events, self._states)
            self._kept = len(self._events)

    def _last_words(self) -> tuple[Said, Read]:
        said = [e for e in self.state.latest if isinstance(e, Said) and e.who == YOU]
        read = [e for e in self.state.latest if isinstance(e, Read)]
        if not self.can_correct:
            raise NothingToCorrectError
        return said[0], read[0]

    def _keep(self, told: tuple[Event, ...], states: Sequence[State]) -> None:
        """Commit what happened, then take it in."""
        self._unkept = told
        events = [*self._events, *told]
        if self._store is not None:
            self._commit(self._store, events, states)
        self._unkept = ()
        self._typed = ""
        self._events = events
        self._kept = len(events)

    def _commit(
        self, store: Store, events: Sequence[Event], states: Sequence[State]
    ) -> None:
        standing = self._standing(events, states)
        at = self._now().isoformat()
        bodies = [to_json(event) for event in events[self._kept :]]
        if self._kept:
            store.append(self.id, self._kept, bodies, standing, at)
        else:
            store.create(self.header, self.loaded.text, bodies, standing, at)

    def _standing(self, events: Sequence[Event], states: Sequence[State]) -> Standing:
        standing = Standing(turns=len(states) - 1)
        last = events[-1]
        if not isinstance(last, Finished):
            return standing
        card = self._scored(events)
        key = card.key_client
        return replace(
            standing,
            ending=last.ending,
            outcome=str(last.outcome),
            business=card.business,
            key_client=None if key is None else Fraction(key.points),
        )

    def _scored(self, events: Sequence[Event]) -> "Scorecard":
        from scoring.scorecard import score  # a list of attempts needs none

        talk = talk_of(self.scenario, events)
        return score(talk, self.rubric, self.rulebook)
