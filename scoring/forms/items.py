"""How the usual kinds of parts are judged: one of several, some of several, pairs."""

from collections.abc import Iterator, Mapping, Set

from scoring.forms import read
from scoring.forms.model import Part, Values
from scoring.forms.verdicts import RIGHT, WRONG, Verdict, Why


def one_of(values: Values, part: Part, wanted: Set[str]) -> Verdict:
    """Judge a part that holds one id: any of those wanted is right."""
    given = read.one(values, part)
    right = tuple(sorted(wanted))
    if given in wanted:
        return Verdict(part, "", RIGHT, Why.RIGHT, given, right)
    why = Why.OTHER if given else Why.EMPTY
    return Verdict(part, "", WRONG, why, given, right)


def some_of(values: Values, part: Part, wanted: Set[str]) -> Iterator[Verdict]:
    """Judge a part that holds several ids: all those wanted, and no other."""
    given = read.several(values, part)
    for item in sorted(wanted):
        there = item in given
        share, why = (RIGHT, Why.RIGHT) if there else (WRONG, Why.MISSING)
        yield Verdict(part, item, share, why, there, (item,))
    for item in given:
        if item not in wanted:
            yield Verdict(part, item, WRONG, Why.UNWANTED, True)


def each_of(
    values: Values, part: Part, wanted: Mapping[str, Set[str]]
) -> Iterator[Verdict]:
    """Judge a part that holds an id for each item: any of those wanted is right."""
    given = read.named(values, part)
    for item, right in wanted.items():
        found = given.get(item, "")
        why = Why.RIGHT if found in right else Why.OTHER if found else Why.EMPTY
        share = RIGHT if why is Why.RIGHT else WRONG
        yield Verdict(part, item, share, why, found, tuple(sorted(right)))
