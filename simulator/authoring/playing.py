"""Play answers that were written down, and say where they do not fit the talk."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from scoring.forms import read
from scoring.forms.model import Part
from scoring.keyclient import Rulebook
from simulator.authoring.exploring import Talk
from simulator.engine import (
    Answer,
    BadFormError,
    Choose,
    Event,
    Fill,
    FormExpectedError,
    NotOfferedError,
    Say,
    State,
    begin,
    step,
)
from simulator.messages import N_
from simulator.scenario.codes.rule import error
from simulator.scenario.findings import Report, Spot
from simulator.scenario.model import Scenario
from simulator.scenario.plays import PlannedAnswer
from simulator.scenario.spelling import nearest

if TYPE_CHECKING:
    from simulator.sessions.hearing import Ears

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


NO_FORM_HERE = error(
    "SCN848",
    N_("the scene `{scene}` has no form to fill in"),
    N_("Write `id:` or `say:`, or correct the answers before."),
)
FORM_HERE = error(
    "SCN849",
    N_("the scene `{scene}` waits for its form to be filled in"),
    N_("Write `fill:`."),
)
BAD_FORM = error(
    "SCN850",
    N_("the form of the scene `{scene}` does not take this: {value}"),
    N_("Write what it offers under `{part}`."),
)


class Played(Struct, frozen=True):
    """A talk played from written answers."""

    talk: Talk
    """As far as the answers fitted."""
    events: tuple[Event, ...]
    whole: bool
    """True when every answer fitted."""

    @property
    def state(self) -> State:
        """Where the talk stands after the last answer that fitted."""
        return self.talk.states[-1]


def play(
    scenario: Scenario,
    seed: int,
    answers: Iterable[PlannedAnswer],
    report: Report,
    *,
    rulebook: Rulebook | None = None,
    carried: tuple[str, ...] | None = None,
) -> Played:
    """Play answers one after the other, up to the first that does not fit.

    What does not fit is added to the report, at the answer's place in its file.

    Args:
        scenario: The one that is played.
        seed: Fixes the order of replies.
        answers: In their order.
        report: Takes the findings.
        rulebook: What forms are judged by; None: they are all wrong.
        carried: Facts brought from the talk that it continues.
    """
    state, events = begin(scenario, seed, carried=carried)
    states, given = [state], list[Answer]()
    planned = tuple(answers)
    for one in planned:
        taken = _take(states[-1], one, rulebook, report)
        if taken is None:
            break
        answer, state = taken
        given.append(answer)
        states.append(state)
        events += state.latest
    talk = Talk(tuple(states), tuple(given))
    return Played(talk, events, whole=len(given) == len(planned))


def _given(state: State, answer: PlannedAnswer, rulebook: Rulebook | None) -> Answer:
    """Return a written answer; own words are heard as the game hears them."""
    if answer.reply is not None:
        return Choose(answer.reply)
    if answer.fill is not None:
        return _filled(state, answer.fill, answer.as_expected, rulebook)
    return _said(state, answer.say or "")


def _said(state: State, words: str) -> Answer:
    from simulator.sessions.errors import SessionError

    try:
        return _ears().hear(state, words).answer()
    except SessionError:
        return Say(words)


def _filled(
    state: State,
    values: Mapping[str, object],
    as_expected: bool,
    rulebook: Rulebook | None,
) -> Answer:
    if rulebook is None:
        return Fill(values)
    from simulator import forms

    if as_expected:
        option = read.one(values, Part.OPTION) or None
        values = {**forms.as_expected(state, rulebook, option), **values}
    return forms.handed_in(state, rulebook, values)


@cache
def _ears() -> "Ears":
    from simulator.sessions.hearing import Ears, shipped_reader

    return Ears(shipped_reader)


def _take(
    state: State, answer: PlannedAnswer, rulebook: Rulebook | None, report: Report
) -> tuple[Answer, State] | None:
    place = Spot(answer.line, answer.column)
    if state.ending is not None:
        report.add(TALK_OVER, place, ending=state.ending)
        return None
    if answer.at is not None and answer.at != state.scene:
        report.add(WRONG_PLACE, place, scene=state.scene, value=answer.at)
        return None
    try:
        given = _given(state, answer, rulebook)
        return given, step(state, given)[0]
    except (BadFormError, FormExpectedError) as refusal:
        _report_form(state, answer, refusal, report)
        return None
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


def _report_form(
    state: State,
    answer: PlannedAnswer,
    refusal: BadFormError | FormExpectedError,
    report: Report,
) -> None:
    place = Spot(answer.line, answer.column)
    if isinstance(refusal, FormExpectedError):
        report.add(FORM_HERE, place, scene=state.scene)
    elif not refusal.part:
        report.add(NO_FORM_HERE, place, scene=state.scene)
    else:
        value = refusal.item or refusal.part
        report.add(BAD_FORM, place, scene=state.scene, value=value, part=refusal.part)
