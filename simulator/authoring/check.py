"""Report mistakes in files that people write, one by one and against each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.authoring.beside import before, shelf_of
from simulator.authoring.drilled import DRILLS, SCENES
from simulator.authoring.exploring import Courses
from simulator.authoring.merit import Merits
from simulator.authoring.parts import Parts
from simulator.authoring.piece import Memory, Piece, Progress, Ways, told_nobody
from simulator.authoring.reading import Shelf, Source, named
from simulator.authoring.rules import HEARD, OF_DRILLS, PLAYED, RULES, misfiled
from simulator.authoring.rules import plays as playing
from simulator.authoring.selection import EVERYTHING, Selection, remaining
from simulator.authoring.selection import HEARD as HEARD_CODES
from simulator.authoring.story import Check, Plays, Story
from simulator.garbage import uncollected
from simulator.messages import N_
from simulator.packs import Library, Part, UnreadableFileError
from simulator.scenario import Finding, Severity
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report

NO_SCENARIO = error(
    "SCN847",
    N_("there is no scenario `{value}` in this folder, or it has mistakes"),
    N_("Put the play-throughs beside their scenario, and check that first."),
)


@dataclass(frozen=True, slots=True)
class Checked:
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
    memory = Memory() if memory is None else memory
    shelf = Shelf(memory.sources)
    focus = [one for path in named(paths) if (one := shelf.read(path)) is not None]
    findings = [finding for source in focus for finding in source.findings]
    for source in focus:
        if source.part is not None:
            findings += misfiled.check(source.file, source.part)
    wanted = frozenset(source.file for source in focus)
    heard, parts = _heard(spoken, selection), Parts(library)
    talks = Ways((*RULES, *heard), _players(spoken) if plays else ())
    drills = Ways((*OF_DRILLS, *heard), ())
    pieces: list[Piece] = []
    for folder in dict.fromkeys(source.path.parent for source in focus):
        beside = list(shelf.beside(folder))
        pieces += _pieces(beside, wanted, parts, talks)
        pieces += _pieces(list(_as_talks(beside)), wanted, parts, drills)
        findings += _strays(beside, wanted)
    findings += memory.looked_at(pieces, cores, progress)
    texts = {source.file: source.data for source in shelf.sources.values()}
    unsought = frozenset[str]() if spoken else HEARD_CODES
    return Checked(
        findings=_sorted(_wanted(findings, wanted, texts, selection, unsought)),
        files=len(focus),
        unreadable=tuple(shelf.unreadable),
        texts=texts,
    )


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
        text = texts.get(file, b"").decode(errors="replace")
        yield from remaining(file, text, found, selection, unsought)


def _as_talks(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield the drills among some files, each as the talk that it is."""
    for source in sources:
        if source.drills is not None:
            yield replace(source, scenario=source.drills.talk)


def _pieces(
    sources: Sequence[Source], wanted: frozenset[str], parts: Parts, ways: Ways
) -> list[Piece]:
    """Return what is to be looked at in one folder, scenario by scenario."""
    by_id: dict[str, list[Story]] = {}
    for story in _stories(sources, parts):
        by_id.setdefault(story.scenario.id, []).append(story)
    pieces = [Piece(tuple(stories), wanted, ways) for stories in by_id.values()]
    return [piece for piece in pieces if piece.is_wanted]


def _strays(sources: Iterable[Source], wanted: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each file of play-throughs without their scenario."""
    known = {
        one.scenario.scenario.id
        for one in sources
        if one.scenario and one.scenario.scenario
    }
    for source in sources:
        plays = source.plays
        if source.file in wanted and plays and plays.scenario not in known:
            report = Report(source.file)
            report.add(NO_SCENARIO, None, value=plays.scenario)
            yield from report.sorted()


def _stories(sources: Sequence[Source], parts: Parts) -> Iterator[Story]:
    alone = [one for source in sources if (one := _story(source, parts)) is not None]
    shelf = shelf_of(sources, alone)
    courses = Courses()
    for story in alone:
        previous, missing = before(story, alone, shelf, parts)
        yield replace(
            story,
            courses=courses,
            shelf=shelf,
            previous=previous,
            absent=story.absent | missing,
            plays=tuple(
                Plays(source.file, source.plays, source.data)
                for source in sources
                if source.plays and source.plays.scenario == story.scenario.id
            ),
            siblings=tuple(
                other
                for other in alone
                if other.scenario.id == story.scenario.id
                and other.scenario.language != story.scenario.language
            ),
        )


def _story(source: Source, parts: Parts) -> Story | None:
    if source.scenario is None or source.scenario.scenario is None:
        return None
    scenario = source.scenario.scenario
    names = {Part.RUBRIC: scenario.rubric, Part.RULEBOOK: scenario.rulebook}
    rubric = parts.rubric(scenario.rubric, source.path)
    return Story(
        file=source.file,
        scenario=scenario,
        moments=DRILLS if source.drills else SCENES,
        _words=list(source.drills.words) if source.drills else [],
        document=source.scenario.document,
        rubric=rubric,
        merits=Merits(rubric) if rubric is not None else None,
        rulebook=parts.rulebook(scenario.rulebook, source.path),
        absent=frozenset(
            kind
            for kind, name in names.items()
            if not parts.there(kind, name, source.path)
        ),
    )


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
