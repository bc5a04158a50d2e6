"""Sort the files of a folder into what is checked together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from msgspec import structs

from simulator.authoring.beside import Opened, before
from simulator.authoring.drilled import DRILLS, SCENES
from simulator.authoring.exploring import Courses
from simulator.authoring.once import Once
from simulator.authoring.parts import Parts
from simulator.authoring.piece import Piece, Ways
from simulator.authoring.reading import Source
from simulator.authoring.stage import Stage
from simulator.authoring.story import Beside, Plays, Story
from simulator.messages import N_
from simulator.packs import Part
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Finding, Report

NO_SCENARIO = error(
    "SCN847",
    N_("there is no scenario `{value}` in this folder, or it has mistakes"),
    N_("Put the play-throughs beside their scenario, and check that first."),
)


def as_talks(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield the drills among some files, each as the talk that it is."""
    for source in sources:
        if source.drills is not None:
            yield structs.replace(source, scenario=source.drills.talk)


def pieces(stories: Iterable[Story], wanted: frozenset[str], ways: Ways) -> list[Piece]:
    """Return what is to be looked at in one folder, scenario by scenario."""
    by_id: dict[str, list[Story]] = {}
    for story in stories:
        by_id.setdefault(story.scenario.id, []).append(story)
    every = [Piece(tuple(stories), wanted, ways) for stories in by_id.values()]
    return [piece for piece in every if piece.is_wanted]


def strays(sources: Iterable[Source], wanted: frozenset[str]) -> Iterator[Finding]:
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


def together(sources: Sequence[Source], parts: Parts) -> list[Story]:
    """Return scenarios with their translations and play-throughs.

    Args:
        sources: Files of one folder.
        parts: Finds rubrics and rulebooks.
    """
    alone = [one for source in sources if (one := _story(source, parts)) is not None]
    courses, stage = Courses(), Stage()
    return [
        replace(
            story,
            courses=courses,
            stage=stage,
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
        for story in alone
    ]


def placed(
    stories: Iterable[Story], shelf: Beside, parts: Parts, opened: Opened
) -> Iterator[Story]:
    """Yield the same scenarios with what else lies in their folder.

    Args:
        stories: Of one folder.
        shelf: What is known of it.
        parts: Finds the talk before one in other packs.
        opened: Reads a file of the folder.
    """
    for story in stories:
        previous, missing = before(story, shelf, parts, opened)
        absent = story.absent | missing
        yield replace(story, shelf=shelf, previous=previous, absent=absent)


def _story(source: Source, parts: Parts) -> Story | None:
    if source.scenario is None or source.scenario.scenario is None:
        return None
    scenario = source.scenario.scenario
    names = {Part.RUBRIC: scenario.rubric, Part.RULEBOOK: scenario.rulebook}
    rubric = parts.rubric(scenario.rubric, source.path)
    rulebook = parts.rulebook(scenario.rulebook, source.path)
    standing = [(str(kind), name, str(source.path)) for kind, name in names.items()]
    return Story(
        file=source.file,
        scenario=scenario,
        moments=DRILLS if source.drills else SCENES,
        _words=Once(source.drills.words if source.drills else None),
        document=source.scenario.document,
        rubric=rubric,
        merits=parts.merits(rubric) if rubric is not None else None,
        rulebook=rulebook,
        stands_on=tuple(parts.answers[one] for one in standing),
        absent=frozenset(
            kind
            for kind, name in names.items()
            if not parts.there(kind, name, source.path)
        ),
    )
