"""A rulebook and a rubric small enough to reckon with in one's head."""

from fractions import Fraction
from typing import Final

from scoring.codes import Code
from scoring.keyclient import Criterion, Rulebook, Status, StopCriterion, StopEffect
from scoring.principles import Principle
from scoring.rubric import CodePattern, PrincipleText, Row, Rubric

RULEBOOK: Final = Rulebook(
    id="small",
    version="1",
    title={"en": "Small"},
    criteria=(
        Criterion(
            "size",
            {"en": "Size"},
            Fraction(60),
            bounds=(Fraction(10), Fraction(20), Fraction(30), Fraction(40)),
        ),
        Criterion(
            "noise",
            {"en": "Noise"},
            Fraction(40),
            bounds=(Fraction(8), Fraction(6), Fraction(4), Fraction(2)),
            reversed=True,
        ),
    ),
    stops=(
        StopCriterion("gone", {"en": "Gone"}, StopEffect.NOT_KEY),
        StopCriterion("odd", {"en": "Odd"}, StopEffect.FREEZE),
        StopCriterion("full", {"en": "Full"}, StopEffect.QUEUE),
    ),
    decisions={
        Status.KEY: frozenset({"transfer", "lead-together"}),
        Status.NOT_KEY: frozenset({"not-key"}),
        Status.NOT_ENOUGH_DATA: frozenset({"meeting", "collect-data"}),
    },
)


def row(
    name: str,
    when: str,
    level: int,
    *,
    principle: Principle = Principle.P3,
    violation: bool = False,
) -> Row:
    """Write a row; `when` as in `ask_fact:2 cite_fact`."""
    patterns = tuple(
        CodePattern(Code(code), int(about or 0))
        for code, _, about in (one.partition(":") for one in when.split())
    )
    return Row(name, patterns, principle, level, {"en": name}, violation)


def rubric(*rows: Row) -> Rubric:
    """Write a rubric in which all principles weigh the same."""
    anchors = tuple({"en": str(level)} for level in range(5))
    text = PrincipleText({"en": "One"}, Fraction(25, 2), anchors)
    texts = dict.fromkeys(Principle, text)
    return Rubric("small", "1", {"en": "Small"}, texts, rows)
