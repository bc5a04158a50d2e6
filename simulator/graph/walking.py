"""Walk through a scenario at random, again and again the same way.

A head that knows nothing takes any reply that is on offer. It is enough to see
where talks pass; how well a scenario scores is another question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from hashlib import blake2b
from typing import Final, Protocol

from scoring.forms import FormKind, Part
from scoring.keyclient import Rulebook
from simulator import forms
from simulator.engine import (
    Answer,
    Choose,
    Event,
    Fill,
    State,
    begin,
    offered,
    step,
)
from simulator.scenario.model import Form, Scenario

LONGEST: Final = 200
"""Answers after which a walk is left, as in a circle without patience."""


@dataclass(frozen=True, slots=True)
class Passing:
    """How often talks come by."""

    plays: int
    """How many talks were played."""
    share: Mapping[str, Fraction]
    """Scene or ending → the share of talks that came to it, 0..1."""

    def of(self, node: str) -> Fraction:
        """Return the share of talks that come to a scene or an ending."""
        return self.share.get(node, Fraction())


class Heads(Protocol):
    """Whoever can play a scenario many times: simulated heads of sales."""

    def passing(self, scenario: Scenario, plays: int) -> Passing:
        """Play a scenario so many times; tell how often each scene was passed."""
        ...


@dataclass(frozen=True, slots=True)
class Walk:
    """One talk that was played."""

    seed: int
    answers: tuple[Answer, ...]
    events: tuple[Event, ...]
    """Everything that happened."""
    state: State
    """Where it stands at last."""

    @property
    def passed(self) -> frozenset[str]:
        """The scenes that it came to, and its ending."""
        scenes = {name for name in self.state.story.scenes if name in self.state.visits}
        return frozenset(scenes | ({self.state.ending} if self.state.ending else set()))


@dataclass(frozen=True, slots=True)
class RandomHeads:
    """Heads that answer at random, the seeds counted up from a first one."""

    rulebook: Rulebook
    """What forms are judged by."""
    seed: int = 1

    def passing(self, scenario: Scenario, plays: int) -> Passing:
        """Play a scenario so many times; tell how often each scene was passed."""
        came: dict[str, int] = {}
        for seed in range(self.seed, self.seed + plays):
            for name in sorted(walk(scenario, seed, self.rulebook).passed):
                came[name] = came.get(name, 0) + 1
        return Passing(plays, {name: Fraction(n, plays) for name, n in came.items()})


def walk(scenario: Scenario, seed: int, rulebook: Rulebook) -> Walk:
    """Play one talk at random, up to its end or 200 answers.

    Args:
        scenario: What is played.
        seed: The same seed takes the same way.
        rulebook: What forms are judged by.
    """
    state, events = begin(scenario, seed)
    told = list(events)
    answers: list[Answer] = []
    while state.ending is None and len(answers) < LONGEST:
        answer = _answer(state, rulebook)
        if answer is None:
            break
        state, events = step(state, answer)
        answers.append(answer)
        told += events
    return Walk(seed, tuple(answers), tuple(told), state)


def _answer(state: State, rulebook: Rulebook) -> Answer | None:
    """Answer at random; None where nothing is on offer."""
    form = state.story.scenes[state.scene].form
    if form is not None:
        return _filled(state, form, rulebook)
    replies = offered(state)
    return Choose(replies[_draw(state, len(replies))].id) if replies else None


def _filled(state: State, form: Form, rulebook: Rulebook) -> Fill:
    """Hand in a form: every second time as it should be, else nearly empty."""
    right = _draw(state, 2) == 1
    if form.kind is FormKind.DECISION:
        options = tuple(form.offers["options"])
        option = options[_draw(state, len(options), "option")]
        if not right:
            return forms.handed_in(state, rulebook, {Part.OPTION: option})
        values = forms.as_expected(state, rulebook, option)
        return forms.handed_in(state, rulebook, values)
    values = forms.as_expected(state, rulebook) if right else {}
    return forms.handed_in(state, rulebook, values)


def _draw(state: State, among: int, about: str = "") -> int:
    """Draw a number below `among`, fixed by the seed and the turn."""
    salt = f"{state.seed}/{state.turn}/{about}".encode()
    return int.from_bytes(blake2b(salt, digest_size=8).digest()) % among
