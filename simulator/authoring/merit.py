"""How good the replies of a scene are, for rules about give-aways and dead weight."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from scoring.principles import Principle
from scoring.rubric import Rubric, rate
from simulator.scenario.model import Reply, Scene

GOOD: Final = 2
"""From this level on a reply serves a principle: below it, it fails it."""

Levels = Mapping[Principle, int]
"""Principle → level, 0..4; one that is not touched is absent."""


Rated = dict[tuple[object, ...], Levels]
"""Acts, with levels set by hand → what they show by one rubric."""


class Merits:
    """Rates the replies of one scenario by a rubric; the same acts are rated once."""

    def __init__(self, rubric: Rubric, rated: Rated | None = None) -> None:
        """Take the rubric.

        Args:
            rubric: Of the scenario.
            rated: What is known already, shared with others who rate by it.
        """
        self._rubric = rubric
        self._rated: Rated = {} if rated is None else rated
        self._levels: dict[int, tuple[Reply, Levels]] = {}
        """By the identity of a reply, which is sooner told than all it does."""
        self._best: dict[str, frozenset[str]] = {}

    def levels(self, reply: Reply) -> Levels:
        """Return the level that a reply shows on each principle it touches."""
        known = self._levels.get(id(reply))
        if known is None:
            acts = (reply.does, *sorted(reply.levels.items()))
            if acts not in self._rated:
                ratings = rate(self._rubric, reply.does, reply.levels)
                self._rated[acts] = {one.principle: one.level for one in ratings}
            known = self._levels[id(reply)] = (reply, self._rated[acts])
        return known[1]

    def best(self, scene: Scene) -> frozenset[str]:
        """Return the best replies of a scene; none where all are equally good.

        How good one is, is the mean of its levels on the principles that the scene
        tests, one that it does not touch counting nothing; where none is tested, of
        all it touches.
        """
        if scene.id not in self._best:
            merits = {reply.id: self._merit(reply, scene) for reply in scene.replies}
            top = max(merits.values(), default=0)
            best = frozenset(name for name, value in merits.items() if value == top)
            none = frozenset[str]()
            self._best[scene.id] = best if len(best) < len(merits) else none
        return self._best[scene.id]

    def _merit(self, reply: Reply, scene: Scene) -> Fraction | int:
        """Return what can be held against the other replies of a scene."""
        levels = self.levels(reply)
        if scene.tests:
            return sum([levels.get(principle, 0) for principle in scene.tests])
        return Fraction(sum(levels.values()), len(levels)) if levels else 0
