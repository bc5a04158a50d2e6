"""The agenda of a meeting: when, who, in which order, and who brings what."""

from collections.abc import Iterator, Sequence

from scoring.forms import read
from scoring.forms.items import each_of, one_of
from scoring.forms.model import AgendaWanted, Part, Values
from scoring.forms.verdicts import RIGHT, WRONG, Verdict, Why


def judge(values: Values, wanted: AgendaWanted) -> Iterator[Verdict]:
    """Judge date, people, points and inputs, in this order."""
    yield one_of(values, Part.DATE, wanted.dates)
    roles = {person: frozenset({str(role)}) for person, role in wanted.people.items()}
    yield from each_of(values, Part.PEOPLE, roles)
    yield from _points(values, wanted.order)
    yield from each_of(values, Part.INPUTS, wanted.inputs)


def _points(values: Values, wanted: Sequence[str]) -> Iterator[Verdict]:
    """Judge the order: as few points as possible are called misplaced."""
    given = read.several(values, Part.ORDER)
    kept = in_order([wanted.index(point) for point in given if point in wanted])
    for place, point in enumerate(wanted):
        share, why = RIGHT, Why.RIGHT
        if point not in given:
            share, why = WRONG, Why.MISSING
        elif place not in kept:
            share, why = WRONG, Why.OUT_OF_ORDER
        yield Verdict(Part.ORDER, point, share, why, point in given, (str(place + 1),))
    for point in given:
        if point not in wanted:
            yield Verdict(Part.ORDER, point, WRONG, Why.UNWANTED, True)


def in_order(places: Sequence[int]) -> frozenset[int]:
    """Return the most places that rise as they stand; of equals, the first found."""
    best: list[tuple[int, ...]] = [()]
    for place in places:
        before = [chain for chain in best if not chain or chain[-1] < place]
        best.append((*_longest(before), place))
    return frozenset(_longest(best))


def _longest(chains: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return max(chains, key=len)
