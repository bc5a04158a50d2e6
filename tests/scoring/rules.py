"""Rules to test with: the shipped ones, and short ways to write talks."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

from scoring.codes import Code, CodeUse
from scoring.keyclient import Evidence, Rulebook
from scoring.principles import Principle
from scoring.rubric import Rubric
from scoring.talk import Fact, Outcome, Talk, Turn
from simulator.scenario.rubrics import parse_rubric
from simulator.scenario.rulebooks import parse_rulebook

BASE: Final = Path(__file__).parents[2] / "scenarios" / "base"


@cache
def rulebook() -> Rulebook:
    """Return the shipped rulebook."""
    file = BASE / "rulebooks" / "key-clients.yaml"
    parsed = parse_rulebook(file.read_bytes(), file.name)
    assert parsed.rulebook is not None, parsed.findings
    return parsed.rulebook


@cache
def rubric() -> Rubric:
    """Return the shipped rubric."""
    file = BASE / "rubrics" / "business-above-ego.yaml"
    parsed = parse_rubric(file.read_bytes(), file.name)
    assert parsed.rubric is not None, parsed.findings
    return parsed.rubric


def codes(*written: str) -> tuple[CodeUse, ...]:
    """Read codes as scenarios write them: `ask_fact(share, competitor)`."""
    return tuple(_code(one) for one in written)


def _code(written: str) -> CodeUse:
    name, _, about = written.rstrip(")").partition("(")
    topics = tuple(topic.strip() for topic in about.split(",") if topic.strip())
    return CodeUse(Code(name), topics)


def turn(
    number: int,
    *written: str,
    scene: str = "talk",
    tests: str = "",
    learned: Sequence[str] = (),
    fruitless: bool = False,
    levels: Mapping[Principle, int] | None = None,
) -> Turn:
    """Write a turn; `tests` lists principles, as in `P1 P3`."""
    return Turn(
        number=number,
        scene=scene,
        tests=tuple(Principle(one) for one in tests.split()),
        codes=codes(*written),
        levels=levels or {},
        learned=tuple(learned),
        fruitless=fruitless,
    )


def talk(
    *turns: Turn, facts: Sequence[Fact] = (), outcome: Outcome | None = None
) -> Talk:
    """Write a talk."""
    return Talk(turns, tuple(facts), outcome)


def fact(
    name: str,
    *,
    needed: bool = True,
    given: bool = False,
    criterion: str | None = None,
    level: tuple[int, int] | None = None,
    stop: str | None = None,
) -> Fact:
    """Write a fact of the client's."""
    evidence = Evidence(level=level) if criterion else None
    return Fact(name, needed, given, criterion, evidence, stop)


def levels(**by_criterion: tuple[int, int] | int) -> dict[str, Evidence]:
    """Write evidence as levels: `levels(wallet=(3, 4), growth=2)`."""
    return {
        name: Evidence(level=(one, one) if isinstance(one, int) else one)
        for name, one in by_criterion.items()
    }


def values(**by_criterion: str) -> dict[str, Evidence]:
    """Write evidence as values: `values(wallet="96", growth="0.7..0.8")`."""
    found: dict[str, Evidence] = {}
    for name, written in by_criterion.items():
        low, _, high = written.partition("..")
        found[name] = Evidence(value=(Fraction(low), Fraction(high or low)))
    return found
