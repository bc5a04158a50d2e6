"""Report mistakes in files that people write, one by one and against each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from msgspec import Struct

from simulator.authoring.cores import met
from simulator.authoring.earlier import Note, digest, key
from simulator.authoring.lot import Lot, Outcome, meet
from simulator.authoring.lots import Lots, divided
from simulator.authoring.parts import Parts
from simulator.authoring.piece import Memory, Progress, Ways, told_nobody
from simulator.authoring.reading import Shelf, closed, named, once
from simulator.authoring.rules import (
    APART,
    HEARD,
    OF_DRILLS,
    PLAYED,
    RULES,
)
from simulator.authoring.rules import plays as playing
from simulator.authoring.selection import (
    EVERYTHING,
    Selection,
    may_suppress,
    remaining,
)
from simulator.authoring.selection import HEARD as HEARD_CODES
from simulator.authoring.story import Check
from simulator.garbage import uncollected
from simulator.packs import Library, UnreadableFileError
from simulator.scenario.findings import Finding, Severity


class Checked(Struct, frozen=True):
    """What was found in all files together."""

    findings: tuple[Finding, ...]
    """By file, then by place."""
    files: int
    """How many files were read."""
    unreadable: tuple[UnreadableFileError, ...]
    texts: Mapping[str, bytes]
    """What findings call a file → its bytes, for showing the line."""

    @property
    def clean(self) -> bool:
        """True when no finding is an error."""
        return all(one.severity is not Severity.ERROR for one in self.findings)


@uncollected()
def check(
    paths: Iterable[Path],
    library: Library,
    *,
    plays: bool = True,
    spoken: bool = True,
    selection: Selection = EVERYTHING,
    cores: int = 1,
    memory: Memory | None = None,
    progress: Progress = told_nobody,
) -> Checked:
    """Check files and folders. Files are never changed.

    A scenario is held against its translations and played by its play-throughs,
    which lie beside it, whether or not those are named too.

    Args:
        paths: Files of any kind that this program reads, and folders of them.
        library: Where rubrics and rulebooks are found that do not lie beside.
        plays: Whether play-throughs are played.
        spoken: Whether the reader of own words is asked, too: for play-throughs in
            own words and for replies that are too alike. It takes a while.
        selection: The codes that are wanted.
        cores: Processes at most; what is found does not depend on it.
        memory: What earlier checks found; what has not changed since then is not
            looked at again.
        progress: Told how many scenarios of how many are done.
    """
    paths = tuple(paths)
    memory = Memory() if memory is None else memory
    shelf, files = Shelf(memory.sources), tuple(once(named(paths)))
    heard = _heard(spoken, selection)
    talks = Ways((*RULES, *heard), _players(spoken) if plays else (), APART)
    drills = Ways((*OF_DRILLS, *heard), ())
    look = _Look(Lot(shelf, Parts(library), talks, drills))
    findings = look.findings(files, memory, cores, progress)
    wanted = [str(path) for path in files if path in shelf.texts]
    texts = {str(path): data for path, data in shelf.texts.items()}
    unsought = frozenset[str]() if spoken else HEARD_CODES
    return Checked(
        findings=_sorted(_wanted(findings, wanted, texts, selection, unsought)),
        files=len(wanted),
        unreadable=(*closed(paths), *shelf.unreadable),
        texts=texts,
    )


class _Look(Struct, frozen=True):
    """One look at files, in certain ways."""

    lot: Lot

    def findings(
        self, files: Sequence[Path], memory: Memory, cores: int, progress: Progress
    ) -> Sequence[Finding]:
        """Return all that is found, from memory where all is as it was."""
        if memory.earlier is None:
            return self._found(files, memory, cores, progress)
        this = self._key(files)
        note = memory.earlier.recalled(this)
        if note is not None and self._still(note):
            return note.findings
        found = tuple(self._found(files, memory, cores, progress))
        if not self.lot.shelf.unreadable:
            answers = tuple(self.lot.parts.answers.items())
            memory.earlier.keep(this, Note(found, answers))
        return found

    def _key(self, files: Sequence[Path]) -> str:
        opened = sorted(self.lot.shelf.opened(files))
        ways = [way.names() for way in (self.lot.talks, self.lot.drills)]
        texts = [(str(path), digest(data)) for path, data in opened]
        return key(ways, [str(path) for path in files], texts)

    def _still(self, note: Note) -> bool:
        return all(self.lot.parts.still(*one) for one in note.stands_on)

    def _found(
        self, files: Sequence[Path], memory: Memory, cores: int, progress: Progress
    ) -> list[Finding]:
        """Look at all files: in several lots, or here where that does not go."""
        shelf = self.lot.shelf
        texts = dict(shelf.opened(files))
        first, *others = divided(texts, 1 if memory.lasting else cores)
        if others:
            # What cannot be read is in no lot yet; here it is told.
            lots = [first.union(set(files) - texts.keys()), *others]
            outcomes = self._divided(files, lots, memory, progress)
            if outcomes is not None:
                return self._taken(outcomes)
            shelf.unreadable.clear()
            cores = 1
        whole = self.lot.looked_at(files, None, memory, cores, progress)
        return self._taken(cast("list[Outcome]", met([whole], meet)))

    def _divided(
        self, files: Sequence[Path], lots: Lots, memory: Memory, progress: Progress
    ) -> list[Outcome] | None:
        """Look at each lot on a core of its own.

        How far the first one is stands for all: they are about even.
        """
        many = len(lots)

        def told(done: int, of: int) -> None:
            progress(done * many, of * many)

        works = [
            self.lot.looked_at(files, lot, memory, 1, told if nth == 0 else told_nobody)
            for nth, lot in enumerate(lots)
        ]
        return met(works, meet)

    def _taken(self, outcomes: Sequence[Outcome]) -> list[Finding]:
        """Take over what was learned elsewhere; return what was found."""
        for outcome in outcomes[1:]:
            self.lot.parts.answers.update(outcome.answers)
        return [one for outcome in outcomes for one in outcome.findings]


def _heard(spoken: bool, selection: Selection) -> tuple[Check, ...]:
    return HEARD if spoken and any(map(selection.covers, HEARD_CODES)) else ()


def _players(spoken: bool) -> tuple[Check, ...]:
    return (*PLAYED, playing.check if spoken else playing.check_chosen)


def _wanted(
    findings: Iterable[Finding],
    files: Iterable[str],
    texts: Mapping[str, bytes],
    selection: Selection,
    unsought: frozenset[str],
) -> Iterator[Finding]:
    """Leave out what nobody asked for, and what a comment in the file asks to leave."""
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    for file, found in by_file.items():
        data = texts.get(file, b"")
        text = data.decode(errors="replace") if may_suppress(data) else ""
        yield from remaining(file, text, found, selection, unsought)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in order; one that two translations share is told once."""
    unique = {
        (f.file, f.line, f.column, f.code, *f.params.items()): f for f in findings
    }
    return tuple(
        sorted(
            unique.values(),
            key=lambda f: (f.file, f.line or 0, f.column or 0, f.code),
        )
    )
