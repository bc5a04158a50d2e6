"""What a rule looks at: a checked scenario with all that belongs to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from simulator.authoring.exploring import Course, Courses
from simulator.authoring.merit import Merits
from simulator.authoring.spots import spot
from simulator.scenario import Playthroughs
from simulator.scenario.findings import Report
from simulator.scenario.model import Reply, Scenario, Scene
from simulator.scenario.nodes import Mapping, Scalar


@dataclass(frozen=True, slots=True)
class Plays:
    """A file of play-throughs."""

    file: str
    """What findings call it."""
    plays: Playthroughs
    text: bytes = b""
    """The file as it is: a comment moves the places of findings."""


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario without errors of its own."""

    file: str
    """What findings call it."""
    scenario: Scenario
    document: Mapping | None
    """The file with places."""
    rubric: Rubric | None
    """None when the one that the scenario names is missing or has mistakes."""
    rulebook: Rulebook | None
    """None when the one that the scenario names is missing or has mistakes."""
    absent: frozenset[str] = frozenset()
    """Which of `rubrics` and `rulebooks` lack the one that the scenario names."""
    merits: Merits | None = field(default=None, repr=False, compare=False)
    """Rates replies by the rubric; None where there is none."""
    plays: tuple[Plays, ...] = ()
    """The play-throughs of this scenario, from files beside it."""
    siblings: tuple["Story", ...] = ()
    """Its translations: the same id in another language."""
    courses: Courses = field(default_factory=Courses, repr=False, compare=False)
    """Shared by the stories that are checked together."""

    def course(self) -> Course:
        """Return what can and what cannot happen, explored once for all rules."""
        return self.courses.of(self.scenario)

    def written(self, *path: str | int) -> str:
        """Return the words that stand at a path in the file; empty for no words."""
        node = spot(self.document, *path)
        return node.value if isinstance(node, Scalar) else ""

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
