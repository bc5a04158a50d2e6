"""The columns of a company's base, and what stands in a row: facts of one client."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from typing import Concatenate, Final, ParamSpec, TypeVar

from msgspec import Struct

from scoring.evaluate import ClientFacts, beyond
from scoring.formulas import Amount, Exact, Range, simplest
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from scoring.rulebook import Quantity, Rulebook
from simulator.messages import N_
from simulator.plaintext import plain
from simulator.tables.reading import Cell, Row, is_formula

_P = ParamSpec("_P")
_T = TypeVar("_T")

CLIENT: Final = frozenset({"client", "клиент", "name", "название", "наименование"})
"""What the column with the clients' names may be called."""
NOTHING: Final = frozenset(
    {"", "-", "–", "—", "no data", "no-data", "n/a", "нет данных", "н/д"}
)
"""What says that nothing is known."""
_TRUE: Final = frozenset({"true", "yes", "да", "1", "+", "x", "х"})
_FALSE: Final = frozenset({"false", "no", "нет", "0"})
_NUMBER: Final = r"-?[0-9][0-9\s\u00a0\u202f]*(?:[.,][0-9]+)?"
_RANGE: Final = re.compile(
    rf"(?:от\s+|from\s+)?({_NUMBER})(?:\s*(?:–|—|\.\.|-|до|to)\s*({_NUMBER}))?"
    r"\s*(?:%|₽|руб\.?|rub)?",
    re.IGNORECASE,
)


_LONGEST: Final = 80
"""Characters of a number or an interval."""


class BadRowError(ValueError):
    """A row cannot be read; the message is of the catalogue, with what fills it."""

    def __init__(self, template: str, **values: str) -> None:
        super().__init__(template)
        self.template, self.values = template, values
        self.column = ""
        """What the table calls the column; empty until it is known."""


class Client(Struct, frozen=True):
    """A row as the rules need it."""

    row: int
    name: str
    facts: ClientFacts


class Columns(Struct, frozen=True):
    """What each column of a table is about."""

    name: int | None
    """The column with the client's name."""
    quantities: Mapping[str, int]
    criteria: Mapping[str, int]
    stops: Mapping[str, int]
    unknown: tuple[str, ...]
    """Headers that mean nothing here."""
    header: tuple[str, ...] = ()
    """What the table calls its columns."""

    @property
    def useful(self) -> bool:
        """True when there is anything to go by."""
        return bool(self.quantities or self.criteria)


def columns(header: Sequence[str], rulebook: Rulebook) -> Columns:
    """Find out what each column is about, by id or by its name in any language."""
    known = _names(rulebook)
    found: dict[str, dict[str, int]] = {"quantity": {}, "criterion": {}, "stop": {}}
    name: int | None = None
    unknown: list[str] = []
    for place, text in enumerate(header):
        word = " ".join(text.casefold().split())
        if word in CLIENT and name is None:
            name = place
        elif word in known:
            kind, item = known[word]
            found[kind].setdefault(item, place)
        elif word:
            unknown.append(text)
    parts = found["quantity"], found["criterion"], found["stop"]
    return Columns(name, *parts, tuple(unknown), tuple(header))


def _names(rulebook: Rulebook) -> dict[str, tuple[str, str]]:
    """Return every name → what it is of; a quantity wins over a criterion."""
    known: dict[str, tuple[str, str]] = {}
    kinds: tuple[tuple[str, Iterable[tuple[str, Mapping[str, str]]]], ...] = (
        ("stop", ((s.id, s.name) for s in rulebook.stops)),
        ("criterion", ((c.id, c.name) for c in rulebook.criteria)),
        ("quantity", ((q.id, q.name) for q in rulebook.quantities)),
    )
    for kind, items in kinds:
        for item, names in items:
            for name in (item, *names.values()):
                known[" ".join(name.casefold().split())] = kind, item
    return known


class RowReader:
    """Turns rows into clients."""

    def __init__(
        self, rulebook: Rulebook, found: Columns, company: Mapping[str, Amount]
    ) -> None:
        """Prepare for one table.

        Args:
            rulebook: The rules.
            found: What the columns are about.
            company: What holds for every client, such as the company's sales.
        """
        self.rulebook = rulebook
        self.columns = found
        self._company = company
        self._quantities = {q.id: q for q in rulebook.quantities}
        self._places = [(self._quantities[q], n) for q, n in found.quantities.items()]
        self._judged = {c.id for c in rulebook.criteria if not c.bounds}
        self.ranks: dict[str, list[float]] = {}
        """Quantity that is a rank → the values of the whole base, sorted."""

    def client(self, row: Row) -> Client:
        """Return the client of a row.

        Raises:
            BadRowError: Something in it cannot be; says what.
        """
        amounts = dict(self._company)
        amounts |= self._amounts(row)
        levels: dict[str, tuple[int, int]] = {}
        for name, place in self.columns.criteria.items():
            self._read(row, place, self._criterion, name, amounts, levels)
        self._rank(amounts)
        stops: dict[str, bool] = {}
        for name, place in self.columns.stops.items():
            told = self._read(row, place, _truth)
            if told is not None:
                stops[name] = told
        facts = ClientFacts(amounts, levels, stops)
        return Client(row.number, self.name(row), facts)

    def _amounts(self, row: Row) -> Iterator[tuple[str, Amount]]:
        """Yield the values of a row by quantity; see `amount`."""
        cells, width, place = row.cells, len(row.cells), 0
        try:
            for quantity, place in self._places:
                cell = cells[place] if place < width else None
                value = value_of_cell(cell, quantity)
                if value is not None:
                    yield quantity.id, value
        except BadRowError as error:
            error.column = self.columns.header[place]
            raise

    def amount(self, row: Row, quantity: str) -> Amount | None:
        """Return the value of a quantity that has a column; None for no data.

        Raises:
            BadRowError: It is no value, or one that cannot be.
        """
        place = self.columns.quantities[quantity]
        return self._read(row, place, value_of_cell, self._quantities[quantity])

    def _read(
        self,
        row: Row,
        place: int,
        read: Callable[Concatenate[Cell, _P], _T],
        *given: _P.args,
        **named: _P.kwargs,
    ) -> _T:
        """Read a cell; say which column it was that cannot be read."""
        try:
            return read(_at(row, place), *given, **named)
        except BadRowError as error:
            error.column = self.columns.header[place]
            raise

    def wanted_ranks(self) -> dict[str, str]:
        """Return each rank that the table does not tell → the column it comes from."""
        found = self.columns.quantities
        return {
            one.id: of
            for one in self.rulebook.quantities
            if (of := one.percentile_of) in found and of and one.id not in found
        }

    def name(self, row: Row) -> str:
        """Return what the client of a row is called; empty where nobody says."""
        if self.columns.name is None:
            return ""
        cell = _at(row, self.columns.name)
        return "" if cell is None else plain(str(cell)).strip()

    def _criterion(
        self,
        cell: Cell,
        name: str,
        amounts: dict[str, Amount],
        levels: dict[str, tuple[int, int]],
    ) -> None:
        value = _range(cell)
        if value is None:
            return
        if name not in self._judged:
            amounts[name] = value
            return
        low, high = value.low, value.high
        whole = low.denominator == high.denominator == 1
        if not (whole and LOWEST_LEVEL <= low <= high <= HIGHEST_LEVEL):
            raise BadRowError(
                N_("a level is 0 to 4, not “{value}”"), value=_shown(cell)
            )
        levels[name] = int(low), int(high)

    def _rank(self, amounts: dict[str, Amount]) -> None:
        """Put in the ranks among the whole base, where the table does not tell them."""
        for name, values in self.ranks.items():
            of = amounts.get(self._quantities[name].percentile_of or "")
            if name not in amounts and isinstance(of, Range) and values:
                amounts[name] = Range(_rank(values, of.low), _rank(values, of.high))


def _rank(values: list[float], value: Exact) -> Fraction:
    """Return which share of the base has less, in per cent."""
    return Fraction(100 * bisect_left(values, float(value)), len(values))


def _at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None


def value_of_cell(cell: Cell, quantity: Quantity) -> Amount | None:
    """Read a value of a quantity; None where nothing is known.

    Raises:
        BadRowError: It is no value, or one that cannot be.
    """
    value = _series(cell) if quantity.series else _range(cell)
    if value is not None and beyond(quantity, value):
        raise BadRowError(N_("it cannot be {value}"), value=_shown(cell))
    return value


def _series(cell: Cell) -> Amount | None:
    """Read values over time, parted by semicolons or bars."""
    if cell is None or str(cell).strip().casefold() in NOTHING:
        return None
    parts = str(cell).replace("|", ";").split(";")
    points = [_exact(part) for part in parts]
    if len(points) < 2 or None in points:
        raise BadRowError(N_("“{value}” is no list of numbers"), value=_shown(cell))
    return tuple(one for one in points if one is not None)


def _exact(text: str) -> Exact | None:
    """Read one value of a list; None for an interval and for no data."""
    if text.isdecimal() and len(text) <= _LONGEST:
        return int(text)
    found = _range(text)
    return found.low if found is not None and found.exact else None


def _range(cell: Cell) -> Range | None:
    """Read a number or an interval; None where nothing is known.

    Raises:
        BadRowError: It is neither.
    """
    if isinstance(cell, int | float):
        return _point(cell)
    text = (cell or "").strip()
    if len(text) <= _LONGEST and text.isdecimal():
        point = int(text)
        return Range(point, point)
    if is_formula(cell):
        raise BadRowError(
            N_("there is a formula, “{value}”: put its value there"), value=_shown(cell)
        )
    if text.casefold() in NOTHING:
        return None
    found = _RANGE.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        raise BadRowError(N_("“{value}” is not a number"), value=_shown(cell))
    low = _number(found[1])
    high = _number(found[2]) if found[2] else low
    if found[2] and low > high:
        raise BadRowError(N_("“{value}” runs backwards"), value=_shown(cell))
    return Range(low, high)


def _point(value: float) -> Range:
    point: Exact = value if isinstance(value, int) else _of_float(value)
    return Range(point, point)


def _of_float(value: float) -> Exact:
    if not isfinite(value):
        raise BadRowError(N_("“{value}” is not a number"), value=str(value))
    return simplest(Fraction(Decimal(repr(value))))


def _number(text: str) -> Exact:
    bare = "".join(text.split()).replace(",", ".")
    return int(bare) if bare.isdecimal() else simplest(Fraction(bare))


def _truth(cell: Cell) -> bool | None:
    word = "" if cell is None else str(cell).strip().casefold()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    if word in NOTHING:
        return None
    raise BadRowError(N_("“{value}” is neither yes nor no"), value=_shown(cell))


def _shown(cell: Cell) -> str:
    text = " ".join(plain(str(cell)).split())
    return text if len(text) <= 40 else f"{text[:39]}…"
