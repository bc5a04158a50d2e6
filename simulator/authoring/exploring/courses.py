"""The courses of scenarios, each explored once."""

from dataclasses import dataclass, field

from simulator.authoring.exploring.course import Course, Outline, course, outline
from simulator.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Courses:
    """Explores scenarios when they are asked for, and remembers what was found.

    Translations that differ in words alone are explored together.
    """

    _found: dict[str, list[tuple[Outline, Course]]] = field(
        default_factory=dict[str, list[tuple[Outline, Course]]]
    )
    """Id of a scenario → its outlines: one, if its translations are in order."""
    _digests: dict[str, Course] = field(default_factory=dict[str, Course])

    def of(self, story: Scenario) -> Course:
        """Return what can and what cannot happen in a scenario."""
        if story.digest not in self._digests:
            self._digests[story.digest] = self._explored(story)
        return self._digests[story.digest]

    def _explored(self, story: Scenario) -> Course:
        plan = outline(story)
        known = self._found.setdefault(story.id, [])
        for other, found in known:
            if other == plan:
                return found
        known.append((plan, course(plan)))
        return known[-1][1]
