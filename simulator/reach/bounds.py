"""Between what the scores of any talk must lie, without playing any.

As if every condition could hold and every scene could be come to from every other:
wide, but never wrong. (docs/rehearsing.md, "The best and the worst score")
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.codes import REQUESTS, Code
from scoring.forms.model import FormKind
from scoring.gather import gather
from scoring.keyclient import Rulebook
from scoring.keyscore import (
    CRITERIA_PART,
    DECISION_PART,
    FACTS_PART,
    key_client_score,
)
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle
from scoring.rubric import Rubric
from scoring.talk import Talk, Turn
from simulator.engine import begin, talk_of
from simulator.reach.trail import Spoken, spoken
from simulator.scenario.model import Effects, Scenario, Scene


class Bounds(Struct, frozen=True):
    """Between what a score lies."""

    low: Fraction
    high: Fraction


ANYTHING: Final = Bounds(Fraction(0), Fraction(100))


def business_bounds(scenario: Scenario, rubric: Rubric) -> Bounds:
    """Return between what business above ego lies for every talk with an answer.

    The level of a principle is the mean over scenes that test it. The first scene is
    always among them; of the others those count that lift the mean, or lower it. A
    violation anywhere may take all. So with the principles: those that the first
    scene tests count always, the others where they lift the score, or lower it.
    """
    replies = {
        scene.id: [spoken(0, scene, reply, False, rubric) for reply in scene.replies]
        for scene in scenario.scenes.values()
    }
    first = scenario.scenes[scenario.start].tests
    best, worst = [], []
    for principle in Principle:
        weight = rubric.principles[principle].weight
        levels = _levels(scenario, replies, principle)
        if levels:
            always = principle in first
            best.append((always, weight, _mean(levels, scenario.start, 1)))
        harmed = _can_be_harmed(replies, principle)
        if levels or harmed:
            low = Fraction(LOWEST_LEVEL)
            low = low if harmed else _mean(levels, scenario.start, -1)
            worst.append((principle in first, weight, low))
    return Bounds(_score(worst, -1), _score(best, 1))


def key_client_bounds(scenario: Scenario, rulebook: Rulebook) -> Bounds:
    """Return between what the key-client score lies for every talk with an answer.

    At most every fact that anybody may give away is got, every criterion that any
    reply names is named, and the decision is right.
    """
    _, events = begin(scenario, 1)
    facts = talk_of(scenario, events).facts
    got = {fact for effects in _effects(scenario) for fact in effects.learn}
    got |= {fact for effects in _effects(scenario) for fact in effects.tell}
    named = tuple(
        use
        for scene in scenario.scenes.values()
        for reply in scene.replies
        for use in reply.does
        if use.code is Code.APPLY_RULE
    )
    turn = Turn(1, scenario.start, (), named, {}, tuple(sorted(got)), False)
    found = key_client_score(Talk((turn,), facts, None), rulebook)
    if found is None:
        return ANYTHING
    sheet = any(
        scene.form is not None and scene.form.kind is FormKind.KEY_CLIENT
        for scene in scenario.scenes.values()
    )
    earned = CRITERIA_PART if sheet else found.criteria.points
    possible = CRITERIA_PART + DECISION_PART
    if found.facts.points is not None:
        earned, possible = earned + found.facts.points, possible + FACTS_PART
    return Bounds(Fraction(0), (earned + DECISION_PART) * 100 / possible)


def _levels(
    scenario: Scenario, replies: Mapping[str, Sequence[Spoken]], principle: Principle
) -> dict[str, tuple[int, int]]:
    """Return the lowest and the highest level that each scene may show."""
    found: dict[str, tuple[int, int]] = {}
    for scene in scenario.scenes.values():
        if principle in scene.tests:
            shown = list(_shown(scene, replies[scene.id], principle))
            found[scene.id] = min(shown), max(shown)
    return found


def _shown(
    scene: Scene, replies: Sequence[Spoken], principle: Principle
) -> Iterator[int]:
    if scene.form is not None:
        yield from (LOWEST_LEVEL, HIGHEST_LEVEL)
    for one in replies:
        yield from (o.level for o in gather(principle, [one.rated]).opportunities)


def _can_be_harmed(
    replies: Mapping[str, Sequence[Spoken]], principle: Principle
) -> bool:
    """Tell whether any reply may hold a principle down beyond its own scene."""
    said = [one for some in replies.values() for one in some]
    if principle is Principle.P7 and any(
        use.code in REQUESTS for one in said for use in one.reply.does
    ):
        return True
    ratings = (one.rated.on(principle) for one in said)
    return any(rating is not None and rating.violation for rating in ratings)


def _mean(levels: Mapping[str, tuple[int, int]], start: str, sign: int) -> Fraction:
    """Return the highest mean (sign 1) or the lowest (sign -1) over any scenes."""
    ends = {scene: pair[1] if sign > 0 else pair[0] for scene, pair in levels.items()}
    taken = [ends.pop(start)] if start in ends else []
    for level in sorted(ends.values(), key=lambda one: -sign * one):
        if not taken or sign * level * len(taken) > sign * sum(taken):
            taken.append(level)
    return Fraction(sum(taken), len(taken))


def _score(parts: Sequence[tuple[bool, Fraction, Fraction]], sign: int) -> Fraction:
    """Return the highest or the lowest score over any principles."""
    weight = sum((w for always, w, _ in parts if always), Fraction())
    earned = sum((w * level for always, w, level in parts if always), Fraction())
    others = [(w, level) for always, w, level in parts if not always and w]
    for more, level in sorted(others, key=lambda one: -sign * one[1]):
        if not weight or sign * level * weight > sign * earned:
            weight, earned = weight + more, earned + more * level
    if not weight:
        return Fraction(100 if sign > 0 else 0)
    return earned * 100 / (HIGHEST_LEVEL * weight)


def _effects(scenario: Scenario) -> Iterator[Effects]:
    yield from (reaction.effects for reaction in scenario.reactions)
    for scene in scenario.scenes.values():
        yield from (reply.effects for reply in scene.replies)
        yield from (reaction.effects for reaction in scene.reactions)
        yield from (move.effects for move in (scene.form.then if scene.form else ()))
