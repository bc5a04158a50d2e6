"""Which reply on offer would clearly have done better, and by what measure.

A moment is judged by what its scene tests: the mean of the levels there, by the
principles' weights, silence counting as a missed chance does. Where it tests
nothing, all that either reply puts in play is held against each other. Against a
violation, a reply without one that is no worse is clearly better; a reply that is
good already is left in peace.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.codes import RED_FLAGS, CodeUse
from scoring.gather import MISSED_CHANCE
from scoring.principles import Principle
from scoring.rubric import Rating, Rubric, rate
from simulator.scenario.model import Reply

CLEARLY: Final = Fraction(1)
"""By how many levels, on the mean, a reply must be better to be worth telling."""
GOOD: Final = 3
"""A reply that shows this level on all that was tested needs nothing better."""


class Better(Struct, frozen=True):
    """A reply that would have done better."""

    reply: Reply
    ratings: tuple[Rating, ...]


def better_reply(
    given: Sequence[Rating],
    others: Iterable[Reply],
    tests: Collection[Principle],
    rubric: Rubric,
) -> Better | None:
    """Return the best of the other replies when it is clearly better.

    A reply that violates a principle or raises a red flag is never recommended.

    Args:
        given: What the trainee's reply was rated.
        others: What else was on offer; the first of equals wins.
        tests: The principles that the scene tests; may be empty.
        rubric: Gives levels to codes, and weights to principles.
    """
    was = {one.principle: one.level for one in given}
    violated = any(one.violation for one in given)
    if not violated and tests and all(was.get(p, 0) >= GOOD for p in tests):
        return None
    best: Better | None = None
    most = Fraction(0) if violated else CLEARLY
    for reply in others:
        ratings = rate(rubric, reply.does, reply.levels)
        if not ratings or not _clean(reply.does, ratings):
            continue
        now = {rating.principle: rating.level for rating in ratings}
        gain = _gain(was, now, tests or {*was, *now}, rubric)
        if gain > most or (best is None and gain == most):
            best, most = Better(reply, ratings), gain
    return best


def _clean(codes: Iterable[CodeUse], ratings: Iterable[Rating]) -> bool:
    flagged = any(use.code in RED_FLAGS for use in codes)
    return not flagged and not any(rating.violation for rating in ratings)


def _gain(
    was: Mapping[Principle, int],
    now: Mapping[Principle, int],
    judged: Collection[Principle],
    rubric: Rubric,
) -> Fraction:
    """Return by how many levels, on the weighted mean, `now` is above `was`."""
    weights = {p: rubric.principles[p].weight for p in judged}
    total = sum(weights.values(), Fraction(0))
    if not total:
        return Fraction(0)
    gained = sum(
        (
            weight * (now.get(p, MISSED_CHANCE) - was.get(p, MISSED_CHANCE))
            for p, weight in weights.items()
        ),
        Fraction(0),
    )
    return gained / total
