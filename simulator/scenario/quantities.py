"""Quantities, flags and stop-criteria of a rulebook: their keys and their checks."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import Final

from msgspec import Struct

from scoring.formulas import Exact, Formula, simplest
from scoring.measures import PURE, UNITS, Measure, measure
from scoring.rulebook import Flag, Quantity, StopCriterion, StopEffect, When
from simulator.scenario.checker import Values
from simulator.scenario.codes import quantities as codes
from simulator.scenario.files import File
from simulator.scenario.findings import Rule, Spot
from simulator.scenario.formulachecks import Formulas
from simulator.scenario.formulaparser import parse_formula, parse_when
from simulator.scenario.known import child, items
from simulator.scenario.nodes import PLAIN, Mapping, Node, Scalar
from simulator.scenario.schema import LANGUAGES
from simulator.scenario.shapes import (
    Amount,
    Id,
    Text,
    Worded,
    YesNo,
    may,
    must,
    record,
)

WORDS: Final = Worded(LANGUAGES)
QUANTITY: Final = record(
    "quantity",
    id=must(Id(), "The name of the quantity."),
    name=must(WORDS, "What it is called."),
    measure=must(Text(), "What it is measured in: RUB/year, day, %, 1 …"),
    unit=may(WORDS, "The same for a reader."),
    formula=may(Text(), "What it is worked out from; a base fact has none."),
    least=may(Amount(), "A lower value cannot be."),
    most=may(Amount(), "A higher value cannot be."),
    default=may(Amount(), "What is taken where nothing is given."),
    list_=may(YesNo(), "Values over time, such as purchases by month."),
    **{"percentile-of": may(Id(), "Ranked by this quantity among a whole base.")},
)
FLAG: Final = record(
    "flag",
    id=must(Id(), "The name of the flag."),
    name=must(WORDS, "What it says of the client."),
    when=must(Text(), "A comparison of formulas."),
)


class Parts(Struct, frozen=True):
    """What a rulebook has beside its criteria."""

    quantities: tuple[Quantity, ...]
    stops: tuple[StopCriterion, ...]
    flags: tuple[Flag, ...]


def quantities(values: Values, root: Mapping, file: File) -> Parts | None:
    """Build and check what has formulas; None, with findings, when any is wrong.

    Args:
        values: As `rulebooks.RULEBOOK` has them; no error in them so far.
        root: The file, for places.
        file: Takes the findings.
    """
    reader = _Reader(file)
    found = tuple(reader.quantities(values, root))
    formulas = Formulas({one.id: one for one in found})
    for one, node in zip(found, items(root, "quantities"), strict=True):
        place = child(node, "formula") or node
        formulas.check(one, partial(_tell, file, place))
        if one.percentile_of is not None:
            place = child(node, "percentile-of") or node
            formulas.check_name(one.percentile_of, partial(_tell, file, place))
    reader.check_sources(values, root, formulas)
    stops = tuple(reader.stops(values, root, formulas))
    flags = tuple(reader.flags(values, root, formulas))
    return Parts(found, stops, flags) if file.report.clean() else None


class _Reader:
    """Reads the formulas of one file."""

    def __init__(self, file: File) -> None:
        self._file = file

    def quantities(self, values: Values, root: Mapping) -> Iterator[Quantity]:
        """Yield the quantities; what is wrong with one is told."""
        nodes = items(root, "quantities")
        for one, node in zip(values.get("quantities", ()), nodes, strict=True):
            yield Quantity(
                id=one["id"],
                name=one["name"],
                measure=self._measure(one["measure"], child(node, "measure")),
                unit=one.get("unit", {}),
                formula=self._formula(one, node),
                least=_simple(one.get("least")),
                most=_simple(one.get("most")),
                default=_simple(one.get("default")),
                series=one.get("list", False),
                percentile_of=one.get("percentile-of"),
            )

    def check_sources(self, values: Values, root: Mapping, formulas: Formulas) -> None:
        """Report criteria that are held against a quantity that is none."""
        for one, node in zip(values["criteria"], items(root, "criteria"), strict=True):
            if "from" in one:
                place = child(node, "from")
                tell = partial(_tell, self._file, place)
                formulas.check_name(one["from"], tell)

    def stops(
        self, values: Values, root: Mapping, formulas: Formulas
    ) -> Iterator[StopCriterion]:
        """Yield the stop-criteria."""
        nodes = items(root, "stops")
        for one, node in zip(values.get("stops", ()), nodes, strict=True):
            when = self._when(one, node, formulas)
            effect = StopEffect(one["effect"])
            yield StopCriterion(one["id"], one["name"], effect, when)

    def flags(
        self, values: Values, root: Mapping, formulas: Formulas
    ) -> Iterator[Flag]:
        """Yield the flags."""
        nodes = items(root, "flags")
        for one, node in zip(values.get("flags", ()), nodes, strict=True):
            when = self._when(one, node, formulas)
            if when is not None:
                yield Flag(one["id"], one["name"], when)

    def _measure(self, words: str, node: Node | None) -> Measure:
        found = measure(words)
        if found is None:
            known = ", ".join(UNITS)
            _tell(self._file, node, codes.BAD_MEASURE, value=words, known=known)
        return found or PURE

    def _formula(self, values: Values, node: Node) -> Formula | None:
        if "formula" not in values:
            return None
        if "default" in values or values.get("list", False):
            _tell(self._file, child(node, "formula"), codes.BASE_AND_DEFAULT)
        place = child(node, "formula")
        return parse_formula(values["formula"], partial(_report, self._file, place))

    def _when(self, values: Values, node: Node, formulas: Formulas) -> When | None:
        if "when" not in values:
            return None
        place = child(node, "when")
        when = parse_when(values["when"], partial(_report, self._file, place))
        if when is not None:
            formulas.check_when(when, partial(_tell, self._file, place))
        return when


def _simple(value: Fraction | None) -> Exact | None:
    return None if value is None else simplest(value)


def _report(
    file: File, node: Node | None, rule: Rule, offset: int, **params: object
) -> None:
    """Report at a place within the words of a node, where they stand on one line."""
    if isinstance(node, Scalar) and node.style == PLAIN:
        line = file.document.line(node.line)
        if line.startswith(node.value, node.column - 1):
            file.report.add(rule, Spot(node.line, node.column + offset), **params)
            return
    file.report.add(rule, node, **params)


def _tell(file: File, node: Node | None, rule: Rule, **params: object) -> None:
    file.report.add(rule, node, **params)
