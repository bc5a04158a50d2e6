"""The key-client worksheet: criteria × the facts learned, then a status."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scoring.forms import read
from scoring.forms.model import Part, Values
from scoring.forms.read import Levels
from scoring.forms.verdicts import HALF, RIGHT, WRONG, Verdict, Why
from scoring.keyclient import Assessment, Evidence, assess, levels_of
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from scoring.rulebook import Criterion, Rulebook

ANYTHING = (LOWEST_LEVEL, HIGHEST_LEVEL)
"""What no data leaves open."""


def running(rulebook: Rulebook, values: Values, stops: frozenset[str]) -> Assessment:
    """Apply the rulebook to the levels that stand in a worksheet so far."""
    given = {
        name: read.levels(v) for name, v in read.pairs(values, Part.LEVELS).items()
    }
    evidence = {name: Evidence(level=v) for name, v in given.items() if v is not None}
    return assess(rulebook, evidence, stops)


def judge(
    values: Values,
    rulebook: Rulebook,
    evidence: Mapping[str, Evidence],
    stops: frozenset[str],
) -> Iterator[Verdict]:
    """Hold each level against what the facts known allow, then the status."""
    given = read.pairs(values, Part.LEVELS)
    for criterion in rulebook.criteria:
        if criterion.weight:
            known = levels_of(criterion, evidence.get(criterion.id))
            yield _cell(criterion, given.get(criterion.id), known)
    yield _status(values, rulebook, evidence, stops)


def _cell(criterion: Criterion, value: object, known: Levels) -> Verdict:
    given = read.levels(value)
    share, why = _compared(None if given == ANYTHING else given, known)
    low, high = known
    right = ("no-data",) if known == ANYTHING else (str(low), str(high))
    return Verdict(
        Part.LEVELS, criterion.id, share, why, value, right, criterion.weight
    )


def _compared(given: Levels | None, known: Levels) -> tuple[Fraction, Why]:
    if known == ANYTHING:
        return (RIGHT, Why.RIGHT) if given is None else (WRONG, Why.GUESSED)
    if given is None:
        return WRONG, Why.OVERLOOKED
    if given == known:
        return RIGHT, Why.RIGHT
    if known[0] <= given[0] and given[1] <= known[1]:
        return HALF, Why.TOO_EXACT
    if given[0] <= known[0] and known[1] <= given[1]:
        return HALF, Why.TOO_WIDE
    return WRONG, Why.OFF


def _status(
    values: Values,
    rulebook: Rulebook,
    evidence: Mapping[str, Evidence],
    stops: frozenset[str],
) -> Verdict:
    given = read.one(values, Part.STATUS)
    right = assess(rulebook, evidence, stops).status
    share, why = WRONG, Why.OTHER if given else Why.EMPTY
    if given == right:
        share, why = RIGHT, Why.RIGHT
    elif given and given == running(rulebook, values, stops).status:
        share, why = HALF, Why.FOLLOWS
    return Verdict(Part.STATUS, "", share, why, given, (str(right),))
