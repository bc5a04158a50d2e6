"""Put a talk and its scorecard into the words of a debrief."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from scoring.codes import CodeUse
from scoring.gather import Cap, CapReason, Opportunity, PrincipleResult
from scoring.keyclient import Rulebook
from scoring.principles import Principle
from scoring.rubric import Rubric
from scoring.scorecard import RED_FLAG_CAP, RedFlag, Scorecard
from simulator.engine import Event, Moment, history
from simulator.messages import N_
from simulator.reports.advice import advice
from simulator.reports.formnotes import form_note
from simulator.reports.model import (
    Debrief,
    OpportunityNote,
    OutcomeNote,
    PrincipleNote,
    RedFlagNote,
    TurnNote,
)
from simulator.reports.names import code_name, outcome_name
from simulator.reports.phrases import Phrase, phrase
from simulator.reports.rules import key_client_note
from simulator.reports.turns import Teller
from simulator.scenario.model import Ending, Scenario

_CAPS: Final[Mapping[CapReason, str]] = {
    CapReason.VIOLATION: N_("Held at 1 by turn {turn}: {what}. Never made good."),
    CapReason.GRAVE_VIOLATION: N_("Held at 0 by turn {turn}: {what}. Never made good."),
    CapReason.CIRCLING: N_("One level less for the same request again at turn {turn}."),
}


def debrief(
    scenario: Scenario,
    events: Sequence[Event],
    scorecard: Scorecard,
    rubric: Rubric,
    rulebook: Rulebook,
    language: str,
) -> Debrief:
    """Tell a talk turn by turn with reasons, then what it came to.

    Args:
        scenario: The one that the attempt was played on.
        events: All of the attempt's, oldest first.
        scorecard: What the scorer made of the same events.
        rubric: The one that the card was made with.
        rulebook: The one that the card was made with.
        language: Whose words of rubric and rulebook to use: `ru` or `en`.

    Raises:
        BadEventsError: The events are not a talk of this scenario.
    """
    moments = history(scenario, events)
    return debrief_of(scenario, moments, scorecard, rubric, rulebook, language)


def debrief_of(
    scenario: Scenario,
    moments: Sequence[Moment],
    scorecard: Scorecard,
    rubric: Rubric,
    rulebook: Rulebook,
    language: str,
) -> Debrief:
    """Tell a talk by its turns; see `debrief`.

    Args:
        scenario: The one that was played.
        moments: Its turns, numbered from 1 without a gap. One without words was not
            answered.
        scorecard: What the scorer made of the same answers.
        rubric: The one that the card was made with.
        rulebook: The one that the card was made with.
        language: Whose words of rubric and rulebook to use: `ru` or `en`.
    """
    teller = Teller(scenario, rubric, rulebook, language)
    turns = _turns(moments, scorecard, teller)
    ending = _ending(moments, scenario)
    score = scorecard.key_client
    return Debrief(
        title=scenario.title,
        turns=turns,
        outcome=_outcome(ending) if ending else None,
        business=scorecard.business,
        key_client=key_client_note(score, teller) if score else None,
        principles=tuple(
            _principle(result, turns, teller) for result in scorecard.principles
        ),
        red_flags=tuple(_flag(flag, turns, teller) for flag in scorecard.red_flags),
        capped=_capped(scorecard),
        circling=_circling(scorecard),
        fruitless=scorecard.circling,
        advice=advice(scorecard, turns, teller),
        lesson=scenario.debrief if ending else "",
        rewinds=scorecard.rewinds,
        validity=phrase(
            N_(
                "These scores have not been checked against human raters: take them "
                "as a mirror, not as a certificate."
            )
        ),
        versions=phrase(
            N_("Scored by: {rubric} {rubric_version}; {rulebook} {rulebook_version}."),
            rubric=rubric.title.get(language, rubric.id),
            rubric_version=rubric.version,
            rulebook=rulebook.title.get(language, rulebook.id),
            rulebook_version=rulebook.version,
        ),
    )


def _turns(
    moments: Sequence[Moment], card: Scorecard, teller: Teller
) -> tuple[TurnNote, ...]:
    ratings = {rated.turn.number: rated.ratings for rated in card.turns}
    circling = _circling(card)
    judged = card.key_client.forms if card.key_client else ()
    forms = {one.form.turn: form_note(one, teller) for one in judged}
    notes: list[TurnNote] = []
    for moment in moments:
        rated = ratings.get(moment.turn, ())
        note = teller.turn(moment, rated, circling=moment.turn in circling)
        form = forms.get(moment.turn)
        if form is not None:
            shown = teller.shown_by_form(_shown_at(card, moment.turn))
            note = replace(note, form=form, levels=shown)
        notes.append(note)
    return tuple(notes)


def _shown_at(card: Scorecard, turn: int) -> dict[Principle, int]:
    """Return what a form showed: principle → level."""
    return {
        result.principle: one.level
        for result in card.principles
        for one in result.opportunities
        if one.form and one.turn == turn
    }


def _circling(card: Scorecard) -> tuple[int, ...]:
    caps = card.of(Principle.P7).caps
    return tuple(cap.turn for cap in caps if cap.reason is CapReason.CIRCLING)


def _ending(moments: Sequence[Moment], scenario: Scenario) -> Ending | None:
    finished = moments[-1].finished if moments else None
    return scenario.endings[finished.ending] if finished else None


def _outcome(ending: Ending) -> OutcomeNote:
    return OutcomeNote(
        ending.id,
        ending.outcome,
        outcome_name(ending.outcome),
        ending.title,
        ending.text,
        ending.good,
    )


def _principle(
    result: PrincipleResult, turns: Sequence[TurnNote], teller: Teller
) -> PrincipleNote:
    principle = result.principle
    return PrincipleNote(
        principle=principle,
        title=teller.principle(principle),
        weight=teller.rubric.principles[principle].weight,
        level=result.level,
        opportunities=tuple(
            _opportunity(one, turns, teller) for one in result.opportunities
        ),
        caps=tuple(_cap(cap) for cap in result.caps),
    )


def _opportunity(
    one: Opportunity, turns: Sequence[TurnNote], teller: Teller
) -> OpportunityNote:
    return OpportunityNote(
        scene=one.scene,
        turn=one.turn,
        level=one.level,
        missed=one.rating is None and not one.form,
        sentence=teller.sentence(one.rating) if one.rating else "",
        text=_words(one.turn, turns),
    )


def _cap(cap: Cap) -> Phrase:
    return phrase(_CAPS[cap.reason], turn=cap.turn, what=code_name(cap.code, ()))


def _flag(flag: RedFlag, turns: Sequence[TurnNote], teller: Teller) -> RedFlagNote:
    code = teller.code(CodeUse(flag.code))
    return RedFlagNote(flag.turn, code, _words(flag.turn, turns))


def _capped(card: Scorecard) -> Phrase | None:
    if card.business == card.uncapped:
        return None
    return phrase(
        N_("A red flag holds the score at {most} at most."), most=int(RED_FLAG_CAP)
    )


def _words(turn: int, turns: Sequence[TurnNote]) -> str:
    """Return the trainee's words at a turn; turns are numbered without gaps."""
    return turns[turn - 1].text
