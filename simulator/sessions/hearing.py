"""Listening to a trainee's own words: what they do, and which reply they come to."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

from msgspec import Struct

from scoring.reading.clauses import clauses
from scoring.reading.impression import Impression
from scoring.reading.leaning import leaning
from scoring.reading.matching import Candidate, Fit, Wording, fit
from scoring.reading.reader import Reader
from scoring.reading.reading import Reading
from scoring.reading.text import cleaned
from simulator.engine import Say, Source, State, Understood
from simulator.scenario.model import Reply, Scenario
from simulator.sessions.doubt import in_doubt
from simulator.sessions.moments import Moment, moment_of, printed, to_hear
from simulator.sessions.shelf import Shelf

REMEMBERED: Final = 16_384
"""Wordings that are kept read, 4 kB each. A talk has a few hundred, and all that a
class of a thousand is answered to them makes some thousands of a long one."""


class Hearing(Struct, frozen=True):
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

    def __init__(
        self, load: Callable[[], tuple[Reader, bool]], shelf: Shelf | None = None
    ) -> None:
        """Say how the reader is loaded: it, and whether it is the tuned one.

        Args:
            load: Loads it.
            shelf: Where wordings that it has read are kept; None: nowhere.
        """
        self._load, self._shelf = load, shelf
        self._lock = Lock()
        self._loaded: tuple[Reader, bool] | None = None
        self._wordings = OrderedDict[tuple[str, str], Wording]()
        self._reading: dict[str, Lock] = {}
        """Line → held while a wording is read after it."""

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
        moment = moment_of(state)
        for _ in self.read_ahead(state.story, moment):
            pass
        self._both()[0].read("", moment.line)

    def read_ahead(self, story: Scenario, moment: Moment) -> Iterator[None]:
        """Read the wordings on offer one by one; those that are known take no step."""
        for reply in moment.replies(story).values():
            for text in (reply.text, *reply.like):
                if (text, moment.line) not in self._wordings:
                    self._wording(text, moment.line)
                    yield

    def hear(self, state: State, text: str) -> Hearing:
        """Hear the trainee's words at a moment of a talk; blanks round them go.

        Raises:
            EmptyWordsError: There is not a word in them.
            NumberAloneError: They are a number, as of a reply on a list.
            TooManyWordsError: Nobody says so much at once.
        """
        return self.hear_at(state.story, moment_of(state), text)

    def hear_at(self, story: Scenario, moment: Moment, text: str) -> Hearing:
        """Hear words at a moment of a story; see `hear`."""
        text = to_hear(text)
        reader, _ = self._both()
        replies = moment.replies(story)
        reading = reader.read(text, moment.line, printed(story))
        candidates = self._candidates(replies.values(), moment.line)
        found = fit(reading, cleaned(text).text, candidates)
        does = {name: reply.does for name, reply in replies.items()}
        reading = in_doubt(reader.again(reading, leaning(found.chances, does)))
        doubt = tuple(replies[name] for name in found.doubt)
        taken = found.best
        if moment.exam and doubt:
            taken, doubt = _by_codes(doubt, reading), ()
        return Hearing(text, reading, found, doubt if len(doubt) > 1 else (), taken)

    def _both(self) -> tuple[Reader, bool]:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _candidates(self, replies: Iterable[Reply], line: str) -> Sequence[Candidate]:
        return [
            Candidate(
                reply.id,
                tuple([self._wording(one, line) for one in (reply.text, *reply.like)]),
                reply.opposite,
            )
            for reply in replies
        ]

    def _wording(self, text: str, line: str) -> Wording:
        """Return a wording as it is heard after a line, read once for all threads.

        Many people of a class come to a scene at the same moment: the first reads
        what is on offer there, and the others wait for that instead of reading, too.
        """
        found = self._wordings.get((text, line))
        if found is None:
            with self._reading.setdefault(line, Lock()):
                found = self._wordings.get((text, line))
                if found is None:
                    found = self._wordings[text, line] = self._read_wording(text, line)
                    if len(self._wordings) > REMEMBERED:
                        self._wordings.popitem(last=False)
        return found

    def _read_wording(self, text: str, line: str) -> Wording:
        clean = cleaned(text).text
        return Wording(clean, self._impression(text, line), _clauses_of(clean))

    def _impression(self, text: str, line: str) -> Impression:
        kept = self._shelf.get(text, line) if self._shelf else None
        if kept is not None:
            return kept
        found = self._both()[0].impression(text, line)
        if self._shelf:
            self._shelf.put(text, line, found)
        return replace(
            found,
            chances=array("d", found.chances),
            vector=array("d", found.vector),
            parts=(),  # nobody asks where in a wording an act stands
        )


_clauses_of = lru_cache(REMEMBERED)(clauses)


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


def shipped_shelf(folder: Path) -> Shelf | None:
    """Open the wordings that the best shipped reader has read; None where it is not.

    What it makes of words depends on its weights, on its code and on what runs it.
    """
    import numpy as np
    import onnxruntime

    import scoring.reading
    from scoring.reading.shipped import shipped

    weights = shipped()
    code = sorted(Path(scoring.reading.__path__[0]).glob("*.py"))
    return Shelf(
        folder,
        [
            *(weights.tables, weights.network, weights.lexical, weights.settings),
            *(one.read_bytes() for one in code),
            f"{onnxruntime.__version__} {np.__version__}".encode(),
        ],
    )
