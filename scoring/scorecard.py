"""A talk → two scores with their evidence. The one door into scoring.

    card = score(talk, rubric, rulebook)

Same talk, same rubric, same rulebook: the same card. The scores are not
validated against human raters; whoever shows them says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from scoring.codes import RED_FLAGS, Code
from scoring.formulas import Exact
from scoring.gather import (
    CapReason,
    Opportunity,
    PrincipleResult,
    RatedTurn,
    gather,
    level_of_form,
    weighted,
)
from scoring.keyclient import Rulebook
from scoring.keyscore import (
    JudgedForm,
    KeyClientScore,
    judged_forms,
    key_client_points,
    key_client_score,
)
from scoring.principles import HIGHEST_LEVEL, Principle
from scoring.rubric import Rubric, rate
from scoring.talk import Outcome, Talk

RED_FLAG_CAP: Final = Fraction(40)
"""What a talk with a red flag can score at most."""


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A threat, a deceit or a bad deal."""

    turn: int
    code: Code


@dataclass(frozen=True, slots=True)
class Version:
    """Which rubric or rulebook a score was made with."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The one thing to do differently next time."""

    principle: Principle
    turn: int
    """Where it was served worst."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Two scores and everything they stand on."""

    business: Fraction | None
    """Business above ego, 0..100; None when no principle was reached."""
    uncapped: Fraction | None
    """The same without the cap of a red flag."""
    key_client: KeyClientScore | None
    """None while no answer has been given."""
    principles: tuple[PrincipleResult, ...]
    """P1..P8, those not reached included."""
    turns: tuple[RatedTurn, ...]
    red_flags: tuple[RedFlag, ...]
    circling: tuple[int, ...]
    """The turns that brought nothing new."""
    outcome: Outcome | None
    rewinds: int
    advice: Advice | None
    rubric: Version
    rulebook: Version

    def of(self, principle: Principle) -> PrincipleResult:
        """Return the result on one principle."""
        return next(r for r in self.principles if r.principle is principle)


@dataclass(frozen=True, slots=True)
class Points:
    """Both scores of a talk by themselves."""

    business: Fraction | None
    """0..100; None when no principle was reached."""
    key_client: Fraction | None
    """0..100; None while no answer has been given."""


def score(talk: Talk, rubric: Rubric, rulebook: Rulebook) -> Scorecard:
    """Score a talk, finished or not.

    Args:
        talk: The turns that count, oldest first, and the facts of the client.
        rubric: Codes → levels.
        rulebook: The key-client rules.

    Returns:
        Both scores with their evidence. Points and levels are exact fractions;
        `shown` rounds them for a screen.

    Source:
        docs/scoring.md.
    """
    turns, forms = _rated(talk, rubric), judged_forms(talk, rulebook)
    results = _results(turns, forms)
    uncapped = weighted(results, _weights(rubric))
    flags = _red_flags(turns)
    return Scorecard(
        business=held_down(uncapped, red_flag=bool(flags)),
        uncapped=uncapped,
        key_client=key_client_score(talk, rulebook, forms),
        principles=results,
        turns=turns,
        red_flags=flags,
        circling=tuple(t.number for t in talk.turns if t.fruitless),
        outcome=talk.outcome,
        rewinds=talk.rewinds,
        advice=_advice(results, rubric),
        rubric=Version(rubric.id, rubric.version),
        rulebook=Version(rulebook.id, rulebook.version),
    )


def points(talk: Talk, rubric: Rubric, rulebook: Rulebook) -> Points:
    """Return the two scores of `score` without what explains them."""
    turns, forms = _rated(talk, rubric), judged_forms(talk, rulebook)
    uncapped = weighted(_results(turns, forms), _weights(rubric))
    return Points(
        held_down(uncapped, red_flag=bool(_red_flags(turns))),
        key_client_points(talk, rulebook, forms),
    )


def _rated(talk: Talk, rubric: Rubric) -> tuple[RatedTurn, ...]:
    return tuple(
        [RatedTurn(turn, rate(rubric, turn.codes, turn.levels)) for turn in talk.turns]
    )


def _results(
    turns: Sequence[RatedTurn], forms: Sequence[JudgedForm]
) -> tuple[PrincipleResult, ...]:
    return tuple(
        [
            gather(principle, turns, shown_by_forms(forms, principle))
            for principle in Principle
        ]
    )


def _weights(rubric: Rubric) -> dict[Principle, Fraction]:
    return {principle: text.weight for principle, text in rubric.principles.items()}


def shown(points: Exact, digits: int = 0) -> Decimal:
    """Round points or a level for a screen, halves upwards."""
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def held_down(points: Fraction | None, *, red_flag: bool) -> Fraction | None:
    """Hold a score down to the cap of a red flag (docs/scoring.md, G-8)."""
    if points is None or not red_flag:
        return points
    return min(points, RED_FLAG_CAP)


def shown_by_forms(
    forms: Sequence[JudgedForm], principle: Principle
) -> list[Opportunity]:
    """Return what the forms that test a principle show on it."""
    return [
        Opportunity(
            one.form.scene, level_of_form(one.share), one.form.turn, None, form=True
        )
        for one in forms
        if principle in one.form.tests
    ]


def _red_flags(turns: Sequence[RatedTurn]) -> tuple[RedFlag, ...]:
    """Return each red flag once a turn, oldest first."""
    return tuple(
        RedFlag(rated.turn.number, code)
        for rated in turns
        for code in dict.fromkeys(use.code for use in rated.turn.codes)
        if code in RED_FLAGS
    )


def _advice(results: Sequence[PrincipleResult], rubric: Rubric) -> Advice | None:
    """Return the principle that cost most, and the turn where it was worst."""

    def loss(result: PrincipleResult) -> Fraction:
        level = Fraction(HIGHEST_LEVEL) if result.level is None else result.level
        return rubric.principles[result.principle].weight * (HIGHEST_LEVEL - level)

    worst = max(results, key=loss, default=None)
    if worst is None or not loss(worst):
        return None
    return Advice(worst.principle, _worst_turn(worst))


def _worst_turn(result: PrincipleResult) -> int:
    """Return the turn that cost most: the gravest cap, else the lowest level."""
    if result.caps:
        return min(result.caps, key=lambda cap: _GRAVEST.index(cap.reason)).turn
    return min(result.opportunities, key=lambda o: o.level).turn


_GRAVEST: Final = (
    CapReason.GRAVE_VIOLATION,
    CapReason.VIOLATION,
    CapReason.CIRCLING,
)
