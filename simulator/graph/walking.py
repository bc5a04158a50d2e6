"""Walk through a scenario at random, again and again the same way.

A head that knows nothing takes any reply that is on offer. It is enough to see
where talks pass; how well a scenario scores is another question.
"""

from hashlib import blake2b
from typing import Final

from msgspec import Struct

from scoring.forms.model import FormKind, Part
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


class Walk(Struct, frozen=True):
    """One talk that was played."""

    seed: int
    answers: tuple[Answer, ...]
    events: tuple[Event, ...]
    """Everything that happened."""
    state: State
    """Where it stands at last."""


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
