"""One scenario file under its author's hands: played, read again, never kept.

    room.due()        at every tick: is there something new to read?
    room.read()       in any thread: reads and checks the file, changes nothing
    room.came(...)    takes what was read: True when there is something to show
    room.settled()    at every tick: True when a mistake has stood long enough

A file with mistakes may be a file that is being saved. It is shown as such only when
nothing has changed for a few ticks; what can be played is shown at once.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec import Struct

from simulator.engine import Event, Placed, State, begin, begin_at
from simulator.errors import SimulatorError
from simulator.garbage import uncollected
from simulator.packs import BrokenFileError, Library, Loaded, PackError, Part, read_file
from simulator.preview.again import again
from simulator.preview.model import Fault
from simulator.reports.phrases import Phrase
from simulator.scenario.model import Scenario
from simulator.scenario.reparsing import Reparser
from simulator.sessions.attempt import FORM_DRAFT, Attempt
from simulator.sessions.hearing import Ears
from simulator.sessions.past import header_of
from simulator.watching import Watch, whole

SETTLING: Final = 4
"""Ticks for which a file with mistakes must stay as it is before it is told."""
NAME: Final = "preview"


class Reading(Struct, frozen=True):
    """What a file turned out to be; with neither, it changed while it was read."""

    loaded: Loaded | None = None
    fault: Fault | None = None


class Room:
    """A scenario file and the talk that is played on its last good version."""

    def __init__(
        self,
        library: Library,
        path: Path,
        *,
        seed: int,
        now: Callable[[], datetime],
        ears: Ears,
    ) -> None:
        """Open a file; nothing is read yet.

        Args:
            library: Where rubrics and rulebooks are found.
            path: The file; it need not be there.
            seed: Fixes the order of replies, for as long as the room is open.
            now: Tells the time.
            ears: Hear own words.
        """
        self.path = path
        self.attempt: Attempt | None = None
        """The talk on the last good version; None while there was none."""
        self.fault: Fault | None = None
        """Why the file as it is now cannot be played; None when it can."""
        self.note: Phrase | None = None
        """What happened to the talk when the file was read last."""
        self._library, self._seed, self._now, self._ears = library, seed, now, ears
        self._parser = Reparser()
        self._watch = Watch(self._files(None))
        self._dirty = False
        self._doubtful: Reading | None = None
        self._quiet = 0

    def due(self) -> bool:
        """Tell whether something changed that is to be read now."""
        if self._watch.changed():
            self._dirty, self._doubtful = True, None
        dirty, self._dirty = self._dirty, False
        return dirty

    def read(self) -> Reading:
        """Read and check the file as it is now; changes nothing, never raises."""
        try:
            text = whole(self.path, read_file)
            if text is None:
                return Reading()
            source = str(self.path.absolute())
            with uncollected():
                return Reading(
                    self._library.loaded(text, self.path, source, self._parser.parse)
                )
        except BrokenFileError as error:
            return Reading(fault=Fault(error, error.findings))
        except SimulatorError as error:
            return Reading(fault=Fault(error))

    def came(self, reading: Reading) -> bool:
        """Take what was read; tell whether there is something new to show."""
        if reading.loaded is not None:
            self._doubtful = None
            self.take(reading)
            return True
        if reading.fault is None:
            self._dirty = True
        else:
            self._doubtful, self._quiet = reading, 0
        return False

    def settled(self) -> bool:
        """Take a mistake that has stood long enough; tell whether one was taken."""
        self._quiet += 1
        if self._doubtful is None or self._quiet < SETTLING:
            return False
        self.take(self._doubtful)
        self._doubtful = None
        return True

    def take(self, reading: Reading) -> None:
        """Take what was read at once: the talk goes on where it stood."""
        if reading.loaded is None:
            self._dirty = self._dirty or reading.fault is None
            self.fault = reading.fault or self.fault
            return
        self.fault = None
        loaded, old = reading.loaded, self.attempt
        self._watch_also(loaded)
        if old is None:
            self.attempt = self._attempt(loaded, *self._begun(loaded.scenario, None))
        else:
            kept = again(loaded.scenario, loaded.rulebook, old.states, old.events)
            self.attempt = self._attempt(loaded, kept.states, kept.events)
            if old.form_draft:
                self.attempt.keep_draft(FORM_DRAFT + old.form_draft)
            self.note = kept.note

    def jump(self, placed: Placed | None) -> None:
        """Put the talk down somewhere else; None: at the beginning.

        Raises:
            NoSuchPlaceError: The scenario has no such place.
        """
        if self.attempt is not None:
            loaded = self.attempt.loaded
            begun = self._begun(loaded.scenario, placed)
            self.attempt = self._attempt(loaded, *begun)
            self.note = None

    def undo(self) -> bool:
        """Take the last answer back; tell whether there was one."""
        if self.attempt is None or not self.attempt.turns:
            return False
        self.attempt.rewind(self.attempt.turns - 1)
        self.note = None
        return True

    def _begun(
        self, scenario: Scenario, placed: Placed | None
    ) -> tuple[Sequence[State], Sequence[Event]]:
        if placed is None:
            state, events = begin(scenario, self._seed)
        else:
            state, events = begin_at(scenario, self._seed, placed)
        return (state,), events

    def _attempt(
        self, loaded: Loaded, states: Sequence[State], events: Sequence[Event]
    ) -> Attempt:
        return Attempt(
            header_of(NAME, loaded.source, loaded.scenario, events),
            loaded,
            states,
            events,
            store=None,
            kept=0,
            now=self._now,
            ears=self._ears,
        )

    def _watch_also(self, loaded: Loaded) -> None:
        """Watch the rubric and the rulebook of a scenario too."""
        files = tuple(dict.fromkeys(self._files(loaded.scenario)))
        if files != self._watch.paths:
            changed = bool(self._watch.changed())
            self._dirty = self._dirty or changed
            self._watch = Watch(files)

    def _files(self, scenario: Scenario | None) -> tuple[Path, ...]:
        """Return what is watched: the file, and the rules beside it or in a pack."""
        folders = tuple(self.path.parent / kind for kind in Part)
        if scenario is None:
            return (self.path, *folders)
        return (self.path, *folders, *self._rules(scenario))

    def _rules(self, scenario: Scenario) -> Sequence[Path]:
        named = {Part.RUBRIC: scenario.rubric, Part.RULEBOOK: scenario.rulebook}
        found: list[Path] = []
        with suppress(PackError):
            for kind, name in named.items():
                found += islice(self._library.parts(kind, name, self.path), 1)
        return found
