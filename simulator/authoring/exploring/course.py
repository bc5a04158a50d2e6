"""What can happen in a scenario and what never does, with proof.

That something happens is shown by a talk in which it does. That it never happens
is told only when all states were gone through: those of the scenario, or, where
these are too many, those of the same scenario with most conditions left out.
Talks that were played already show much of it, so that less is left to look for.
"""

from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from functools import cached_property
from typing import Final

from msgspec import Struct

from simulator.authoring.exploring.bare import bare, patient
from simulator.authoring.exploring.easing import Easing
from simulator.authoring.exploring.fair import Least, Near
from simulator.authoring.exploring.leads import Distances, led_to
from simulator.authoring.exploring.plain import believed, is_plain
from simulator.authoring.exploring.questions import (
    Tracked,
    forms_asked,
    tracked,
)
from simulator.authoring.exploring.safety import is_safe
from simulator.authoring.exploring.stuck import Stuck, dead_ends, endless
from simulator.authoring.exploring.talk import Talk
from simulator.authoring.exploring.walk import Walk, seer_of_all
from simulator.authoring.exploring.watch import BOTH
from simulator.scenario.guards import Guard, Moment, guards
from simulator.scenario.model import Scenario

LIMIT: Final = 2_000
"""So many answers are given to explore a scenario, if it does not end before."""
GLANCE: Final = 800
"""So many are enough where it is plain that nobody can get stuck: what was not seen
by then is looked into by itself."""
SECOND_GLANCE: Final = 120
"""So many are, where talks that were played have shown most of it."""
HASTE: Final = 600
"""So many more to come to where all is said, in a scenario that has more states."""
PROOF: Final = 2_000
"""So many more to prove that one thing never happens, as it seems."""
PROOFS: Final = 3_000
"""So many to prove all that seems so."""


class Course(Struct, frozen=True):
    """What can and what cannot happen in a scenario."""

    states: int
    """How many states with different futures were found."""
    complete: bool
    """True when they are all there are."""
    scenes: frozenset[str]
    """Scenes that some talk came to."""
    endings: frozenset[str]
    """Endings that some talk came to, but for that of patience."""
    offered: frozenset[tuple[str, str]]
    """Scene and reply of all that was on offer."""
    outcomes: Mapping[Guard, frozenset[bool]]
    """How each condition came out: not asked, one way, or both."""
    dead_ends: tuple[Stuck, ...]
    """States with nothing on offer and no ending; one for each scene."""
    endless: tuple[Stuck, ...]
    """States from which no ending can be reached; one for each scene."""
    always: tuple[Guard, ...] = ()
    """Conditions that are asked and can only hold."""
    never: tuple[Guard, ...] = ()
    """Conditions that are asked and cannot hold."""
    lost: tuple[str, ...] = ()
    """Scenes and endings that some `to:` leads to and no talk can come to."""


class Outline(Struct, frozen=True):
    """All of a scenario that decides what can happen; translations share it."""

    bare: Scenario
    guards: tuple[Guard, ...]


def outline(story: Scenario) -> Outline:
    """Return what decides how talks can go."""
    return Outline(bare(story), tuple(guards(story)))


def course(
    story: Scenario | Outline, limit: int = LIMIT, talks: Sequence[Talk] = ()
) -> Course:
    """Explore a scenario.

    Pure, and the same on every machine: it plays through the engine with a fixed
    seed and counts answers, not time.

    Args:
        story: A checked scenario, or its outline.
        limit: How many answers are given at most in exploring.
        talks: Talks of this scenario, or of a translation with the same outline.
    """
    plan = story if isinstance(story, Outline) else outline(story)
    return _Explorer(plan, limit, talks).course()


class _Explorer:
    """Explores one scenario, then proves what it suspects."""

    def __init__(self, plan: Outline, limit: int, talks: Sequence[Talk]) -> None:
        self._story, self._bare, self._limit = plan.bare, patient(plan.bare), limit
        self._steering = [one for one in plan.guards if one.steers]
        told = tracked(self._steering, self._bare)
        self._safe = is_safe(self._bare)
        most, enough = limit, None
        if self._safe:
            glance = SECOND_GLANCE if talks else GLANCE
            most, enough = min(limit, glance), seer_of_all(self._story)
        self._walk = Walk(self._bare, told, plan.guards, most, enough, talks=talks)
        self._easing, self._distances = Easing(self._bare), Distances(self._bare)
        self._told = told
        self._left = PROOFS
        self._least = sum(len(one.replies) for one in self._bare.scenes.values())
        """So many answers a proof takes at least: each reply once."""

    def course(self) -> Course:
        """Gather what was found."""
        walk = self._walk
        seen = {
            one: believed(self._story, one, how)
            for one, how in walk.watch.seen().items()
        }
        settled = {guard: seen[guard] for guard in self._one_way(seen)}
        return Course(
            states=len(walk.states),
            complete=walk.complete,
            scenes=frozenset(walk.scenes),
            endings=frozenset(walk.endings),
            offered=frozenset(walk.offered),
            outcomes=seen,
            dead_ends=tuple(self._stuck(dead_ends)),
            endless=tuple(self._stuck(endless)),
            always=tuple(one for one, how in settled.items() if how == {True}),
            never=tuple(one for one, how in settled.items() if how == {False}),
            lost=tuple(self._lost()),
        )

    def _stuck(
        self, of: Callable[[Walk, Scenario], Sequence[Stuck]]
    ) -> Iterator[Stuck]:
        """Yield a state of each scene in which a talk gets stuck in such a way."""
        told: set[str] = set()
        for walk in self._walks_to_the_end():
            for stuck in of(walk, self._story):
                if stuck.scene not in told:
                    told.add(stuck.scene)
                    yield stuck

    def _walks_to_the_end(self) -> Iterator[Walk]:
        """Yield the walks in which one gets stuck, if anywhere."""
        if not self._safe:
            yield self._walk
        if not self._safe and not self._walk.complete:
            yield self._hasty

    @cached_property
    def _hasty(self) -> Walk:
        """A walk to where all is said that can be said once."""
        limit = min(self._limit, HASTE)
        return Walk(self._bare, self._told, (), limit, queue=Least())

    def _one_way(self, seen: Mapping[Guard, frozenset[bool]]) -> Iterator[Guard]:
        """Yield the conditions of which it is sure that they come out one way."""
        asked = [one for one, how in seen.items() if how and how != BOTH]
        plain = [one for one in asked if is_plain(self._story, one)]
        yield from plain
        suspects = [one for one in asked if one not in plain]
        suspects.sort(key=lambda one: (not one.reply, not one.steers))
        if not self._walk.complete:
            for told, alike in self._alike(suspects):
                yield from self._proved(told, alike, seen)
            return
        sure = [one for one in suspects if self._told.knows_all(one, self._bare)]
        unsure = [one for one in suspects if one not in sure]
        yield from sure
        if unsure:
            told = tracked([*self._steering, *unsure], self._bare)
            again = Walk(self._bare, told, unsure, self._limit)
            how = again.watch.seen()
            yield from (one for one in unsure if again.complete and len(how[one]) == 1)

    def _alike(
        self, suspects: Iterable[Guard]
    ) -> Iterable[tuple[Tracked, list[Guard]]]:
        """Put together the conditions that need the same told apart: one walk does."""
        groups: dict[Hashable, tuple[Tracked, list[Guard]]] = {}
        for guard in suspects:
            beside = [guard]
            if guard.moment is Moment.FILLING:
                beside += self._of_form(guard.scene)
            told = self._with_reactions(beside)
            groups.setdefault(told.key(), (told, []))[1].append(guard)
        return groups.values()

    def _proved(
        self, told: Tracked, guards: list[Guard], seen: Mapping[Guard, frozenset[bool]]
    ) -> Iterator[Guard]:
        """Yield the conditions that cannot come out another way than they did."""
        if self._left < self._least:
            return
        places = set(filter(None, map(_place, guards)))
        walk = self._eased(told, guards, places, lambda walk: not walk.watch.left)
        if walk is not None:
            how = walk.watch.seen()
            yield from (one for one in guards if how[one] == seen[one])

    def _lost(self) -> Iterator[str]:
        """Yield the scenes and endings that something leads to and no talk does."""
        reached = self._walk.scenes | self._walk.endings
        if self._story.patience is not None:
            reached.add(self._story.patience.to)
        led = led_to(self._story)
        for name in (*self._story.scenes, *self._story.endings):
            if name in led and name not in reached and self._never_reached(name):
                yield name

    def _never_reached(self, name: str) -> bool:
        if self._walk.complete or self._left < self._least:
            return self._walk.complete

        def found(walk: Walk) -> bool:
            return name in walk.scenes or name in walk.endings

        told = self._with_reactions(self._leading_to(name))
        walk = self._eased(told, (), {name}, found)
        return walk is not None and not found(walk)

    def _eased(
        self,
        told: Tracked,
        watched: Sequence[Guard],
        places: Collection[str],
        refuted: Callable[[Walk], bool],
    ) -> Walk | None:
        """Go through an eased scenario; None when it is too large for that.

        Args:
            told: What is told apart.
            watched: Conditions whose outcomes are kept.
            places: Scenes and endings where what refutes it may happen.
            refuted: Tells when it has.
        """
        walk = Walk(
            self._easing.eased(told),
            told,
            watched,
            min(self._left, PROOF),
            refuted,
            proves=True,
            queue=Near(self._distances.to(places)) if places else None,
        )
        self._left -= walk.given
        return walk if walk.complete else None

    def _with_reactions(self, conditions: list[Guard]) -> Tracked:
        """Return what conditions ask about, and reactions where turns are counted."""
        told = self._with_forms(conditions)
        if told.counts_turns():
            reactions = [one for one in self._steering if "reactions" in one.path]
            told = self._with_forms([*conditions, *reactions])
        return told

    def _with_forms(self, conditions: list[Guard]) -> Tracked:
        """Return what conditions ask about, and what a form they ask about does."""
        told, before = tracked(conditions, self._bare), Tracked()
        while told.questions != before.questions:
            before = told
            for scene in forms_asked(told, self._bare):
                conditions = [*conditions, *self._of_form(scene)]
            told = tracked(conditions, self._bare)
        return told

    def _of_form(self, scene: str) -> list[Guard]:
        return [one for one in self._steering if one.path[1:3] == (scene, "then")]

    def _leading_to(self, name: str) -> list[Guard]:
        """Return the conditions on all that leads straight to a scene or an ending."""
        found: list[Guard] = []
        for scene in self._bare.scenes.values():
            there = {one.id for one in scene.replies if one.effects.to == name}
            found += [
                one
                for one in self._steering
                if one.reply and one.scene == scene.id and one.about in there
            ]
            moves = scene.form.then if scene.form else ()
            if any(move.effects.to == name for move in moves):
                found += self._of_form(scene.id)
        return found


def _place(guard: Guard) -> str:
    """Return the scene or the ending at which a condition is asked; empty for any."""
    return guard.about if guard.moment is Moment.ENDING else guard.scene
