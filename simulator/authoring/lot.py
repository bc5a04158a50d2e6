"""Look at some files of a check, as one of several who do so, or as the only one.

Each reads files of its own. Then all tell what the others may have to know of them,
which is little, and each looks at the scenarios that it has read.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct

from simulator.authoring.beside import joined, shelf_of
from simulator.authoring.earlier import Question
from simulator.authoring.parts import Parts
from simulator.authoring.piece import Memory, Piece, Progress, Ways
from simulator.authoring.reading import Shelf, Source
from simulator.authoring.rules import misfiled, notthere
from simulator.authoring.sorting import as_talks, pieces, placed, strays, together
from simulator.authoring.story import Beside, Story
from simulator.scenario.findings import Finding
from simulator.scenario.model import Scenario

TALKS: Final = "talks"
DRILLS: Final = "drills"
Sort = tuple[Path, str]
"""A folder, and `TALKS` or `DRILLS`: they know nothing of each other."""


class Brief(Struct, frozen=True):
    """What the others have to know of the files of a lot."""

    shelves: dict[Sort, Beside]
    """What scenarios may want to know of each other."""
    ids: frozenset[tuple[Sort, str]]
    """The scenarios that it has, and those that it has play-throughs of."""


class Met(Struct, frozen=True):
    """What all lots know together."""

    shelves: dict[Sort, Beside]


class Outcome(Struct, frozen=True):
    """What was found in a lot."""

    findings: list[Finding]
    answers: dict[Question, str]
    """What was looked for outside of the folders, and what was found."""


def meet(briefs: Sequence[Brief]) -> Met | None:
    """Put together what all lots have to tell.

    Returns:
        None where files of one scenario are in several lots.
    """
    if len(briefs) > 1:
        every = [one for brief in briefs for one in brief.ids]
        if len(set(every)) < len(every):
            return None
    sorts = dict.fromkeys(sort for brief in briefs for sort in brief.shelves)
    return Met(
        {
            sort: joined([one.shelves[sort] for one in briefs if sort in one.shelves])
            for sort in sorts
        }
    )


class Lot(Struct, frozen=True):
    """Files, and in which ways their scenarios are looked at."""

    shelf: Shelf
    parts: Parts
    talks: Ways
    drills: Ways

    def looked_at(
        self,
        files: Sequence[Path],
        lot: frozenset[Path] | None,
        memory: Memory,
        cores: int,
        progress: Progress,
    ) -> Generator[Brief, Met, Outcome]:
        """Look at files, and halfway tell others of them.

        Args:
            files: Those that are asked about, in all lots.
            lot: Those of this one, and what lies beside them; None: all.
            memory: What was found before.
            cores: Processes at most.
            progress: Told how many scenarios of how many are done.
        """
        own = files if lot is None else [path for path in files if path in lot]
        focus = [one for path in own if (one := self.shelf.read(path)) is not None]
        findings = list(_own(focus, self.parts))
        folders = dict.fromkeys(path.parent for path in files)
        sources = dict(self._sources(folders, lot))
        stories = {sort: together(of, self.parts) for sort, of in sources.items()}
        met = yield _brief(stories, sources)
        wanted = frozenset(source.file for source in focus)
        found: list[Piece] = []
        for (folder, sort), several in stories.items():
            shelf = met.shelves[folder, sort]
            ways = self.talks if sort == TALKS else self.drills
            ready = placed(several, shelf, self.parts, self._opened)
            found += pieces(ready, wanted, ways)
        for folder in folders:
            findings += strays(sources[folder, TALKS], wanted)
        findings += memory.looked_at(found, cores, progress)
        return Outcome(findings, dict(self.parts.answers))

    def _opened(self, file: str) -> Scenario | None:
        source = self.shelf.quietly(Path(file))
        parsed = source.scenario if source is not None else None
        return parsed.scenario if parsed is not None else None

    def _sources(
        self, folders: Iterable[Path], lot: frozenset[Path] | None
    ) -> Iterator[tuple[Sort, list[Source]]]:
        for folder in folders:
            beside = list(self.shelf.beside(folder, lot))
            yield (folder, TALKS), beside
            yield (folder, DRILLS), list(as_talks(beside))


def _own(focus: Iterable[Source], parts: Parts) -> Iterator[Finding]:
    """Yield what reading files has found, and whether they are where they should be."""
    for source in focus:
        yield from source.findings
        if source.part is not None:
            yield from misfiled.check(source.file, source.part)
        if source.pack is not None:
            there = partial(parts.listed, pack=source.path)
            yield from notthere.check(source.file, source.data, source.pack, there)


def _brief(
    stories: dict[Sort, list[Story]], sources: dict[Sort, list[Source]]
) -> Brief:
    shelves = {sort: shelf_of(sources[sort], of) for sort, of in stories.items()}
    ids = {(sort, one.scenario.id) for sort, of in stories.items() for one in of}
    for sort, beside in sources.items():
        plays = [one.plays for one in beside if one.plays is not None]
        ids.update((sort, one.scenario) for one in plays)
    return Brief(shelves, frozenset(ids))
