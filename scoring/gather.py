"""From levels of single replies to the level of a principle over a whole talk.

Every scene names the principles it tests: an assessment-centre matrix of scenes
and principles. (docs/scoring.md, "Gathering".)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final

from scoring.codes import REQUESTS, Code
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle
from scoring.rubric import Rating
from scoring.talk import Turn
from scoring.terms import Term

MISSED_CHANCE: Final = 1
"""The level of a scene that tests a principle and was passed in silence on it."""
CORRECTED_FROM: Final = 3
"""A later reply of this level on the same principle makes a violation good."""
VIOLATION_CAP: Final = 1
GRAVE_CAP: Final = 0
GRAVE: Final = frozenset({Code.ATTACK, Code.THREATEN, Code.DECEIVE})
"""Violations that leave nothing of the principle unless they are made good."""


class CapReason(Term):
    """Why a principle's level was held down."""

    VIOLATION = "violation"
    """Held at 1."""
    GRAVE_VIOLATION = "grave-violation"
    """Held at 0: an attack, a threat, a deceit; or a slip of level 0 on a principle
    that no scene tested."""
    CIRCLING = "circling"
    """One level less."""


@dataclass(frozen=True, slots=True)
class RatedTurn:
    """A turn with the levels it shows."""

    turn: Turn
    ratings: tuple[Rating, ...]

    def on(self, principle: Principle) -> Rating | None:
        """Return the rating on one principle, or None where it was not in play."""
        for rating in self.ratings:
            if rating.principle is principle:
                return rating
        return None


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A scene that tests a principle, and what was made of it."""

    scene: str
    level: int
    """0..4, as the turn shows it; at most 1 where every try was a violation."""
    turn: int
    """The best try; where all were violations, the worst; for a missed chance,
    the first turn in the scene."""
    rating: Rating | None
    """None for a missed chance, and for a form."""
    form: bool = False
    """True for a form that was handed in: how right it is, is the level."""


@dataclass(frozen=True, slots=True)
class Cap:
    """What held a principle's level down."""

    reason: CapReason
    turn: int
    code: Code
    """The violation, or the request that was repeated."""


@dataclass(frozen=True, slots=True)
class PrincipleResult:
    """One principle over the whole talk."""

    principle: Principle
    level: Fraction | None
    """0..4; None when nothing put it to the test: not reached is never zero."""
    opportunities: tuple[Opportunity, ...]
    """In the order in which the scenes were first answered in."""
    caps: tuple[Cap, ...]

    @property
    def reached(self) -> bool:
        """True when the talk put the principle in play."""
        return self.level is not None

    @property
    def tested(self) -> bool:
        """True when a scene tested it; else only a slip can have put it in play."""
        return bool(self.opportunities)


def gather(
    principle: Principle,
    turns: Sequence[RatedTurn],
    forms: Sequence[Opportunity] = (),
) -> PrincipleResult:
    """Gather one principle from the turns of a talk, oldest first.

    The mean over the scenes that test it, each at the best of the tries there;
    then held at 1 by a violation that stands uncorrected, at 0 when that is an
    attack, a threat or a deceit; for P7, one level less for each repeated request.
    A principle that no scene tests is reached by such slips only.

    Args:
        principle: Which.
        turns: What was said, oldest first.
        forms: What the forms that test this principle showed.

    Returns:
        The level, 0..4, with what it stands on; None when not reached.

    Source:
        docs/scoring.md, rules G-1 to G-6 and G-10.
    """
    found = (*_opportunities(principle, turns), *forms)
    opportunities = tuple(sorted(found, key=lambda one: one.turn))
    caps = tuple(
        _cap(turn, rating, tested=bool(opportunities))
        for turn, rating in _standing(principle, turns)
    )
    circles = _circles(turns) if principle is Principle.P7 else ()
    level = _mean(opportunities)
    if level is None and (caps or circles):
        level = Fraction(MISSED_CHANCE)
    if level is not None:
        level = max(_held(level, caps) - len(circles), Fraction(LOWEST_LEVEL))
    return PrincipleResult(principle, level, opportunities, (*caps, *circles))


def level_of_form(share: Fraction) -> int:
    """Return the level that a form shows: four times how right it is, rounded.

    Source:
        docs/scoring.md, rule G-10.
    """
    return int(share * HIGHEST_LEVEL + Fraction(1, 2))


def _opportunities(
    principle: Principle, turns: Sequence[RatedTurn]
) -> tuple[Opportunity, ...]:
    scenes: dict[str, list[RatedTurn]] = {}
    for rated in turns:
        if principle in rated.turn.tests:
            scenes.setdefault(rated.turn.scene, []).append(rated)
    return tuple(_best(scene, tries, principle) for scene, tries in scenes.items())


def _best(scene: str, tries: Sequence[RatedTurn], principle: Principle) -> Opportunity:
    """Return what was made of a scene.

    A violation never counts as a try: a second slip must not look better than the
    first. Where there was nothing else, the worst slip is what was shown.
    """
    rated = _rated(principle, tries)
    fair = [one for one in rated if not one[1].violation]
    if fair:
        turn, rating = max(fair, key=lambda one: one[1].level)
        return Opportunity(scene, rating.level, turn, rating)
    if rated:
        turn, rating = min(rated, key=lambda one: one[1].level)
        return Opportunity(scene, min(rating.level, MISSED_CHANCE), turn, rating)
    return Opportunity(scene, MISSED_CHANCE, tries[0].turn.number, None)


def _rated(
    principle: Principle, turns: Sequence[RatedTurn]
) -> list[tuple[int, Rating]]:
    """Return turn number and rating wherever a principle was in play."""
    return [
        (rated.turn.number, rating)
        for rated in turns
        if (rating := rated.on(principle)) is not None
    ]


def _standing(
    principle: Principle, turns: Sequence[RatedTurn]
) -> list[tuple[int, Rating]]:
    """Return the violations that nothing later made good, oldest first."""
    standing: list[tuple[int, Rating]] = []
    for turn, rating in _rated(principle, turns):
        if rating.violation:
            standing.append((turn, rating))
        elif rating.level >= CORRECTED_FROM:
            standing.clear()
    return standing


def _cap(turn: int, rating: Rating, *, tested: bool) -> Cap:
    grave = [code for code in rating.breaches if code in GRAVE]
    nothing = grave or (not tested and rating.level == LOWEST_LEVEL)
    reason = CapReason.GRAVE_VIOLATION if nothing else CapReason.VIOLATION
    return Cap(reason, turn, (grave or list(rating.breaches))[0])


def _held(level: Fraction, caps: Sequence[Cap]) -> Fraction:
    for cap in caps:
        grave = cap.reason is CapReason.GRAVE_VIOLATION
        level = min(level, Fraction(GRAVE_CAP if grave else VIOLATION_CAP))
    return level


def _circles(turns: Sequence[RatedTurn]) -> tuple[Cap, ...]:
    """Return the turns that repeated a request and brought no reason."""
    return tuple(
        Cap(CapReason.CIRCLING, rated.turn.number, request)
        for rated in turns
        if rated.turn.fruitless
        for request in _requests(rated.turn)[:1]
    )


def _requests(turn: Turn) -> Sequence[Code]:
    return [use.code for use in turn.codes if use.code in REQUESTS]


def _mean(opportunities: Sequence[Opportunity]) -> Fraction | None:
    if not opportunities:
        return None
    return Fraction(sum(o.level for o in opportunities), len(opportunities))


def weighted(
    results: Sequence[PrincipleResult], weights: Mapping[Principle, Fraction]
) -> Fraction | None:
    """Return Σ weight × level / 4 over the principles reached, rescaled to 100.

    A principle that only a slip put in play counts where it lowers the result and
    nowhere else: begging must not lift a talk that went worse than begging.

    Returns:
        0..100; None when no principle was reached, or all that were weigh nothing.

    Source:
        docs/scoring.md, rule G-7.
    """
    reached = [(weights[r.principle], r.level, r.tested) for r in results]
    parts = [(w, n, tested) for w, n, tested in reached if n is not None]
    # Whole numbers of one size: a sum of fractions would reduce after every step.
    unit = lcm(*(w.denominator * n.denominator for w, n, _ in parts))
    total = earned = 0
    slips: list[tuple[Fraction, int, int]] = []
    for weight, level, tested in parts:
        weighs = weight.numerator * (unit // weight.denominator)
        counts = weighs * level.numerator // level.denominator
        if tested:
            total, earned = total + weighs, earned + counts
        else:
            slips.append((level, weighs, counts))
    for level, weighs, counts in sorted(slips, key=lambda slip: slip[0]):
        if not total or level.numerator * total < earned * level.denominator:
            total, earned = total + weighs, earned + counts
    return Fraction(earned * 100, HIGHEST_LEVEL * total) if total else None
