"""Play answers that were written down, and say where they do not fit the talk."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from simulator.engine import (
    Answer,
    Choose,
    Event,
    NotOfferedError,
    Say,
    State,
    begin,
    step,
)
from simulator.messages import N_
from simulator.scenario import PlannedAnswer
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot
from simulator.scenario.model import Scenario
from simulator.scenario.spelling import nearest
from simulator.sessions import Ears, SessionError
from simulator.sessions.hearing import shipped_reader

NOT_ON_OFFER = error(
    "SCN841",
    N_("the reply `{value}` is not on offer now, in the scene `{scene}`"),
    N_("Did you mean `{nearest}`? On offer are: {known}."),
    N_("On offer are: {known}."),
)
TALK_OVER = error(
    "SCN842",
    N_("the talk is over: it ended with `{ending}` at the answer before"),
    N_("Delete this answer and those below it."),
)
WRONG_PLACE = error(
    "SCN843",
    N_("the talk is in the scene `{scene}`, not in `{value}`"),
    N_("Correct `at:`, or the answers before."),
)


@dataclass(frozen=True, slots=True)
class Played:
    """A talk played from written answers."""

    state: State
    """Where it stands after the last answer that fitted."""
    events: tuple[Event, ...]
    whole: bool
    """True when every answer fitted."""


def play(
    scenario: Scenario, seed: int, answers: Iterable[PlannedAnswer], report: Report
) -> Played:
    """Play answers one after the other, up to the first that does not fit.

    What does not fit is added to the report, at the answer's place in its file.
    """
    state, events = begin(scenario, seed)
    for answer in answers:
        following = _take(state, answer, report)
        if following is None:
            return Played(state, events, whole=False)
        state = following
        events += state.latest
    return Played(state, events, whole=True)


def _given(state: State, answer: PlannedAnswer) -> Answer:
    """Return a written answer; own words are heard as the game hears them."""
    if answer.reply is not None:
        return Choose(answer.reply)
    try:
        return _ears().hear(state, answer.say or "").answer()
    except SessionError:
        return Say(answer.say or "")


@cache
def _ears() -> Ears:
    return Ears(shipped_reader)


def _take(state: State, answer: PlannedAnswer, report: Report) -> State | None:
    place = Spot(answer.line, answer.column)
    if state.ending is not None:
        report.add(TALK_OVER, place, ending=state.ending)
        return None
    if answer.at is not None and answer.at != state.scene:
        report.add(WRONG_PLACE, place, scene=state.scene, value=answer.at)
        return None
    try:
        return step(state, _given(state, answer))[0]
    except NotOfferedError as refusal:
        report.add(
            NOT_ON_OFFER,
            place,
            value=refusal.reply,
            scene=refusal.scene,
            nearest=nearest(refusal.reply, refusal.offered),
            known=", ".join(refusal.offered),
        )
        return None
