"""The key-client score: were the facts got, the rules applied, the decision theirs?

Three parts of 40, 30 and 30 (docs/scoring.md, "Key-client rules"). Forms that were
handed in count within the second part (a worksheet) and the third (the others).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.codes import Code
from scoring.forms.judge import Circumstances, judge, share_of
from scoring.forms.model import FilledForm, FormKind
from scoring.forms.verdicts import Verdict
from scoring.keyclient import (
    Assessment,
    Evidence,
    Line,
    Rulebook,
    Status,
    StopEffect,
    assess,
    status_of,
    together,
    with_levels,
)
from scoring.talk import Fact, Outcome, Talk, Turn

FACTS_PART: Final = Fraction(40)
CRITERIA_PART: Final = Fraction(30)
DECISION_PART: Final = Fraction(30)
WHEN_FROZEN: Final = frozenset[str]({Outcome.FREEZE, Outcome.COLLECT_DATA})
"""All that may be decided while a stop-criterion says: look into it first."""
NOT_WHEN_QUEUED: Final = frozenset[str]({Outcome.TRANSFER})
"""What may not be decided while there is nobody free to take the client."""


@dataclass(frozen=True, slots=True)
class FactsPart:
    """Facts obtained before deciding."""

    points: Fraction | None
    """0..40; None when the scenario needs no fact."""
    obtained: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriteriaPart:
    """Criteria stated rightly."""

    points: Fraction
    """0..30."""
    stated: tuple[str, ...]
    """Ids of criteria of the rulebook that were named, in its order."""
    weight: Fraction
    """What they weigh together."""
    bent_at: int | None
    """The turn at which the rules were bent and not applied again since."""
    worksheet: Fraction | None = None
    """How right the worksheet is, 0..1; it then counts in place of what was named."""


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """A decision consistent with the status that the known facts allow."""

    points: Fraction
    """0 or 30; with forms, half for the decision and half for them."""
    outcome: Outcome | None
    """None while the talk goes on."""
    decided: bool
    """True when the outcome is a decision at all: some status or stop allows it."""
    consistent: bool
    allowed: tuple[str, ...]
    """The outcomes that the known facts allow, in alphabetical order."""
    forms: Fraction | None = None
    """How right agenda, decision and handover plan are, 0..1: the mean of those
    handed in; None when there was none."""


@dataclass(frozen=True, slots=True)
class JudgedForm:
    """A form that was handed in, with what is said of it."""

    form: FilledForm
    verdicts: tuple[Verdict, ...]
    share: Fraction
    """How right it is, 0..1."""


@dataclass(frozen=True, slots=True)
class KeyClientScore:
    """The second score with its reasons."""

    points: Fraction
    """0..100; the sum of the parts, rescaled when one does not apply."""
    facts: FactsPart
    criteria: CriteriaPart
    decision: DecisionPart
    assessment: Assessment
    """What the rules say on the facts known at the end."""
    settling: tuple[str, ...]
    """Criteria any one of which, once known, could give a status by itself."""
    settling_facts: tuple[str, ...] = ()
    """Facts still unknown any one of which would have given a status by itself."""
    forms: tuple[JudgedForm, ...] = ()
    """The forms handed in, oldest first."""


def key_client_score(
    talk: Talk, rulebook: Rulebook, forms: tuple[JudgedForm, ...] | None = None
) -> KeyClientScore | None:
    """Score a talk by the key-client rules.

    Args:
        talk: The turns that count, and the facts of the client.
        rulebook: The rules.
        forms: The talk's forms where they are judged already; None judges them.

    Returns:
        The score, or None while no answer has been given.
    """
    if not talk.turns and not talk.forms:
        return None
    forms = judged_forms(talk, rulebook) if forms is None else forms
    parts = _parts(talk, rulebook, forms)
    return KeyClientScore(
        points=_points(parts),
        facts=parts.facts,
        criteria=parts.criteria,
        decision=parts.decision,
        assessment=parts.assessment,
        settling=settling(rulebook, parts.assessment),
        settling_facts=_settling_facts(
            talk.facts, parts.known, rulebook, parts.assessment
        ),
        forms=forms,
    )


def key_client_points(
    talk: Talk, rulebook: Rulebook, forms: tuple[JudgedForm, ...]
) -> Fraction | None:
    """Return the points of `key_client_score` without what explains them.

    For scoring very many talks: what could have settled the status takes longest.
    """
    if not talk.turns and not talk.forms:
        return None
    return _points(_parts(talk, rulebook, forms))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the points are made of."""

    known: set[str]
    assessment: Assessment
    facts: FactsPart
    criteria: CriteriaPart
    decision: DecisionPart


def _parts(talk: Talk, rulebook: Rulebook, forms: tuple[JudgedForm, ...]) -> _Parts:
    said = {fact for turn in talk.turns for fact in turn.learned}
    known = said | {*talk.carried, *talk.brought}
    evidence, stops = known_evidence(talk.facts, known, rulebook)
    assessment = assess(rulebook, evidence, stops)
    return _Parts(
        known,
        assessment,
        _facts_part(talk.facts, known),
        _criteria_part(talk.turns, rulebook, forms),
        _decision_part(talk.outcome, assessment, rulebook, forms),
    )


def _points(parts: _Parts) -> Fraction:
    """Return 0..100: the sum of the parts, rescaled when one does not apply."""
    earned = parts.criteria.points + parts.decision.points + (parts.facts.points or 0)
    possible = CRITERIA_PART + DECISION_PART
    possible += 0 if parts.facts.points is None else FACTS_PART
    return earned * 100 / possible


def judged_forms(talk: Talk, rulebook: Rulebook) -> tuple[JudgedForm, ...]:
    """Judge the forms of a talk, each on what was known when it was handed in."""
    found: list[JudgedForm] = []
    for form in talk.forms:
        verdicts = judge(form, circumstances(talk.facts, form.known, rulebook))
        found.append(JudgedForm(form, verdicts, share_of(verdicts)))
    return tuple(found)


def circumstances(
    facts: Iterable[Fact], known: Collection[str], rulebook: Rulebook
) -> Circumstances:
    """Return what a form is judged by: the rules, and what the known facts say."""
    evidence, stops = known_evidence(facts, known, rulebook)
    fitting = allowed(rulebook, assess(rulebook, evidence, stops))
    return Circumstances(rulebook, evidence, stops, fitting)


def known_evidence(
    facts: Iterable[Fact], known: Collection[str], rulebook: Rulebook
) -> tuple[dict[str, Evidence], frozenset[str]]:
    """Gather what the known facts say: evidence by criterion, and stops that hold.

    Facts about one criterion are taken together (`scoring.keyclient.together`), so
    that knowing more never says less unless the sources contradict each other.

    Args:
        facts: The client's, in any order.
        known: Ids of those learned; those the trainee starts with count as known.
        rulebook: Its criteria; facts about others are passed over.
    """
    held = [fact for fact in facts if fact.given or fact.id in known]
    sources: dict[str, list[Evidence]] = {}
    for fact in held:
        if fact.criterion is not None and fact.evidence is not None:
            sources.setdefault(fact.criterion, []).append(fact.evidence)
    evidence = {
        one.id: together(one, sources[one.id])
        for one in rulebook.criteria
        if one.id in sources
    }
    return evidence, frozenset(fact.stop for fact in held if fact.stop is not None)


def settling(rulebook: Rulebook, now: Assessment) -> tuple[str, ...]:
    """Return the criteria any one of which, known exactly, could settle the status."""
    if now.status is not Status.NOT_ENOUGH_DATA:
        return ()

    between = rulebook.key_from - rulebook.not_key_below

    def settles(line: Line) -> bool:
        return any(
            status_of(rulebook, with_levels(now, line, (level, level)))
            is not Status.NOT_ENOUGH_DATA
            for level in range(line.levels[0], line.levels[1] + 1)
        )

    return tuple(
        line.criterion.id
        for line in now.lines
        if _may_settle(rulebook, now, line, between) and settles(line)
    )


def _may_settle(
    rulebook: Rulebook, now: Assessment, line: Line, between: Fraction
) -> bool:
    """Tell quickly that no level of a criterion can settle it: most cannot."""
    if line.levels[0] == line.levels[1]:
        return False
    low, high = now.points.low - line.points.low, now.points.high - line.points.high
    return (
        low + line.points.high >= rulebook.key_from
        or high + line.points.low < rulebook.not_key_below
        or high - low < between
    )


def allowed(rulebook: Rulebook, now: Assessment) -> frozenset[str]:
    """Return the outcomes that the known facts allow.

    Those of the rulebook for the status; but while a stop-criterion asks to look
    into something first, only that, and while nobody is free, no transfer.

    Source:
        docs/scoring.md, rule S-3.
    """
    effects = {stop.effect for stop in now.stops}
    if StopEffect.FREEZE in effects:
        return WHEN_FROZEN
    outcomes = rulebook.decisions.get(now.status, frozenset[str]())
    return outcomes - NOT_WHEN_QUEUED if StopEffect.QUEUE in effects else outcomes


def _settling_facts(
    facts: Sequence[Fact], known: set[str], rulebook: Rulebook, now: Assessment
) -> tuple[str, ...]:
    if now.status is not Status.NOT_ENOUGH_DATA:
        return ()

    def status_with(fact: Fact) -> Status:
        evidence, stops = known_evidence(facts, known | {fact.id}, rulebook)
        return assess(rulebook, evidence, stops).status

    return tuple(
        fact.id
        for fact in facts
        if not fact.given
        and fact.id not in known
        and (
            fact.criterion is not None or fact.stop is not None
        )  # the rest say nothing
        and status_with(fact) is not Status.NOT_ENOUGH_DATA
    )


def _facts_part(facts: Sequence[Fact], known: set[str]) -> FactsPart:
    needed = [fact.id for fact in facts if fact.needed and not fact.given]
    obtained = tuple(fact for fact in needed if fact in known)
    missing = tuple(fact for fact in needed if fact not in known)
    points = FACTS_PART * len(obtained) / len(needed) if needed else None
    return FactsPart(points, obtained, missing)


def _criteria_part(
    turns: Sequence[Turn], rulebook: Rulebook, forms: Iterable[JudgedForm]
) -> CriteriaPart:
    named: set[str] = set()
    bent_at: int | None = None
    for turn in turns:
        for use in turn.codes:
            if use.code is Code.APPLY_RULE and use.about:
                named.update(use.about)
                bent_at = None
        if any(use.code is Code.BEND_RULE for use in turn.codes):
            bent_at = turn.number
    stated = [c for c in rulebook.criteria if c.id in named]
    weight = sum((c.weight for c in stated), Fraction())
    share = min(Fraction(1), weight / rulebook.stated_weight)
    sheet = _worksheet(forms)
    if sheet is not None:
        share = sheet.share
        bent_at = bent_at if bent_at and bent_at > sheet.form.turn else None
    points = Fraction() if bent_at is not None else CRITERIA_PART * share
    ids = tuple(c.id for c in stated)
    return CriteriaPart(points, ids, weight, bent_at, sheet.share if sheet else None)


def _worksheet(forms: Iterable[JudgedForm]) -> JudgedForm | None:
    """Return the worksheet handed in last."""
    sheets = [one for one in forms if one.form.kind is FormKind.KEY_CLIENT]
    return sheets[-1] if sheets else None


def _decision_part(
    outcome: Outcome | None,
    now: Assessment,
    rulebook: Rulebook,
    forms: Iterable[JudgedForm],
) -> DecisionPart:
    fitting = allowed(rulebook, now)
    decisions = WHEN_FROZEN.union(*rulebook.decisions.values())
    shares = [one.share for one in forms if one.form.kind is not FormKind.KEY_CLIENT]
    filled = sum(shares, Fraction()) / len(shares) if shares else None
    right = Fraction(outcome in fitting)
    return DecisionPart(
        points=DECISION_PART * (right if filled is None else (right + filled) / 2),
        outcome=outcome,
        decided=outcome in decisions,
        consistent=outcome in fitting,
        allowed=tuple(sorted(fitting)),
        forms=filled,
    )
