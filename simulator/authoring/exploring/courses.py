"""The courses of scenarios, each explored once."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from simulator.authoring.exploring.course import (
    LIMIT,
    Course,
    Outline,
    course,
    outline,
)
from simulator.authoring.exploring.talk import Talk
from simulator.scenario.model import Scenario


class Courses(Struct, frozen=True):
    """Explores scenarios when they are asked for, and remembers what was found.

    Translations that differ in words alone are explored together.
    """

    _plans: dict[str, Outline] = {}
    """By the digest of a scenario; those that are equal are one."""
    _found: dict[int, Course] = {}
    """By the identity of an outline: one, if the translations are in order."""

    def of(
        self, story: Scenario, talks: Callable[[], Sequence[Talk]] = tuple
    ) -> Course:
        """Return what can and what cannot happen in a scenario.

        Args:
            story: A checked scenario.
            talks: Gives talks of it, if it has to be explored.
        """
        plan = self.plan(story)
        found = self._found.get(id(plan))
        if found is None:
            found = self._found[id(plan)] = course(plan, LIMIT, talks())
        return found

    def plan(self, story: Scenario) -> Outline:
        """Return what decides how talks can go: the same where that is equal."""
        found = self._plans.get(story.digest)
        if found is None:
            made = outline(story)
            same = (one for one in self._plans.values() if one == made)
            found = self._plans[story.digest] = next(same, made)
        return found
