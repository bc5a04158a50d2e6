"""Replies never worth taking: a sibling brings at least as much, whatever happens.

The exact definition stands at `dominated`; docs/rehearsing.md gives it in words.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from scoring.codes import Code
from scoring.gather import CORRECTED_FROM, gather
from scoring.principles import Principle
from scoring.rubric import Rubric
from simulator.authoring.rehearsal.plays import Best
from simulator.reach.trail import Spoken, spoken
from simulator.scenario.model import Reply, Scenario, Scene


class Dominated(Struct, frozen=True):
    """A reply that is never worth taking."""

    scene: str
    reply: str
    by: str
    """The sibling that brings at least as much; the first of several."""


def dominated(
    scenario: Scenario, rubric: Rubric, best: Mapping[tuple[str, str], Best]
) -> tuple[Dominated, ...]:
    """Return the replies never worth taking, in the order of the file.

    A reply is one when a sibling in its scene

    1. is on offer wherever it is: under no `if` or the same, and not `once` alone;
    2. leads to the same place;
    3. does all that it does, with all topics; gives every fact and sets every flag;
    4. shows no lower level on any principle that the scene tests;
    5. brings something more: a level, a fact, a flag or an act; or it moves tempers
       otherwise, and the best talk with it scored more;
    6. was in some talk, and so was the reply, and the best talk with the reply scored
       more than the best with the sibling on neither score.

    Two kinds of replies are never one: those with a violation, which are there to
    tempt; and those that do less than the sibling, but well: level 3 or 4 on some
    principle that the scene tests. The second best is worth taking.

    Args:
        scenario: Its replies are looked at.
        rubric: Gives the levels.
        best: The best that came of talks in which a reply was given.
    """
    return tuple(
        Dominated(scene.id, reply.id, sibling)
        for scene in scenario.scenes.values()
        for reply, sibling in _pairs(scene, rubric, best)
    )


def _pairs(
    scene: Scene, rubric: Rubric, best: Mapping[tuple[str, str], Best]
) -> Iterator[tuple[Reply, str]]:
    sides = [
        _Side(scene, reply, rubric, best[scene.id, reply.id])
        for reply in scene.replies
        if (scene.id, reply.id) in best
    ]
    for one in sides:
        better = (other.reply.id for other in sides if one.poorer_than(other))
        sibling = None if one.tempts else next(better, None)
        if sibling is not None:
            yield one.reply, sibling


class _Side:
    """A reply held against its siblings."""

    def __init__(self, scene: Scene, reply: Reply, rubric: Rubric, best: Best) -> None:
        self.reply, self.best = reply, best
        made = spoken(0, scene, reply, False, rubric)
        self.tempts = any(rating.violation for rating in made.rated.ratings)
        self.levels = [_level(made, principle) for principle in scene.tests]
        effects = reply.effects
        self.brings = {*effects.learn, *effects.tell, *effects.flags}
        self.acts = _acts(reply)

    def poorer_than(self, other: "_Side") -> bool:
        """Tell whether a sibling brings at least as much, and something more."""
        mine, theirs = self.reply, other.reply
        levels = zip(self.levels, other.levels, strict=True)
        return (
            theirs.when in (None, mine.when)
            and (mine.once or not theirs.once)
            and mine.effects.to == theirs.effects.to
            and self.acts <= other.acts
            and self.brings <= other.brings
            and all(my_level <= their_level for my_level, their_level in levels)
            and self._scores_no_more(other)
            and self._brings_less(other)
            and not (self.acts < other.acts and self._is_good)
        )

    @property
    def _is_good(self) -> bool:
        return any(level >= CORRECTED_FROM for level in self.levels)

    def _brings_less(self, other: "_Side") -> bool:
        mine = (self.levels, self.brings, self.acts)
        if mine != (other.levels, other.brings, other.acts):
            return True
        moods = self.reply.effects.shifts, other.reply.effects.shifts
        return moods[0] != moods[1] and not other._scores_no_more(self)

    def _scores_no_more(self, other: "_Side") -> bool:
        mine, theirs = self.best, other.best
        return mine.business <= theirs.business and mine.key_client <= theirs.key_client


def _acts(reply: Reply) -> set[tuple[Code, str]]:
    """Return what a reply does, topic by topic; `none` is nothing."""
    return {
        (use.code, about)
        for use in reply.does
        if use.code is not Code.NONE
        for about in ("", *use.about)
    }


def _level(made: Spoken, principle: Principle) -> int:
    """Return the level that a scene shows where this was all that was said."""
    (opportunity,) = gather(principle, [made.rated]).opportunities
    return opportunity.level
