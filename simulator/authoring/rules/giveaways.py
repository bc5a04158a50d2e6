"""What SCN861..865, SCN869 and SCN870 share: how often the best reply bears a sign.

A trainee who has seen that the longest reply is always right stops reading. For each
sign that shows without understanding a word, the scenes are counted in which the one
reply that bears it is among the best. If signs were given by lot, this count would
follow from the sizes of the scenes alone; a count that comes up in less than one case
in a hundred is a give-away.
"""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from math import comb, exp, fsum, log
from typing import Final

from simulator.authoring.spots import key_of
from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.findings import Report, Rule
from simulator.scenario.model import Reply

RARE: Final = Fraction(1, 100)
"""Up to this chance nobody puts it down to luck."""
MANY: Final = 80
"""So many scenes are counted exactly; the work grows with their square."""
REMEDY: Final = N_(
    "Change some of them: give another reply of the scene this sign, or take it from "
    "the best one."
)

Try = tuple[str, bool, Fraction]
"""A scene, whether its best reply bears the sign, and how likely that is by lot."""
Sign = Callable[[Sequence[Reply]], Reply | None]
"""Picks the one reply of a scene that bears a sign; None where not just one does."""


def count(rule: Rule, sign: Sign, story: Story, report: Report) -> None:
    """Count a sign over all scenes in which some replies are better than others."""
    if story.merits is None:
        return
    tries: list[Try] = []
    for scene in story.scenario.scenes.values():
        best = story.merits.best(scene)
        bearer = sign(scene.replies) if best else None
        if bearer is not None:
            share = share_of(len(best), len(scene.replies))
            tries.append((scene.id, bearer.id in best, share))
    _judge(rule, tries, story, report)


def count_shunned(
    rule: Rule, pattern: re.Pattern[str], story: Story, report: Report
) -> None:
    """Count the scenes in which none of the replies that bear a sign is a best one.

    Scenes in which all replies bear it, or none does, say nothing.
    """
    if story.merits is None:
        return
    tries: list[Try] = []
    for scene in story.scenario.scenes.values():
        best = story.merits.best(scene)
        bearers = {one.id for one in scene.replies if pattern.search(one.text)}
        if best and 0 < len(bearers) < len(scene.replies):
            share = _by_lot(len(bearers), len(best), len(scene.replies))
            tries.append((scene.id, best.isdisjoint(bearers), share))
    _judge(rule, tries, story, report)


@cache
def _by_lot(bearers: int, best: int, replies: int) -> Fraction:
    """Return the chance that no best reply is among those that a lot gave a sign."""
    return Fraction(comb(replies - best, bearers), comb(replies, bearers))


@cache
def share_of(some: int, of: int) -> Fraction:
    """Return a share; most scenes have the same few."""
    return Fraction(some, of)


def by_length(pick: Callable[[Sequence[int]], int]) -> Sign:
    """Return the sign of the reply with the most or the fewest characters."""

    def sign(replies: Sequence[Reply]) -> Reply | None:
        lengths = [len(reply.text) for reply in replies]
        extreme = pick(lengths)
        if lengths.count(extreme) != 1:
            return None
        return replies[lengths.index(extreme)]

    return sign


def only(pattern: re.Pattern[str]) -> Sign:
    """Return the sign of the only reply in whose text a pattern is found.

    Args:
        pattern: Written in small letters; capitals make no difference.
    """

    def sign(replies: Sequence[Reply]) -> Reply | None:
        found = [one for one in replies if pattern.search(one.text.casefold())]
        return found[0] if len(found) == 1 else None

    return sign


def _judge(
    rule: Rule,
    tries: Sequence[Try],
    story: Story,
    report: Report,
) -> None:
    hits = [scene for scene, hit, _ in tries if hit]
    if not hits or chance_of(len(hits), [share for *_, share in tries]) > RARE:
        return
    report.add(
        rule,
        key_of(story.document, "scenes", hits[0]),
        hits=len(hits),
        scenes=len(tries),
        expected=f"{fsum(float(share) for *_, share in tries):.1f}",
        known=", ".join(hits),
    )


def chance_of(hits: int, shares: Sequence[Fraction]) -> Fraction:
    """Return the chance of so many hits or more, each try having a chance of its own.

    Exact up to `MANY` tries; beyond, Chernoff's bound, which is never below it.

    Args:
        hits: At least so many.
        shares: The chance of each try, 0..1; tries do not depend on each other.
    """
    if len(shares) > MANY:
        mean = fsum(map(float, shares)) / len(shares)
        return _bound(hits / len(shares), mean, len(shares))
    # Whole numbers over one denominator: fractions would be shortened at every step.
    spread, whole = [1], 1
    for share in shares:
        hit, of = share.as_integer_ratio()
        spread = [
            missed * (of - hit) + met * hit
            for missed, met in zip((*spread, 0), (0, *spread), strict=True)
        ]
        whole *= of
    return Fraction(sum(spread[hits:]), whole)


def _bound(share: float, mean: float, tries: int) -> Fraction:
    """Bound the chance of such a share of hits, by how far it is from the mean."""
    if share <= mean or mean >= 1:
        return Fraction(1)
    if mean <= 0:
        return Fraction(0)
    far = share * log(share / mean)
    if share < 1:
        far += (1 - share) * log((1 - share) / (1 - mean))
    return Fraction(exp(-tries * far))
