"""The handover plan: steps with owner and day, terms, return, checks."""

from collections.abc import Iterator

from scoring.forms import read
from scoring.forms.items import each_of, one_of, some_of
from scoring.forms.model import HandoverWanted, Part, StepWanted, Values
from scoring.forms.verdicts import HALF, WRONG, Verdict, Why


def judge(values: Values, wanted: HandoverWanted) -> Iterator[Verdict]:
    """Judge steps, terms, the condition of return and the checks, in this order."""
    given = read.pairs(values, Part.STEPS)
    for name, step in wanted.steps.items():
        yield _step(name, given.get(name), step)
    for name, value in given.items():
        if name not in wanted.steps and value is not None:
            yield Verdict(Part.STEPS, name, WRONG, Why.UNWANTED, value)
    yield from some_of(values, Part.TERMS, wanted.terms)
    if wanted.returns:
        yield one_of(values, Part.RETURN, wanted.returns)
    yield from each_of(values, Part.CHECKS, wanted.checks)


def _step(name: str, value: object, wanted: StepWanted) -> Verdict:
    """Judge a step: half for the right owner, half for a day that is in time."""
    owner, day = read.step(value)
    right = (*sorted(wanted.owners), *([str(wanted.by)] if wanted.by else []))
    if value is None:
        return Verdict(Part.STEPS, name, WRONG, Why.MISSING, None, right)
    owned = owner in wanted.owners if wanted.owners else bool(owner)
    timely = day is not None and (wanted.by is None or day <= wanted.by)
    share = (HALF if owned else WRONG) + (HALF if timely else WRONG)
    why = Why.OTHER if owner else Why.EMPTY
    if owned:
        why = Why.RIGHT if timely else Why.EMPTY if day is None else Why.LATE
    return Verdict(Part.STEPS, name, share, why, value, right)
