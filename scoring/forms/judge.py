"""Judge a form that was handed in: which items are right, and why the others not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.forms import agenda, decision, handover, worksheet
from scoring.forms.model import (
    AgendaWanted,
    DecisionWanted,
    FilledForm,
    HandoverWanted,
    Part,
    WorksheetWanted,
)
from scoring.forms.verdicts import Verdict
from scoring.keyclient import Evidence
from scoring.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What was known when the form was handed in, and the rules that hold."""

    rulebook: Rulebook
    evidence: Mapping[str, Evidence]
    """Criterion → what the known facts say."""
    stops: frozenset[str]
    """The stop-criteria that are known to hold."""
    allowed: frozenset[str]
    """The outcomes that the known facts allow."""


def judge(form: FilledForm, now: Circumstances) -> tuple[Verdict, ...]:
    """Judge a form, item by item, in the order of the form.

    Args:
        form: As it was handed in, with what its author wants to see.
        now: What was known then.

    Returns:
        A verdict for each item that belongs there, and for each that stands there
        and does not belong. Own words are never judged.

    Source:
        docs/scoring.md, "Forms".
    """
    values = form.values
    match form.wanted:
        case WorksheetWanted():
            found = worksheet.judge(values, now.rulebook, now.evidence, now.stops)
            return tuple(found)
        case AgendaWanted():
            return tuple(agenda.judge(values, form.wanted))
        case DecisionWanted():
            return tuple(decision.judge(values, form.wanted, now.allowed))
        case HandoverWanted():
            return tuple(handover.judge(values, form.wanted))


def part_shares(verdicts: Iterable[Verdict]) -> dict[Part, Fraction]:
    """Return how right each part is, 0..1: the weighted mean of its items."""
    parts: dict[Part, list[Verdict]] = {}
    for verdict in verdicts:
        parts.setdefault(verdict.part, []).append(verdict)
    return {part: _mean(items) for part, items in parts.items()}


def share_of(verdicts: Sequence[Verdict]) -> Fraction:
    """Return how right a whole form is, 0..1.

    The mean of its parts; in a worksheet the levels count twice the status.
    """
    shares = part_shares(verdicts)
    weights = {part: _WEIGHTS.get(part, 1) for part in shares}
    total = sum(weights.values())
    if not total:
        return Fraction(1)
    earned = sum((shares[p] * w for p, w in weights.items()), Fraction())
    return earned / total


def _mean(items: Sequence[Verdict]) -> Fraction:
    first = items[0].weight
    if first and all(one.weight is first or one.weight == first for one in items):
        return Fraction(sum(item.share for item in items), len(items))  # as mostly
    total = sum((item.weight for item in items), Fraction())
    earned = sum((item.share * item.weight for item in items), Fraction())
    return earned / total if total else Fraction()


_WEIGHTS: Final = {Part.LEVELS: 2}
