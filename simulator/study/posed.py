"""One drill before the trainee: a line, a reply, and what the reply was worth.

It is one turn of a talk: `step` takes it, `view` shows it, `score` scores it.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import floor
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard, score
from simulator.engine import Answer, Mode, State, View, moments, step, talk_of, view
from simulator.reports.model import TurnNote
from simulator.reports.turns import Teller
from simulator.sessions.hearing import Ears, Hearing
from simulator.study.grades import Grade, grade_of

_POINTS_A_LEVEL: Final = 25
"""The score of a talk goes to 100, a level to 4."""


class Told(Struct, frozen=True):
    """What a reply came to."""

    note: TurnNote
    """The turn as a debrief tells it."""
    level: int
    """0..4: the score of this one turn in levels, not rounded up."""

    @property
    def grade(self) -> Grade:
        """What the level is worth to the schedule."""
        return grade_of(self.level)


class Posed(Struct, frozen=True):
    """A drill that is being answered."""

    title: str
    context: tuple[str, ...]
    """What is known when the line is said, a paragraph each."""
    state: State
    """The moment before the reply."""
    rubric: Rubric
    rulebook: Rulebook
    ears: Ears
    beneath: str = ""
    """What lies beneath the objection, for afterwards."""
    then: str = ""
    """What the trainee said at this moment in the talk; empty where it is from none."""

    @property
    def view(self) -> View:
        """What may be shown before the reply."""
        return view(self.state)

    def warm(self) -> None:
        """Load the reader and read what is on offer, so that hearing is quick."""
        self.ears.warm(self.state)

    def hear(self, text: str) -> Hearing:
        """Hear the trainee's own words.

        Raises:
            SessionError: There is nothing in the words, or far too much.
        """
        return self.ears.hear(self.state, text)

    def answer(self, answer: Answer, language: str) -> Told:
        """Return what a reply comes to. Nothing changes: it may be asked again.

        Args:
            answer: What was chosen or said.
            language: Whose words of the rubric to use.

        Raises:
            EngineError: The answer is not possible here.
        """
        after, _ = step(self.state, answer)
        story = after.story
        card = turn_card(after, self.rubric, self.rulebook)
        moment = moments(story, (self.state, after))[0]
        teller = Teller(story, self.rubric, self.rulebook, language)
        note = teller.turn(moment, card.turns[0].ratings, circling=False)
        return Told(note, level_of(card) or 0)


def turn_card(after: State, rubric: Rubric, rulebook: Rulebook) -> Scorecard:
    """Score the last turn of a talk alone."""
    return score(talk_of(after.story, after.latest), rubric, rulebook)


def level_of(card: Scorecard) -> int | None:
    """Return a score in levels, 0..4, rounded down; None where nothing was at stake."""
    return None if card.business is None else floor(card.business / _POINTS_A_LEVEL)


def answering(state: State, mode: Mode, seed: int) -> State:
    """Return a moment to be answered in a mode, the replies in another order."""
    return replace(state, mode=mode, seed=seed)


def went_wrong(
    states: Sequence[State], rubric: Rubric, rulebook: Rulebook
) -> tuple[tuple[str, int], ...]:
    """Return the scenes and turns at which a talk went wrong.

    Those are the turns whose scene tests principles and whose words came to a level
    of 1 at most. Forms are left out: they are no line that one could say.

    Args:
        states: Those of the turns that count, the beginning first.
        rubric: What the talk is scored by.
        rulebook: What the talk is scored by.
    """
    found: list[tuple[str, int]] = []
    for turn, (before, after) in enumerate(pairwise(states), 1):
        scene = before.story.scenes[before.scene]
        if not scene.tests or scene.form is not None:
            continue
        level = level_of(turn_card(after, rubric, rulebook))
        if level is not None and grade_of(level) is Grade.AGAIN:
            found.append((before.scene, turn))
    return tuple(found)
