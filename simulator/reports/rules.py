"""Tell the key-client score: what each part stands on."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from scoring.keyscore import (
    CRITERIA_PART,
    DECISION_PART,
    FACTS_PART,
    CriteriaPart,
    DecisionPart,
    FactsPart,
    KeyClientScore,
)
from simulator.messages import N_, NN_
from simulator.reports.model import CriterionNote, FactNote, KeyClientNote, PartNote
from simulator.reports.names import outcome_name, status_named
from simulator.reports.numbers import whole
from simulator.reports.phrases import Phrase, counted, phrase
from simulator.reports.turns import Teller

_MISSING: Final = NN_(
    "{n} fact that the decision needs is missing: {names}.",
    "{n} facts that the decision needs are missing: {names}.",
)


def key_client_note(score: KeyClientScore, teller: Teller) -> KeyClientNote:
    """Tell the key-client score in its three parts."""
    points, status = score.assessment.points, score.assessment.status
    called = status_named(status, teller.rulebook, teller.language)
    missing = _facts(score.facts.missing, teller)
    stated = _criteria(score.criteria.stated, teller)
    return KeyClientNote(
        score=score.points,
        parts=(
            _part(
                "facts", score.facts.points, FACTS_PART, _fact_reason(score, missing)
            ),
            _part(
                "criteria",
                score.criteria.points,
                CRITERIA_PART,
                _criteria_reason(score.criteria, stated),
            ),
            _part(
                "decision",
                score.decision.points,
                DECISION_PART,
                _decision_reason(score.decision, called),
            ),
        ),
        obtained=_facts(score.facts.obtained, teller),
        missing=missing,
        criteria=stated,
        low=points.low,
        high=points.high,
        status=called,
        status_id=status,
        settling=_criteria(score.settling, teller),
    )


_TITLES: Final = {
    "facts": N_("Facts obtained"),
    "criteria": N_("Criteria named"),
    "decision": N_("Decision and status"),
}


def _part(
    part: str, points: Fraction | None, most: Fraction, reason: Phrase
) -> PartNote:
    return PartNote(part, phrase(_TITLES[part]), points, int(most), reason)


def _facts(ids: Iterable[str], teller: Teller) -> tuple[FactNote, ...]:
    return tuple(teller.fact(teller.scenario.client.facts[one]) for one in ids)


def _criteria(ids: Iterable[str], teller: Teller) -> tuple[CriterionNote, ...]:
    return tuple(CriterionNote(one, teller.criterion(one)) for one in ids)


def _fact_reason(score: KeyClientScore, missing: tuple[FactNote, ...]) -> Phrase:
    part: FactsPart = score.facts
    if part.points is None:
        return phrase(N_("This talk needs no facts."))
    if not missing:
        return phrase(N_("All the facts that the decision needs are there."))
    names = ", ".join(fact.name for fact in missing)
    return counted(_MISSING, len(missing), names=names)


def _criteria_reason(part: CriteriaPart, stated: tuple[CriterionNote, ...]) -> Phrase:
    if part.worksheet is not None and part.bent_at is None:
        return phrase(
            N_("The worksheet is right by {percent} %."),
            percent=whole(part.worksheet * 100),
        )
    if part.bent_at is not None:
        return phrase(
            N_("At turn {turn} the rules were bent, and not applied again since."),
            turn=part.bent_at,
        )
    if not stated:
        return phrase(N_("No criterion of the rulebook was named."))
    return phrase(N_("Named: {names}."), names=", ".join(one.name for one in stated))


def _decision_reason(part: DecisionPart, status: Phrase) -> Phrase:
    if part.outcome is None:
        return phrase(N_("Nothing is decided yet."))
    if not part.decided:
        return phrase(
            N_("“{outcome}” is no decision by the rules."),
            outcome=outcome_name(part.outcome),
        )
    fit = _fit(part, status)
    if part.forms is None:
        return fit
    filled = phrase(
        N_("The forms of the meeting are right by {percent} %."),
        percent=whole(part.forms * 100),
    )
    return Phrase("{fit} {filled}", {"fit": fit, "filled": filled})


def _fit(part: DecisionPart, status: Phrase) -> Phrase:
    """Tell whether the decision fits the status."""
    outcome = outcome_name(part.outcome) if part.outcome else ""
    template = (
        N_("“{outcome}” fits the status that the facts allow: {status}.")
        if part.consistent
        else N_("“{outcome}” does not fit the status that the facts allow: {status}.")
    )
    return phrase(template, outcome=outcome, status=status)
