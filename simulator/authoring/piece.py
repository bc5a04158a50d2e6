"""What is checked together: a scenario with its translations and play-throughs."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from simulator.authoring.cores import in_order
from simulator.authoring.earlier import Earlier, Note, digest, key
from simulator.authoring.reading import Source
from simulator.authoring.story import Check, Story
from simulator.scenario.findings import Finding, Report

WORTH_SHARING: Final = 500
"""From so many replies on another process is worth its start for a single piece."""
Progress = Callable[[int, int], object]
"""Told how many pieces of how many are done, before each."""


def named(rule: Check) -> str:
    """Return what a rule is called."""
    return f"{rule.__module__}.{rule.__qualname__}"


def told_nobody(_done: int, _of: int) -> None:
    """Tell nobody how far it is."""


class Step(NamedTuple):
    """What one rule found in one scenario."""

    story: int
    """Which of a piece's, from 0."""
    rule: str
    findings: list[Finding]
    """In the order in which they were made."""


class Ways(Struct, frozen=True):
    """How scenarios are looked at."""

    rules: tuple[Check, ...]
    players: tuple[Check, ...]
    """What looks at play-throughs, and plays them; none leaves them."""
    apart: tuple[frozenset[Check], ...] = ()
    """Those that have so much to do in common that another core may do it: what takes
    longest in front."""

    def shares(self) -> list["Ways"]:
        """Return all that is looked for, in parts of like size, the largest in front.

        What has nothing in common is dealt out by turns.
        """
        several = frozenset[Check]().union(*self.apart)
        rest = [one for one in (*self.rules, *self.players) if one not in several]
        parts = (*self.apart[:1], rest[::2], rest[1::2], *self.apart[1:])
        shares = [self._among(frozenset(few)) for few in parts]
        return [share for share in shares if share.rules or share.players] or [self]

    def _among(self, few: frozenset[Check]) -> "Ways":
        return Ways(
            tuple([one for one in self.rules if one in few]),
            tuple([one for one in self.players if one in few]),
        )

    def names(self) -> list[str]:
        """Return what everything that looks is called."""
        return [named(one) for one in (*self.rules, *self.players)]


class Piece(Struct, frozen=True):
    """One scenario in all its languages; needs nothing of any other."""

    stories: tuple[Story, ...]
    wanted: frozenset[str]
    """The files that are asked about, among others."""
    ways: Ways

    @property
    def is_wanted(self) -> bool:
        """True when any of its files is asked about."""
        return any(self._asks_for(story) for story in self.stories)

    def key(self) -> str:
        """Return what decides what is found in it: a digest."""
        own = {story.file for story in self.stories}
        own.update(plays.file for story in self.stories for plays in story.plays)
        return key(
            sorted(self.wanted & own),
            self.ways.names(),
            [_standing(story) for story in self.stories],
        )

    def shares(self) -> list["Piece"]:
        """Return the same piece several times, each looked at in other ways."""
        return [replace(self, ways=ways) for ways in self.ways.shares()]

    def weight(self) -> int:
        """Return about how long it takes beside others: the replies that it has."""
        return sum(
            len(scene.replies)
            for story in self.stories
            for scene in story.scenario.scenes.values()
        )

    def steps(self) -> list[Step]:
        """Return what each rule finds in the files that are asked about."""
        asked = [n for n, story in enumerate(self.stories) if self._asks_for(story)]
        return [step for number in asked for step in self._in_story(number)]

    def _in_story(self, number: int) -> Iterator[Step]:
        story, report = self.stories[number], Report(self.stories[number].file)
        whole = story.file in self.wanted
        for rule in (*(self.ways.rules if whole else ()), *self.ways.players):
            before = report.count
            rule(story, report)
            if report.count > before:
                yield Step(number, named(rule), report.since(before))

    def joined(self, shares: Sequence[list[Step]]) -> list[Finding]:
        """Return what its shares have found: what they would find as one.

        There may be so many findings that some are left out: those of the later
        rules.
        """
        order = {name: place for place, name in enumerate(self.ways.names())}
        steps = [step for share in shares for step in share]
        reports = [Report(story.file) for story in self.stories]
        for step in sorted(steps, key=lambda one: (one.story, order[one.rule])):
            for finding in step.findings:
                reports[step.story].again(finding)
        return [
            one
            for report in reports
            for one in report.sorted()
            if report.file in self.wanted or one.file in self.wanted
        ]

    def _asks_for(self, story: Story) -> bool:
        files = (story.file, *(plays.file for plays in story.plays))
        return not self.wanted.isdisjoint(files)


class Memory(Struct, frozen=True):
    """What was read and found before, for checking the same files again and again."""

    sources: dict[Path, Source] = {}
    """File → what it was when it was read last."""
    found: list[tuple[Piece, list[Finding]]] = []
    """The pieces of the last check."""
    earlier: Earlier | None = None
    """What checks before this program was started have found."""
    lasting: bool = True
    """True when it is asked again: then one process reads all, and remembers it."""

    def looked_at(
        self, pieces: Sequence[Piece], cores: int, progress: Progress = told_nobody
    ) -> Iterator[Finding]:
        """Yield what is found in all pieces; the same piece is looked at once."""
        known = [(piece, *self._known(piece)) for piece in pieces]
        new = _afresh([one for one, _, found in known if found is None], cores)
        looked: list[tuple[Piece, list[Finding]]] = []
        for piece, name, found in known:
            progress(len(looked), len(pieces))
            looked.append((piece, self._new(name, new) if found is None else found))
        self.found[:] = looked
        for _, findings in looked:
            yield from findings

    def _known(self, piece: Piece) -> tuple[str, list[Finding] | None]:
        """Return the key of a piece that must be looked up, and what is known of it."""
        for one, found in self.found:
            if one == piece:
                return "", found
        if self.earlier is None:
            return "", None
        name = piece.key()
        note = self.earlier.recalled(name)
        return name, None if note is None else list(note.findings)

    def _new(self, name: str, new: Iterator[list[Finding]]) -> list[Finding]:
        found = next(new)
        if self.earlier is not None:
            self.earlier.keep(name, Note(tuple(found)))
        return found


def _afresh(pieces: Sequence[Piece], cores: int) -> Iterator[list[Finding]]:
    """Yield what is found in pieces that nobody has looked at, each in its shares."""
    light = len(pieces) == 1 and pieces[0].weight() < WORTH_SHARING
    whole = cores < 2 or light
    shares = [[piece] if whole else piece.shares() for piece in pieces]
    parts = [
        ((nth, -share.weight()), share)
        for several in shares
        for nth, share in enumerate(several)
    ]
    begun = sorted(range(len(parts)), key=lambda number: parts[number][0])
    found = in_order([share.steps for _, share in parts], cores, begun)
    for piece, several in zip(pieces, shares, strict=True):
        yield piece.joined([next(found) for _ in several])


def _standing(story: Story) -> object:
    """Return all of a story, and of what lies beside it, that findings depend on."""
    before = story.previous
    return (
        story.file,
        story.scenario.digest,
        story.moments,
        story.stands_on,
        sorted(story.absent),
        [(plays.file, digest(plays.text)) for plays in story.plays],
        before and before.digest,
        story.shelf,
    )
