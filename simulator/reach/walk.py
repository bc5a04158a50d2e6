"""Play talks through the engine, each turn that many talks share only once.

The first turns of thousands of talks are the same, so positions that were come to
twice are kept in a tree: going there again costs a look-up. What the heads see of
a position does not depend on that. The engine's seed only fixes the order in which
replies are shown; so all talks share one, and the only head that goes by that order
is shown it by the seed of its own talk.
"""

from collections.abc import Hashable, Sequence
from fractions import Fraction
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from scoring.keyclient import Rulebook
from scoring.keyscore import JudgedForm, judged_forms
from scoring.rubric import Rubric
from scoring.talk import Outcome, Talk, Turn
from simulator import forms
from simulator.engine import (
    Answer,
    Choose,
    Event,
    Fill,
    Mode,
    Read,
    State,
    begin,
    offered,
    step,
    talk_of,
)
from simulator.engine.show import shuffled
from simulator.reach.chance import Chance
from simulator.reach.fills import VARIANTS, filled
from simulator.reach.heads import Head, wish
from simulator.reach.scorer import Scorer
from simulator.reach.trail import (
    FORM,
    Move,
    Paper,
    Signs,
    Spoken,
    Step,
    bits,
    retold,
    spoken,
)
from simulator.scenario.model import Reply, Scenario, Scene

ROOM: Final = 20_000
"""Positions kept at most."""
_REFILED: Final = -1_000_000
"""Numbers of forms handed in before a search begins stand below this one."""


class Witness(Protocol):
    """Looks on while talks are played."""

    def note_start(self, state: State, offers: Sequence[Reply]) -> None:
        """Note how talks begin."""

    def note(
        self, before: State, answer: Answer, after: State, offers: Sequence[Reply]
    ) -> None:
        """Note an answer, and what is on offer after it."""


class Position:
    """Where a talk stands, and what the heads can answer there."""

    __slots__ = ("children", "likes", "move", "offers", "once", "state", "step")

    def __init__(
        self, state: State, step: Step | None, offers: tuple[Reply, ...]
    ) -> None:
        self.state = state
        self.step = step
        """The turn that led here; None at the beginning."""
        self.move = Move("", "", state.scene) if step is None else _move(step, state)
        self.offers = offers
        self.children: dict[Hashable, Position] = {}
        self.once: set[Hashable] = set()
        """Answers that were given here once: what follows is not kept yet."""
        self.likes: dict[Head, tuple[Reply, ...]] = {}

    @property
    def over(self) -> bool:
        """True when nothing can be answered: at an ending, and at a dead end."""
        return not self.offers and not self.has_form

    @property
    def has_form(self) -> bool:
        """True when a form is to be filled in here."""
        state = self.state
        return state.ending is None and state.story.scenes[state.scene].form is not None


class Walked(Struct, frozen=True):
    """A talk that was played as far as it goes."""

    positions: tuple[Position, ...]
    """After each turn; the beginning first."""

    @property
    def last(self) -> Position:
        """Where it came to."""
        return self.positions[-1]

    def trail(self) -> list[Step]:
        """Its turns."""
        return [one.step for one in self.positions if one.step is not None]


class Walker:
    """Plays talks of one scenario."""

    def __init__(
        self,
        scenario: Scenario,
        rubric: Rubric,
        rulebook: Rulebook,
        seed: int = 1,
        witness: Witness | None = None,
    ) -> None:
        """Begin the talk that all plays share; a witness sees each answer once."""
        self.scenario, self.rubric, self.rulebook = scenario, rubric, rulebook
        self.scorer = Scorer(scenario, rubric, rulebook)
        self._witness = witness
        self._room = ROOM
        self._signs: Signs = {}
        self._spoken: dict[tuple[str, str, bool], Spoken] = {}
        self._papers: dict[Hashable, tuple[Fill, Paper]] = {}
        self._wishes = {head: _wishes(scenario, head) for head in Head}
        state, _ = begin(scenario, seed)
        self.start = Position(state, None, offered(state))
        if witness is not None:
            witness.note_start(state, self.start.offers)

    def play(self, head: Head, seed: int, limit: int) -> Walked:
        """Play a whole talk, or as many turns of it as the limit allows.

        Args:
            head: Who answers.
            seed: Fixes what he leaves to chance.
            limit: The most turns.
        """
        chance = Chance(head, seed)
        positions = [self.start]
        here = self.start
        while len(positions) <= limit and not here.over:
            here = self._answered(positions, head, seed, chance)
            positions.append(here)
        return Walked(tuple(positions))

    def after(self, here: Position, reply: Reply, *, keep: bool = False) -> Position:
        """Return where a reply leads."""
        known = here.children.get(reply.id)
        if known is not None:
            return known
        return self._child(here, reply.id, Choose(reply.id), None, keep)

    def handed_in(self, here: Position, head: Head, variant: int) -> Position:
        """Return where a form leads, filled in as a head does."""
        fill, paper = self._paper(here.state, head, variant)
        return self._child(here, paper.number, fill, paper, False)

    def fill_of(self, paper: Paper) -> Fill:
        """Return the answer that hands in a form which was handed in before."""
        return next(fill for fill, one in self._papers.values() if one is paper)

    def outcome(self, state: State) -> Outcome | None:
        """Return how a talk ended; None while it goes on."""
        return self.scenario.endings[state.ending].outcome if state.ending else None

    def stand(self, state: State) -> Position:
        """Return a position from which to play on: where a talk came to.

        Args:
            state: Of any talk of this scenario; its own words are held as replies that
                do what was heard in them.
        """
        choosing = replace(state, mode=Mode.CHOOSE)
        return Position(choosing, None, offered(choosing))

    def retold(self, events: Sequence[Event]) -> tuple[Step, ...]:
        """Return the turns of a talk that was played, as the scorer sees them.

        Args:
            events: All of the talk's, oldest first.
        """
        talk = talk_of(self.scenario, events)
        said = [(turn.number, self._retold(turn)) for turn in talk.turns]
        judged = judged_forms(talk, self.rulebook)
        papers = [(one.form.turn, self._refiled(one)) for one in judged]
        steps: list[tuple[int, Step]] = [*said, *papers]
        return tuple(step for _, step in sorted(steps, key=lambda one: one[0]))

    def _retold(self, turn: Turn) -> Spoken:
        number = len(self._spoken)
        scene = self.scenario.scenes[turn.scene]
        made = retold(number, scene, turn, self.rubric, self._signs)
        self._spoken["", str(number), turn.fruitless] = made
        return made

    def _refiled(self, judged: JudgedForm) -> Paper:
        scene = self.scenario.scenes[judged.form.scene]
        return Paper(_REFILED - judged.form.turn, scene, judged, bits(scene.tests))

    def _answered(
        self, positions: Sequence[Position], head: Head, seed: int, chance: Chance
    ) -> Position:
        here = positions[-1]
        if not here.offers:
            variant = chance.below(VARIANTS) if head is Head.RANDOM else 0
            return self.handed_in(here, head, variant)
        if head is Head.RANDOM:
            return self.after(here, chance.one(here.offers))
        if head is Head.FIRST:
            return self.after(here, _first(here, seed))
        if head not in here.likes:
            here.likes[head] = self._liked(positions, head)
        return self.after(here, chance.one(here.likes[head]))

    def _liked(self, positions: Sequence[Position], head: Head) -> tuple[Reply, ...]:
        """Return the replies on offer that a head likes most."""
        here = positions[-1]
        if head is Head.BEST:
            return self._best(positions)
        wishes, scene = self._wishes[head], here.state.scene
        liked = [wishes[scene, reply.id] for reply in here.offers]
        most = max(liked)
        pairs = zip(here.offers, liked, strict=True)
        return tuple([reply for reply, much in pairs if much == most])

    def _best(self, positions: Sequence[Position]) -> tuple[Reply, ...]:
        """Return the replies after which the talk so far scores most.

        By business above ego, then by the key-client rules, then by having not been
        said in this scene yet: who says the same again does not get on.
        """
        here, trail = positions[-1], Walked(tuple(positions)).trail()
        worths = [self._worth(here, reply, trail) for reply in here.offers]
        most = max(worths)
        pairs = zip(here.offers, worths, strict=True)
        return tuple([reply for reply, worth in pairs if worth == most])

    def _worth(
        self, here: Position, reply: Reply, trail: Sequence[Step]
    ) -> tuple[Fraction, Fraction, bool]:
        there = self.after(here, reply, keep=True)
        steps = [*trail, there.step] if there.step else trail
        scored = self.scorer.score(steps, there.state, self.outcome(there.state))
        fresh = f"{here.state.scene}.{reply.id}" not in here.state.used
        nothing = Fraction()
        return scored.business or nothing, scored.key_client or nothing, fresh

    def _child(
        self,
        here: Position,
        key: Hashable,
        answer: Answer,
        paper: Paper | None,
        keep: bool,
    ) -> Position:
        found = here.children.get(key)
        if found is not None:
            return found
        state, _ = step(here.state, answer)
        scene = self.scenario.scenes[here.state.scene]
        there = Position(state, paper or self._said(state, scene), offered(state))
        if self._witness is not None:
            self._witness.note(here.state, answer, state, there.offers)
        if (keep or key in here.once) and self._room:
            self._room -= 1
            here.children[key] = there
        here.once.add(key)
        return there

    def _said(self, state: State, scene: Scene) -> Spoken:
        read = state.latest[1]  # after the words themselves
        assert isinstance(read, Read)
        key = (scene.id, read.reply or "", read.fruitless)
        found = self._spoken.get(key)
        if found is None:
            reply = next(one for one in scene.replies if one.id == read.reply)
            number = len(self._spoken)
            made = spoken(
                number, scene, reply, read.fruitless, self.rubric, self._signs
            )
            found = self._spoken[key] = made
        return found

    def _paper(self, state: State, head: Head, variant: int) -> tuple[Fill, Paper]:
        key = (state.scene, head, variant, frozenset(state.known))
        if key not in self._papers:
            self._papers[key] = self._made(state, head, variant)
        return self._papers[key]

    def _made(self, state: State, head: Head, variant: int) -> tuple[Fill, Paper]:
        scene = self.scenario.scenes[state.scene]
        values = filled(head, variant, state, self.rulebook)
        fill = forms.handed_in(state, self.rulebook, values)
        number = -1 - len(self._papers)  # apart from those of replies
        return fill, _paper(number, scene, fill, state, self.rulebook)


def _paper(
    number: int, scene: Scene, fill: Fill, state: State, rulebook: Rulebook
) -> Paper:
    """Judge a form as the scorer will, once for all talks in which it is the same."""
    _, events = step(state, fill)
    story = state.story
    known = tuple(state.known)
    begun = begin(story, state.seed, carried=known)[1]
    (form,) = talk_of(story, (*begun, *events)).forms
    (judged,) = judged_forms(
        Talk((), talk_of(story, begun).facts, None, forms=(form,)), rulebook
    )
    return Paper(number, scene, judged, bits(scene.tests))


def _first(here: Position, seed: int) -> Reply:
    """Return the reply that stands first on the screen of a talk with this seed."""
    return shuffled(here.offers, replace(here.state, seed=seed))[0]


def _move(made: Step, state: State) -> Move:
    reply = FORM if isinstance(made, Paper) else made.reply.id
    return Move(made.scene.id, reply, state.ending or state.scene)


def _wishes(scenario: Scenario, head: Head) -> dict[tuple[str, str], int]:
    likes = wish(head)
    return {
        (scene.id, reply.id): likes(reply, place)
        for scene in scenario.scenes.values()
        for place, reply in enumerate(scene.replies)
    }
