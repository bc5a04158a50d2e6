"""The decision: one of the options, with its reasons, and the objections raised."""

from collections.abc import Iterator

from scoring.forms import read
from scoring.forms.items import some_of
from scoring.forms.model import DecisionWanted, Part, Values
from scoring.forms.verdicts import RIGHT, WRONG, Verdict, Why


def judge(
    values: Values, wanted: DecisionWanted, allowed: frozenset[str]
) -> Iterator[Verdict]:
    """Judge the option by the rulebook, and the reasons by their soundness."""
    yield _option(values, wanted, allowed)
    yield from _reasons(values, wanted.reasons)
    if wanted.records:
        yield from some_of(values, Part.OBJECTIONS, wanted.objections)


def _option(values: Values, wanted: DecisionWanted, allowed: frozenset[str]) -> Verdict:
    given = read.one(values, Part.OPTION)
    suited = allowed & wanted.options if wanted.options else allowed
    share, why = WRONG, Why.OTHER
    if given in suited:
        share, why = RIGHT, Why.RIGHT
    elif not given:
        why = Why.EMPTY
    elif given not in allowed:
        why = Why.NOT_ALLOWED
    return Verdict(Part.OPTION, "", share, why, given, tuple(sorted(suited)))


def _reasons(values: Values, sound: frozenset[str]) -> Iterator[Verdict]:
    """Judge the reasons that were given; nobody need give all that are sound."""
    given = read.several(values, Part.REASONS)
    if sound.isdisjoint(given):
        why = Why.MISSING if given else Why.EMPTY
        yield Verdict(Part.REASONS, "", WRONG, why, (), tuple(sorted(sound)))
    for reason in given:
        right = reason in sound
        share, why = (RIGHT, Why.RIGHT) if right else (WRONG, Why.UNWANTED)
        yield Verdict(Part.REASONS, reason, share, why, True)
