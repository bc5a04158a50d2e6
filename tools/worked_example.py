"""Work the example of `docs/scoring.md` out anew, by the shipped rules.

The page holds what this writes, word for word; `tests/scoring` compares the two.
"""

import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from scoring.codes import Code, CodeUse
from scoring.gather import PrincipleResult, RatedTurn
from scoring.keyclient import (
    Assessment,
    Evidence,
    Rulebook,
    Sensitivity,
    assess,
    sensitivity,
)
from scoring.keyscore import KeyClientScore
from scoring.principles import Principle
from scoring.rubric import Rating
from scoring.scorecard import Scorecard, score, shown
from scoring.talk import Fact, Outcome, Talk, Turn
from simulator.packs import Library

CASE_ALONE: Final = {
    "wallet": Evidence(level=(3, 4)),
    "partnership": Evidence(level=(0, 2)),
}
"""What the case says: a very large client who calls when others fail him."""
FIGURES: Final = {
    "wallet": 4,
    "growth": 3,
    "margin": 3,
    "reference": 3,
    "complexity": 3,
    "partnership": 1,
    "trend": 2,
    "stability": 3,
}
"""Illustrative levels, ours."""


def _turn(
    number: int, scene: str, tests: str, *codes: CodeUse, learned: str = ""
) -> Turn:
    principles = tuple(Principle(one) for one in tests.split())
    facts = tuple(learned.split())
    return Turn(number, scene, principles, codes, {}, facts, fruitless=False)


TALK: Final = Talk(
    turns=(
        _turn(
            1,
            "opening",
            "P3",
            CodeUse(Code.ASK_FACT, ("share", "frequency")),
            learned="calls-us",
        ),
        _turn(
            2,
            "my-client",
            "P1 P2",
            CodeUse(Code.ACKNOWLEDGE),
            CodeUse(Code.BUSINESS_EFFECT),
        ),
        _turn(3, "stubborn", "P6", CodeUse(Code.ASK_PERMISSION)),
        _turn(
            4,
            "rules",
            "P4 P6",
            CodeUse(Code.STATE_STANCE),
            CodeUse(Code.APPLY_RULE, ("wallet", "growth")),
        ),
        _turn(5, "the-end", "P7", CodeUse(Code.PROPOSE_MEETING)),
    ),
    facts=(
        Fact("size", False, True, "wallet", CASE_ALONE["wallet"]),
        Fact("calls-us", True, False, "partnership", CASE_ALONE["partnership"]),
        Fact("margin", True, False, "margin", Evidence(level=(3, 3))),
    ),
    outcome=Outcome.MEETING,
)


def text() -> str:
    """Return the whole example as lines of plain text."""
    story = Library.shipped().load("client-x", "en")
    card = score(TALK, story.rubric, story.rulebook)
    parts = (_client(story.rulebook), _talk(card), _business(card))
    assert card.key_client is not None
    lines = [line for part in parts for line in (*part, "")]
    return "\n".join([*lines, *_key_client(card.key_client)]) + "\n"


def _client(rulebook: Rulebook) -> Iterator[str]:
    figures = {name: Evidence(level=(n, n)) for name, n in FIGURES.items()}
    yield "what is known of the client        points  status"
    yield _row("wallet 3-4, partnership 0-2", assess(rulebook, CASE_ALONE))
    yield _row("levels 4 3 3 3 3 1 2 3", assess(rulebook, figures))
    for one in sensitivity(rulebook, figures):
        yield _row(f"  {one.criterion.id} one lower", one)


def _row(what: str, result: Assessment | Sensitivity) -> str:
    return f"{what:<32}{result.points!s:>9}  {result.status}"


def _talk(card: Scorecard) -> Iterator[str]:
    yield "turn  tests  codes and what the rubric makes of them"
    for rated in card.turns:
        yield from _rated(rated)


def _rated(rated: RatedTurn) -> Iterator[str]:
    turn = rated.turn
    tests = " ".join(turn.tests)
    yield f"{turn.number:>4}  {tests:<5}  {' + '.join(map(str, turn.codes))}"
    for rating in rated.ratings:
        yield f"{'':13}{_rating(rating)}"


def _rating(rating: Rating) -> str:
    row = rating.row.id if rating.row else "the author"
    return f"{rating.principle} = {rating.level}  ({row})"


def _business(card: Scorecard) -> Iterator[str]:
    yield "principle  level  from"
    yield from (_level(result) for result in card.principles)
    assert card.business is not None
    yield f"business above ego: {shown(card.business, 2)}"


def _level(result: PrincipleResult) -> str:
    if result.level is None:
        return f"{result.principle:<9}      -  not reached"
    seen = ", ".join(f"{one.scene} {one.level}" for one in result.opportunities)
    return f"{result.principle:<9}{shown(result.level, 2):>7}  {seen}"


def _key_client(key: KeyClientScore) -> Iterator[str]:
    points, status = key.assessment.points, key.assessment.status
    facts = key.facts.points or Fraction()
    yield f"facts       {shown(facts, 1):>5}  missing: {', '.join(key.facts.missing)}"
    named = ", ".join(key.criteria.stated)
    yield f"criteria    {shown(key.criteria.points, 1):>5}  named: {named}"
    decision = f"{key.decision.outcome} at {points}, {status}"
    yield f"decision    {shown(key.decision.points, 1):>5}  {decision}"
    yield f"key-client rules: {shown(key.points, 1)}"


if __name__ == "__main__":
    sys.stdout.write(text())
