"""Listening to a trainee's own words: what they do, and which reply they come to."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

from scoring.reading.clauses import clauses
from scoring.reading.errors import TooLongError
from scoring.reading.leaning import leaning
from scoring.reading.matching import Candidate, Fit, Wording, fit
from scoring.reading.reader import Reader
from scoring.reading.reading import Reading
from scoring.reading.text import MOST_WORDS, cleaned
from simulator.engine import (
    YOU,
    Mode,
    Said,
    Say,
    Source,
    State,
    Understood,
    offered,
)
from simulator.plaintext import plain
from simulator.scenario.model import NOTE, Reply
from simulator.sessions.doubt import in_doubt
from simulator.sessions.errors import (
    EmptyWordsError,
    NumberAloneError,
    TooManyWordsError,
)

REMEMBERED: Final = 4096
"""Wordings that are kept read; a talk has a few hundred."""

_PLACE: Final = re.compile(r"\d\W?")
"""A number as one would choose by it: `3`, `3.`, `3)`."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard in the trainee's words at one moment of a talk."""

    text: str
    """As typed."""
    reading: Reading
    fit: Fit
    doubt: tuple[Reply, ...]
    """The replies to ask about: two, or none when it is clear enough."""
    reply: str | None
    """The reply that the words come to when nobody is asked."""

    def answer(self) -> Say:
        """Return the words as an answer, taken for what they were heard as."""
        return Say(self.text, Understood(self.reading.codes, self.reply))

    def meant(self, reply: str | None) -> Say:
        """Return the words as an answer, taken for what the trainee says he meant.

        Args:
            reply: A reply on offer; None: none of them.
        """
        return Say(self.text, Understood(self.reading.codes, reply, Source.TRAINEE))


class Ears:
    """Hears own words with one reader, which is loaded when first needed.

    Several threads may use it; the first that asks loads the reader, and the others
    wait for it.
    """

    def __init__(self, load: Callable[[], tuple[Reader, bool]]) -> None:
        """Say how the reader is loaded: it, and whether it is the tuned one."""
        self._load = load
        self._lock, self._reading = Lock(), Lock()
        self._loaded: tuple[Reader, bool] | None = None
        self._wordings: dict[tuple[str, str], Wording] = {}

    @property
    def ready(self) -> bool:
        """True once the reader has been loaded."""
        return self._loaded is not None

    @property
    def tuned(self) -> bool:
        """True when the reader is the tuned one; loads it when it is not there yet."""
        return self._both()[1]

    def warm(self, state: State) -> None:
        """Load the reader and read the wordings on offer, so that hearing is quick."""
        _candidates(state, self._reading_of(state))
        self._both()[0].read("", _heard_last(state))

    def hear(self, state: State, text: str) -> Hearing:
        """Hear the trainee's words at a moment of a talk; blanks round them go.

        Raises:
            EmptyWordsError: There is not a word in them.
            NumberAloneError: They are a number, as of a reply on a list.
            TooManyWordsError: Nobody says so much at once.
        """
        text = plain(text).strip()
        clean = cleaned(text).text
        if not clean.strip():
            raise EmptyWordsError
        if _PLACE.fullmatch(clean.strip()):
            raise NumberAloneError
        reader, _ = self._both()
        try:
            reading = reader.read(text, _heard_last(state), _printed(state))
        except TooLongError as error:
            raise TooManyWordsError(error.words, MOST_WORDS) from error
        found = fit(reading, clean, _candidates(state, self._reading_of(state)))
        replies = {reply.id: reply for reply in offered(state)}
        does = {name: reply.does for name, reply in replies.items()}
        reading = in_doubt(reader.again(reading, leaning(found.chances, does)))
        doubt = tuple(replies[name] for name in found.doubt)
        taken = found.best
        if state.mode is Mode.EXAM and doubt:
            taken, doubt = _by_codes(doubt, reading), ()
        return Hearing(text, reading, found, doubt if len(doubt) > 1 else (), taken)

    def _both(self) -> tuple[Reader, bool]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _reading_of(self, state: State) -> Callable[[str], Wording]:
        line = _heard_last(state)
        return lambda text: self._wording(text, line)

    def _wording(self, text: str, line: str) -> Wording:
        """Return a wording as it is heard after a line, read once for all threads.

        Many people of a class come to a scene at the same moment: the first reads
        what is on offer there, and the others wait for that instead of reading, too.
        """
        found = self._wordings.get((text, line))
        if found is None:
            with self._reading:
                found = self._wordings.get((text, line))
                if found is None:
                    found = self._wordings[text, line] = self._read_wording(text, line)
                    if len(self._wordings) > REMEMBERED:
                        del self._wordings[next(iter(self._wordings))]
        return found

    def _read_wording(self, text: str, line: str) -> Wording:
        clean, reader = cleaned(text).text, self._both()[0]
        impression = reader.read(text, line).impression
        return Wording(clean, impression, clauses(clean))


def _candidates(state: State, wording: Callable[[str], Wording]) -> Sequence[Candidate]:
    return [
        Candidate(
            reply.id,
            tuple(wording(text) for text in (reply.text, *reply.like)),
            reply.opposite,
        )
        for reply in offered(state)
    ]


def _heard_last(state: State) -> str:
    """Return what the others have just said, as one line."""
    lines = (event for event in state.latest if isinstance(event, Said))
    return " ".join(e.text for e in lines if e.who not in (YOU, NOTE))


def _printed(state: State) -> Sequence[str]:
    """Return what the story itself says, so that nobody is paid for copying it."""
    story = state.story
    lines = (line for scene in story.scenes.values() for line in scene.say)
    return [story.brief, *(text for line in lines for text in line.texts)]


def _by_codes(doubt: Sequence[Reply], reading: Reading) -> str | None:
    """Let the acts decide between replies that are equally likely."""
    said = {use.code for use in reading.codes}
    shared: Mapping[str, float] = {
        reply.id: len(said & does) / len(said | does)
        for reply in doubt
        if (does := {use.code for use in reply.does}) & said
    }
    return max(shared, key=lambda name: shared[name], default=None)


def shipped_reader() -> tuple[Reader, bool]:
    """Load the best shipped reader that runs here, and whether it is the tuned one."""
    from scoring.reading.shipped import best_reader, shipped

    return best_reader(shipped())
