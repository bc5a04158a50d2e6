"""A company's own client: what is known of it, with sources and dates."""

import re
from collections.abc import Mapping as Lookup
from typing import Final

from msgspec import Struct

from scoring.evaluate import ClientFacts, beyond
from scoring.formulas import Amount as Value
from scoring.formulas import Range
from scoring.rulebook import Quantity, Rulebook
from simulator.scenario.checker import Values
from simulator.scenario.codes import clients as codes
from simulator.scenario.factvalues import NO_DATA
from simulator.scenario.files import File, open_file
from simulator.scenario.findings import Finding
from simulator.scenario.givenfacts import Given
from simulator.scenario.known import child, mapping
from simulator.scenario.model import FORMAT
from simulator.scenario.nodes import Mapping, Node
from simulator.scenario.shapes import (
    GivenFact,
    MapOf,
    OneOf,
    Text,
    Version,
    may,
    must,
    record,
)
from simulator.scenario.spelling import nearest

_DATE: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_STOP: Final = OneOf(("true", "false", NO_DATA))
CLIENT: Final = record(
    "client of a company",
    format=must(Version(FORMAT), "The version of the format."),
    client=must(Text(), "What the client is called."),
    facts=must(MapOf(GivenFact()), "Quantity or criterion → what is known of it."),
    stops=may(MapOf(_STOP), "Stop-criterion → whether it holds."),
)


class ClientFile(Struct, frozen=True):
    """A client as its company knows it."""

    name: str
    facts: ClientFacts
    sources: Lookup[str, Given] = {}
    """Fact → where it comes from, and from when."""


class ParsedClient(Struct, frozen=True):
    """What a client file turned out to be."""

    client: ClientFile | None
    """None when any finding is an error, or no rulebook was at hand."""
    findings: tuple[Finding, ...]


def parse_client(
    data: bytes, name: str = "client.yaml", rulebook: Rulebook | None = None
) -> ParsedClient:
    """Read and check a client file; never raises, whatever the bytes.

    Args:
        data: The file.
        name: What findings call it.
        rulebook: Names what can be known; without it only the form is checked.
    """
    file = open_file(data, name)
    root = file.mapping()
    values = file.values(root, CLIENT) if root is not None else None
    if root is None or values is None or not file.report.clean():
        return ParsedClient(None, file.findings())
    for fact, node in mapping(root, "facts").items():
        _check_date(values["facts"][fact], node, file)
    if rulebook is None:
        return ParsedClient(None, file.findings())
    facts = _Facts(rulebook, file)
    found = facts.read(values, root)
    findings = file.findings()
    return ParsedClient(found if file.report.clean() else None, findings)


class _Facts:
    """Holds the facts of one client against a rulebook."""

    def __init__(self, rulebook: Rulebook, file: File) -> None:
        self._rulebook = rulebook
        self._report = file.report
        self._amounts: dict[str, Value] = {}
        self._levels: dict[str, tuple[int, int]] = {}

    def read(self, values: Values, root: Mapping) -> ClientFile:
        """Return the client; what is wrong is reported."""
        given: dict[str, Given] = values["facts"]
        nodes = mapping(root, "facts")
        for name, fact in given.items():
            self._take(name, fact, nodes[name])
        stops = self._stops(values, root)
        facts = ClientFacts(self._amounts, self._levels, stops)
        return ClientFile(values["client"], facts, given)

    def _take(self, name: str, fact: Given, node: Node) -> None:
        quantity = self._rulebook.quantity(name)
        criterion = self._rulebook.criterion(name)
        if quantity is not None:
            self._take_quantity(quantity, fact, node)
        elif criterion is None:
            self._unknown(name, node)
        elif fact.level is not None:
            self._levels[name] = fact.level
        elif fact.numbers and not criterion.bounds:
            self._report.add(codes.NEEDS_LEVEL, node, value=name)
        elif fact.numbers:
            self._take_range(name, fact, node)

    def _take_quantity(self, quantity: Quantity, fact: Given, node: Node) -> None:
        name = quantity.id
        if fact.level is not None:
            self._report.add(codes.NOT_JUDGED, node, value=name)
        elif fact.numbers and quantity.series:
            if len(fact.numbers) < 2:
                self._report.add(codes.NEEDS_SERIES, node, value=name)
            else:
                self._amounts[name] = fact.numbers
        elif fact.numbers:
            self._take_range(name, fact, node)
        if name in self._amounts and beyond(quantity, self._amounts[name]):
            self._report_beyond(quantity, fact, node)

    def _take_range(self, name: str, fact: Given, node: Node) -> None:
        if len(fact.numbers) > 2 or fact.numbers[0] > fact.numbers[-1]:
            self._report.add(codes.NEEDS_VALUE, node, value=name)
            return
        self._amounts[name] = Range(fact.numbers[0], fact.numbers[-1])

    def _report_beyond(self, quantity: Quantity, fact: Given, node: Node) -> None:
        low, high = min(fact.numbers), max(fact.numbers)
        if quantity.least is not None and low < quantity.least:
            given, least = f"{float(low):.12g}", f"{float(quantity.least):.12g}"
            params = {"value": quantity.id, "given": given, "least": least}
            self._report.add(codes.TOO_LOW, node, **params)
        elif quantity.most is not None:
            given, most = f"{float(high):.12g}", f"{float(quantity.most):.12g}"
            params = {"value": quantity.id, "given": given, "most": most}
            self._report.add(codes.TOO_HIGH, node, **params)

    def _unknown(self, name: str, node: Node) -> None:
        known = [one.id for one in self._rulebook.quantities]
        known += [one.id for one in self._rulebook.criteria]
        near, listed = nearest(name, known), ", ".join(known)
        params = {"value": name, "nearest": near, "known": listed}
        self._report.add(codes.UNKNOWN_FACT, node, **params)

    def _stops(self, values: Values, root: Mapping) -> dict[str, bool]:
        known = [stop.id for stop in self._rulebook.stops]
        nodes = child(root, "stops")
        for name, key in nodes.keys.items() if isinstance(nodes, Mapping) else ():
            if name not in known:
                near, listed = nearest(name, known), ", ".join(known)
                params = {"value": name, "nearest": near, "known": listed}
                self._report.add(codes.UNKNOWN_STOP, key, **params)
        given: dict[str, str] = values.get("stops", {})
        return {name: held == "true" for name, held in given.items() if held != NO_DATA}


def _check_date(fact: Given | None, node: Node, file: File) -> None:
    if fact is not None and fact.date and _DATE.fullmatch(fact.date) is None:
        file.report.add(codes.BAD_DATE, child(node, "date"), value=fact.date)
