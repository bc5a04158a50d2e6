"""What a rule looks at: a checked scenario with all that belongs to it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from simulator.authoring.effects import Placed, placed
from simulator.authoring.exploring import Course, Courses, Talk
from simulator.authoring.exploring.questions import Question, asked
from simulator.authoring.merit import Merits
from simulator.authoring.once import Once
from simulator.authoring.spots import spot
from simulator.authoring.stage import Performance, Stage
from simulator.authoring.texts import Words, texts
from simulator.scenario.findings import Report
from simulator.scenario.guards import Guard, guards
from simulator.scenario.model import Effects, Reply, Scenario, Scene
from simulator.scenario.nodes import Mapping as MappingNode
from simulator.scenario.nodes import Scalar
from simulator.scenario.plays import Play, Playthroughs
from simulator.scenario.schema import LANGUAGES


class Plays(Struct, frozen=True):
    """A file of play-throughs."""

    file: str
    """What findings call it."""
    plays: Playthroughs
    text: bytes = b""
    """The file as it is: a comment moves the places of findings."""


def divided(name: str) -> tuple[str, str]:
    """Return the name of a file without its ending, and the language in it.

    `talk.en.yaml` gives `talk` and `en`; where no language stands, it is empty.
    """
    stem = name.rsplit(".", 1)[0]
    first, dot, last = stem.rpartition(".")
    return (first, last) if dot and last in LANGUAGES else (stem, "")


class Head(Struct, frozen=True):
    """What is known of any scenario of a folder, even of one with mistakes."""

    file: str
    id: str
    language: str


class Beside(Struct, frozen=True):
    """What lies in the folder of a scenario."""

    heads: tuple[Head, ...]
    """All its scenarios, itself included."""
    packs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The file of the pack that is there, with its languages."""
    continued: Mapping[str, str | None] = {}
    """Scenario → the one that it goes on from, of those without mistakes."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the pack; none where there is no pack."""
        return self.packs[0][1] if self.packs else ()


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario without errors of its own."""

    file: str
    """What findings call it."""
    scenario: Scenario
    document: MappingNode | None
    """The file with places."""
    rubric: Rubric | None
    """None when the one that the scenario names is missing or has mistakes."""
    rulebook: Rulebook | None
    """None when the one that the scenario names is missing or has mistakes."""
    absent: frozenset[str] = frozenset()
    """Which of `rubrics`, `rulebooks` and `continues` name what is not there."""
    merits: Merits | None = field(default=None, repr=False, compare=False)
    """Rates replies by the rubric; None where there is none."""
    plays: tuple[Plays, ...] = ()
    """The play-throughs of this scenario, from files beside it."""
    siblings: tuple["Story", ...] = ()
    """Its translations: the same id in another language."""
    shelf: "Beside" = field(default_factory=lambda: Beside(()), repr=False)
    """What else lies in the folder."""
    stands_on: tuple[str, ...] = ()
    """The digests of its rubric and its rulebook, and where they lie."""
    previous: Scenario | None = None
    """The talk that it goes on from; None where there is none, or it has mistakes."""
    _words: Once[Sequence[Words]] = field(
        default_factory=Once[Sequence[Words]], repr=False, compare=False
    )
    _row: Once[str] = field(default_factory=Once[str], repr=False, compare=False)
    _questions: Once[frozenset[Question]] = field(
        default_factory=Once[frozenset[Question]], repr=False, compare=False
    )
    _guards: Once[Sequence[Guard]] = field(
        default_factory=Once[Sequence[Guard]], repr=False, compare=False
    )
    _moves: Once[Sequence[Placed]] = field(
        default_factory=Once[Sequence[Placed]], repr=False, compare=False
    )
    courses: Courses = field(default_factory=Courses, repr=False, compare=False)
    """Shared by the stories that are checked together; so is `stage`."""
    stage: Stage = field(default_factory=Stage, repr=False, compare=False)
    moments: str = "scenes"
    """The key under which its scenes stand in the file."""

    def course(self) -> Course:
        """Return what can and what cannot happen, explored once for all rules."""
        return self.courses.of(self.scenario, self._talks)

    def performed(self, one: Play, file: str) -> Performance:
        """Return how a play-through goes, played once for all rules and languages.

        Args:
            one: A play-through of this scenario.
            file: What findings call the file that it stands in.
        """
        plan = self.courses.plan(self.scenario)
        return self.stage.of(one, file, self.scenario, plan, self.rulebook)

    def _talks(self) -> Sequence[Talk]:
        """Play the play-throughs without own words, which need no reader."""
        return [
            self.performed(one, plays.file).played.talk
            for plays in self.plays
            for one in plays.plays.plays
            if one.language is None
        ]

    def words(self) -> Sequence[Words]:
        """Return every text with its place, gathered once for all rules."""
        return self._words.of(lambda: list(texts(self.scenario)))

    def all_words(self) -> str:
        """Return every text, one after the other, each on lines of its own.

        For looking once for what most scenarios do not have at all.
        """
        return self._row.of(lambda: "\n".join([one.text for one in self.words()]))

    def guards(self) -> Sequence[Guard]:
        """Return every condition with its place, gathered once for all rules."""
        return self._guards.of(lambda: list(guards(self.scenario)))

    def questions(self) -> frozenset[Question]:
        """Return all that conditions ask about, gathered once for all rules."""
        return self._questions.of(
            lambda: frozenset(
                question
                for guard in self.guards()
                for question in asked(guard.condition, guard.scene, self.scenario)
            )
        )

    def moves(self) -> Sequence[Placed]:
        """Return every move with its place and its codes, gathered once."""
        return self._moves.of(lambda: list(placed(self.scenario)))

    def effects(self) -> Iterator[Effects]:
        """Yield the effects of every move, in the order of the file."""
        return (effects for _, effects, _ in self.moves())

    def written(self, *path: str | int) -> str:
        """Return the words that stand at a path in the file; empty for no words."""
        node = spot(self.document, *path)
        return node.value if isinstance(node, Scalar) else ""

    def named(self, path: tuple[str, ...]) -> str:
        """Return how a finding calls what stands at a path in the file."""
        first, *rest = path
        return ".".join((self.moments if first == "scenes" else first, *rest))

    def replies(self) -> Iterator[tuple[Scene, Reply]]:
        """Yield every reply with its scene, in the order of the file."""
        for scene in self.scenario.scenes.values():
            for reply in scene.replies:
                yield scene, reply


Check = Callable[[Story, Report], None]
"""A rule: adds what it finds in one story to a report.

The report is the scenario's; a rule that finds something in another file makes a
report for that one and hands it over with `Report.take`.
"""
