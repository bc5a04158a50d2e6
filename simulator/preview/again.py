"""Play the answers given so far on another version of the scenario."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from scoring.keyclient import Rulebook
from simulator import forms
from simulator.engine import (
    Answer,
    EngineError,
    Event,
    Fill,
    NoSuchPlaceError,
    Placed,
    Read,
    Started,
    State,
    answers,
    begun,
    step,
)
from simulator.messages import N_, NN_
from simulator.reports.phrases import Phrase, counted, phrase
from simulator.scenario.model import Scenario

_PLAYED: Final = NN_(
    "The file was read again, and {n} answer played again.",
    "The file was read again, and {n} answers played again.",
)
_NO_SCENE: Final = N_("There is no scene `{scene}` any more: begun anew.")


class Again(Struct, frozen=True):
    """A talk on the new text, as far as the old answers lead."""

    states: tuple[State, ...]
    events: tuple[Event, ...]
    note: Phrase
    """What became of the answers, in a sentence or two."""


def again(
    scenario: Scenario,
    rulebook: Rulebook,
    states: Sequence[State],
    old: Sequence[Event],
) -> Again:
    """Play a talk's answers again, up to the first that no longer fits.

    An answer fits when it is given in the same scene, is possible there, and comes
    to the same reply. Forms are judged anew. A talk that was put down somewhere is
    put down there again, without what the scenario no longer has.

    Args:
        scenario: The new one.
        rulebook: What its forms are judged by.
        states: The old talk's, the beginning first.
        old: Its events.
    """
    first = next(event for event in old if isinstance(event, Started))
    state, told = _begun(scenario, first)
    if first.placed is not None and first.placed.scene not in scenario.scenes:
        lost = phrase(_NO_SCENE, scene=first.placed.scene)
        return Again((state,), told, lost)
    found, events, stopped = [state], list(told), None
    given = answers(states[0].story, old)
    for before, after, answer in zip(states, states[1:], given, strict=False):
        following = _fitting(found[-1], before, after, answer, rulebook)
        if isinstance(following, Phrase):
            stopped = following
            break
        found.append(following)
        events += following.latest
    return Again(tuple(found), tuple(events), _note(len(found) - 1, stopped))


def _begun(scenario: Scenario, first: Started) -> tuple[State, tuple[Event, ...]]:
    """Begin as before, leaving out what the scenario no longer has."""
    while first.placed is not None:
        try:
            return begun(scenario, first)
        except NoSuchPlaceError as missing:
            first = replace(first, placed=_without(first.placed, missing))
    return begun(scenario, first)


def _without(placed: Placed, missing: NoSuchPlaceError) -> Placed | None:
    """Leave out one thing; without its scene there is no place at all."""
    name = missing.name
    match missing.kind:
        case "scene" if name == placed.scene:
            return None
        case "scene":
            kept = {k: n for k, n in placed.visits.items() if k != name}
            return replace(placed, visits=kept)
        case "meter":
            meters = {k: n for k, n in placed.meters.items() if k != name}
            return replace(placed, meters=meters)
        case "fact":
            return replace(placed, known=tuple(k for k in placed.known if k != name))
        case "reply":
            return replace(placed, chose=tuple(k for k in placed.chose if k != name))
        case "form":
            left = {k: form for k, form in placed.forms.items() if k != name}
            return replace(placed, forms=left)
        case _:
            return None


def _fitting(
    now: State, before: State, after: State, answer: Answer, rulebook: Rulebook
) -> State | Phrase:
    """Give an answer again; where it no longer fits, say why."""
    if now.ending is not None:
        return phrase(N_("the talk has ended with `{ending}`"), ending=now.ending)
    if now.scene != before.scene:
        return phrase(
            N_("the talk is in the scene `{scene}`, not in `{before}`"),
            scene=now.scene,
            before=before.scene,
        )
    if isinstance(answer, Fill):
        answer = forms.handed_in(now, rulebook, answer.values)
    was = _reply(after)
    misfit = phrase(
        N_("it is not possible in the scene `{scene}` now"), scene=now.scene
    )
    if was is not None:
        misfit = phrase(N_("the reply `{reply}` is not on offer now"), reply=was)
    try:
        following, _ = step(now, answer)
    except EngineError:
        return misfit
    return following if _reply(following) == was else misfit


def _reply(state: State) -> str | None:
    """Return the reply that the last answer came to."""
    return next((one.reply for one in state.latest if isinstance(one, Read)), None)


def _note(played: int, stopped: Phrase | None) -> Phrase:
    told = (
        counted(_PLAYED, played) if played else phrase(N_("The file was read again."))
    )
    if stopped is None:
        return told
    template = N_("{told} Answer {n} no longer fits: {why}.")
    return phrase(template, told=told, n=played + 1, why=stopped)
