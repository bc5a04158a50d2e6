"""How good the replies of a scene are, for rules about give-aways and dead weight."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from scoring.principles import Principle
from scoring.rubric import Rubric, rate
from simulator.scenario.model import Reply, Scene

GOOD: Final = 2
"""From this level on a reply serves a principle: below it, it fails it."""


def levels_of(reply: Reply, rubric: Rubric) -> Mapping[Principle, int]:
    """Return the level that a reply shows on each principle it touches, 0..4."""
    ratings = rate(rubric, reply.does, reply.levels)
    return {rating.principle: rating.level for rating in ratings}


def merit(reply: Reply, scene: Scene, rubric: Rubric) -> Fraction:
    """Return how good a reply is in its scene, 0..4.

    The mean of its levels on the principles that the scene tests, one that it does
    not touch counting nothing; where the scene tests none, of all that it touches.
    """
    levels = levels_of(reply, rubric)
    tested = scene.tests or tuple(levels)
    total = sum(levels.get(principle, 0) for principle in tested)
    return Fraction(total, len(tested)) if tested else Fraction()


def best_of(scene: Scene, rubric: Rubric) -> frozenset[str]:
    """Return the best replies of a scene; none where all are equally good."""
    merits = {reply.id: merit(reply, scene, rubric) for reply in scene.replies}
    top = max(merits.values(), default=Fraction())
    best = frozenset(name for name, value in merits.items() if value == top)
    return best if len(best) < len(merits) else frozenset()
