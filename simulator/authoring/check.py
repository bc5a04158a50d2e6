"""Report mistakes in files that people write, one by one and against each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.authoring.exploring import Courses
from simulator.authoring.merit import Merits
from simulator.authoring.parts import Parts
from simulator.authoring.reading import Shelf, Source, named
from simulator.authoring.rules import HEARD, RULES
from simulator.authoring.rules import plays as playing
from simulator.authoring.selection import EVERYTHING, Selection, remaining
from simulator.authoring.selection import HEARD as HEARD_CODES
from simulator.authoring.story import Check, Plays, Story
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


def check(
    paths: Iterable[Path],
    library: Library,
    *,
    plays: bool = True,
    spoken: bool = True,
    selection: Selection = EVERYTHING,
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
    """
    player = None
    if plays:
        player = playing.check if spoken else playing.check_chosen
    heard = HEARD if spoken and any(map(selection.covers, HEARD_CODES)) else ()
    rules = (*RULES, *heard)
    shelf = Shelf()
    focus = [one for path in named(paths) if (one := shelf.read(path)) is not None]
    findings = [finding for source in focus for finding in source.findings]
    wanted = {source.file for source in focus}
    parts = Parts(library)
    for folder in dict.fromkeys(source.path.parent for source in focus):
        beside = list(shelf.beside(folder))
        findings += _check_folder(beside, wanted, parts, rules, player)
    texts = {source.file: source.data for source in shelf.sources.values()}
    unsought = frozenset[str]() if spoken else HEARD_CODES
    return Checked(
        findings=_sorted(_wanted(findings, wanted, texts, selection, unsought)),
        files=len(focus),
        unreadable=tuple(shelf.unreadable),
        texts=texts,
    )


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


def _check_folder(
    sources: list[Source],
    wanted: set[str],
    parts: Parts,
    rules: Sequence[Check],
    player: Check | None,
) -> Iterator[Finding]:
    """Yield what the rules find in the stories of one folder that are wanted."""
    stories = list(_stories(sources, parts))
    for story in stories:
        if story.file in wanted:
            report = Report(story.file)
            for rule in (*rules, player) if player else rules:
                rule(story, report)
            yield from report.sorted()
        elif player and any(plays.file in wanted for plays in story.plays):
            report = Report(story.file)
            player(story, report)
            yield from (one for one in report.sorted() if one.file in wanted)
    known = {story.scenario.id for story in stories}
    for source in sources:
        if (
            source.file in wanted
            and source.plays
            and source.plays.scenario not in known
        ):
            report = Report(source.file)
            report.add(NO_SCENARIO, None, value=source.plays.scenario)
            yield from report.sorted()


def _stories(sources: list[Source], parts: Parts) -> Iterator[Story]:
    alone = [one for source in sources if (one := _story(source, parts)) is not None]
    courses = Courses()
    for story in alone:
        yield replace(
            story,
            courses=courses,
            plays=tuple(
                Plays(source.file, source.plays)
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
