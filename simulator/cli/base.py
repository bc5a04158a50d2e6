"""A company's whole base by the rules: row by row, on two cores, in constant memory."""

import json
import sys
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from scoring.evaluate import Evaluation, Evaluator
from scoring.formulas import Amount, Range
from scoring.rulebook import Rulebook
from simulator.cli.exits import Exit
from simulator.cli.output import tell, write
from simulator.cli.settings import Shell
from simulator.messages import N_
from simulator.reports.clientjson import client_json
from simulator.reports.clienttext import ClientTeller
from simulator.reports.names import status_name
from simulator.reports.numbers import number
from simulator.tables import Row, TableReader, TableWriter, create_table, open_table
from simulator.tables.columns import BadRowError, Client, RowReader, columns

if TYPE_CHECKING:
    from gettext import NullTranslations

_CHUNK: Final = 250
"""Rows that are worked out together."""
_AHEAD: Final = 4
"""Chunks under way at most."""
_MANY: Final = 1_000
"""From so many rows on a second process is worth its start."""
_USELESS: Final = N_(
    "No column of {path} is one of the rules: name the columns by id or by name."
)


@dataclass(frozen=True, slots=True)
class Done:
    """One row, worked out or not."""

    row: int
    name: str
    found: Evaluation | None
    problem: tuple[str, Mapping[str, str]] | None
    """What is wrong with the row: a template and what fills it."""


def run_table(
    rulebook: Rulebook,
    path: Path,
    company: Mapping[str, Amount],
    output: Path | None,
    form: str,
    shell: Shell,
) -> int:
    """Work out every row of a table and tell of each.

    Returns:
        The exit code: 1 when a row had to be skipped.

    Raises:
        TableError: The table cannot be read or written.
    """
    table = open_table(path)
    found = columns(table.header, rulebook)
    if not found.useful:
        tell(shell.texts.gettext(_USELESS).format(path=path))
        return Exit.UNUSABLE
    if found.unknown:
        names = ", ".join(found.unknown)
        told = shell.texts.gettext("Columns passed over: {names}")
        tell(told.format(names=names))
    reader = RowReader(rulebook, found, company)
    reader.ranks.update(_ranks(table, reader, rulebook))
    failed = False
    with ExitStack() as stack:
        writer = stack.enter_context(create_table(output)) if output else None
        teller = _Teller(rulebook, form, writer, shell)
        total = _count(table) if sys.stderr.isatty() else 0
        step = stack.enter_context(_progress(total, shell))
        for one in _worked(table, reader, rulebook):
            failed = failed or one.problem is not None
            teller.tell(one)
            step(1)
    return Exit.FAILED if failed else Exit.FINE


def _ranks(
    table: TableReader, reader: RowReader, rulebook: Rulebook
) -> dict[str, list[float]]:
    """Gather what ranks are worked out from, where the table does not tell them.

    Eight bytes a client are held; a row that cannot be read has no rank.
    """
    wanted = {
        one.id: one.percentile_of
        for one in rulebook.quantities
        if one.percentile_of in reader.columns.quantities
        and one.id not in reader.columns.quantities
    }
    values = {name: array("d") for name in wanted}
    for row in table.rows() if wanted else ():
        try:
            amounts = reader.client(row).facts.amounts
        except BadRowError:
            continue
        for name, of in wanted.items():
            found = amounts.get(of or "")
            if isinstance(found, Range):
                values[name].append(float(found.low + found.high) / 2)
    return {name: sorted(found) for name, found in values.items()}


def _worked(
    table: TableReader, reader: RowReader, rulebook: Rulebook
) -> Iterator[Done]:
    """Work the rows out, in their order; a large table on two processes."""
    rows = table.rows()
    first = list(islice(rows, _MANY))
    if len(first) < _MANY:
        yield from _chunk(reader, Evaluator(rulebook), first)
        return
    with ProcessPoolExecutor(2, initializer=_begin, initargs=(reader,)) as pool:
        under_way: deque[Future[list[Done]]] = deque()
        for chunk in _chunks(first, rows):
            under_way.append(pool.submit(_in_process, chunk))
            if len(under_way) >= _AHEAD:
                yield from under_way.popleft().result()
        for future in under_way:
            yield from future.result()


def _chunks(first: Sequence[Row], rest: Iterator[Row]) -> Iterator[list[Row]]:
    for start in range(0, len(first), _CHUNK):
        yield list(first[start : start + _CHUNK])
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


_AT_WORK: list[tuple[RowReader, Evaluator]] = []
"""In a worker process: what it works with."""


def _begin(reader: RowReader) -> None:
    _AT_WORK.append((reader, Evaluator(reader.rulebook)))


def _in_process(rows: list[Row]) -> list[Done]:
    return list(_chunk(*_AT_WORK[0], rows))


def _chunk(
    reader: RowReader, evaluator: Evaluator, rows: Iterable[Row]
) -> Iterator[Done]:
    for row in rows:
        try:
            client: Client = reader.client(row)
        except BadRowError as error:
            problem = error.template, error.values
            yield Done(row.number, reader.name(row), None, problem)
        else:
            yield Done(row.number, client.name, evaluator.evaluate(client.facts), None)


def _count(table: TableReader) -> int:
    return sum(1 for _ in table.rows())


@contextmanager
def _progress(total: int, shell: Shell) -> "Iterator[_Step]":
    """Show a bar on stderr, where somebody looks at it."""
    if not total:
        yield _Step(None)
        return
    label = shell.texts.gettext("Clients")
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        yield _Step(bar)


class _Step:
    """Counts rows."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def __call__(self, rows: int) -> None:
        if self._bar is not None:
            self._bar.update(rows)


class _Teller:
    """Tells of each row: as words, as JSON, in a table."""

    def __init__(
        self, rulebook: Rulebook, form: str, writer: TableWriter | None, shell: Shell
    ) -> None:
        self._rulebook, self._form, self._writer = rulebook, form, writer
        self._texts: NullTranslations = shell.texts
        self._teller = ClientTeller(rulebook, shell.texts, shell.language)
        if writer is not None:
            writer.write(self._head())

    def tell(self, one: Done) -> None:
        """Tell of one row."""
        if one.found is None:
            self._complain(one)
        elif self._writer is not None:
            self._writer.write(self._cells(one.name, one.found))
        elif self._form == "json":
            body = {"row": one.row}
            body |= client_json(one.name, one.found, self._rulebook)  # type: ignore[arg-type]
            click.echo(json.dumps(body, ensure_ascii=False))
        else:
            write(self._line(one))

    def _complain(self, one: Done) -> None:
        _ = self._texts.gettext
        template, values = one.problem or ("", {})
        why = _(template).format(**values)
        tell(_("Row {n}: {why}.").format(n=one.row, why=why))

    def _line(self, one: Done) -> str:
        found = one.found
        assert found is not None
        parts = [one.name or f"#{one.row}", self._teller.result(found)]
        parts += self._flags(found)
        return "  ".join(parts)

    def _flags(self, found: Evaluation) -> list[str]:
        language = self._teller.language
        stops = [stop.name[language] for stop, holds in found.stops if holds]
        return stops + [flag.name[language] for flag, holds in found.flags if holds]

    def _head(self) -> list[str]:
        _ = self._texts.gettext
        return [
            _("Client"),
            _("Status"),
            _("Points from"),
            _("Points to"),
            _("Worth knowing"),
            _("Could settle it alone"),
        ]

    def _cells(self, name: str, found: Evaluation) -> list[str | float | None]:
        points = found.assessment.points
        alone = [one.missing[0] for one in found.settling if len(one.missing) == 1]
        return [
            name,
            status_name(found.assessment.status).render(self._texts),
            number(points.low),
            number(points.high),
            "; ".join(self._flags(found)),
            "; ".join(self._teller.name(one) for one in alone),
        ]
