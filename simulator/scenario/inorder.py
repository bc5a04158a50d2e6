"""Conditions in one order of their parts, so that it shows when two are equal."""

from collections.abc import Iterable, Iterator

from simulator.scenario.conditions import All, AnyOf, Compare, Condition, Not
from simulator.scenario.contraries import TURNED


def in_order(condition: Condition | None) -> Condition | None:
    """Return a condition of the same meaning, however its parts were arranged.

    `a and b` and `b and a` come to the same, and so do `turns > 2` and `2 < turns`.
    That two come to different ones does not prove that they differ.
    """
    match condition:
        case All():
            parts = _parts(condition)
            return parts[0] if len(parts) == 1 else All(parts)
        case AnyOf():
            parts = _parts(condition)
            return parts[0] if len(parts) == 1 else AnyOf(parts)
        case Not(inner):
            # The condition inside is one, and so it comes back as one.
            return Not(_one(inner))
        case Compare(left, how, right) if repr(right) < repr(left):
            return Compare(right, TURNED[how], left)
        case _:
            return condition


def _one(condition: Condition) -> Condition:
    ordered = in_order(condition)
    return condition if ordered is None else ordered


def _parts(joined: All | AnyOf) -> tuple[Condition, ...]:
    """Return the parts, each once, by how they are written."""
    return tuple(sorted(set(_flat(joined.parts, type(joined))), key=repr))


def _flat(
    parts: Iterable[Condition], kind: type[All] | type[AnyOf]
) -> Iterator[Condition]:
    for part in parts:
        ordered = _one(part)
        if isinstance(ordered, kind):
            yield from ordered.parts
        else:
            yield ordered
