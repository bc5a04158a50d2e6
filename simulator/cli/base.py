"""A company's whole base by the rules: row by row, on two cores, in constant memory.

The table is read once and set aside, since a client's rank among all is known only
when all have been seen. Then the rows are worked out, in their order.
"""

import os
import sys
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from scoring.formulas import Amount, Range
from scoring.rulebook import Rulebook
from simulator.cli.baserows import Form, Task, Told, Worker, begin, work
from simulator.cli.exits import Exit
from simulator.cli.output import tell, write
from simulator.cli.progress import progress_bar
from simulator.cli.settings import Shell
from simulator.messages import N_
from simulator.reports.basetext import BaseTeller
from simulator.tables import Row, Table, TableWriter, create_table, open_table
from simulator.tables.columns import BadRowError, RowReader, columns
from simulator.tables.spool import Spool, spool

_AHEAD: Final = 8
"""Chunks under way at most."""
_MANY: Final = 1_000
"""From so many rows on other processes are worth their start."""
_FEW: Final = 30
"""Among fewer clients a rank says little."""
_SMALL: Final = N_(
    "Clients are ranked among the {n} of this table; so few say little of a whole base."
)
_USELESS: Final = N_(
    "No column of {path} is one of the rules: name the columns by id or by name."
)


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
    with open_table(path) as table, spool() as aside:
        found = columns(table.header, rulebook)
        if not found.useful:
            tell(shell.texts.gettext(_USELESS).format(path=path))
            return Exit.UNUSABLE
        if found.unknown:
            names = ", ".join(found.unknown)
            told = shell.texts.gettext("Columns passed over: {names}")
            tell(told.format(names=names))
        reader = RowReader(rulebook, found, company)
        aside.fill(_taken_in(table, reader, shell))
        if reader.ranks and aside.rows < _FEW:
            told = shell.texts.gettext(_SMALL)
            tell(told.format(n=aside.rows))
        task = Task(reader, Form.TABLE if output else Form(form), shell.language)
        with create_table(output) if output else _no_table() as writer:
            return _tell_all(task, aside, writer, shell)


def _tell_all(
    task: Task, aside: Spool, writer: TableWriter | None, shell: Shell
) -> int:
    """Tell of every row, in the order of the table."""
    failed = False
    if writer is not None:
        teller = BaseTeller(task.reader.rulebook, shell.texts, shell.language)
        writer.write(teller.head())
    with progress_bar(shell.texts.gettext("Clients"), aside.rows) as step:
        for one in _worked(task, aside):
            if one.problem is not None:
                failed = True
                _complain(one, shell)
            elif writer is not None and one.cells is not None:
                writer.write(one.cells)
            elif task.form is Form.JSON:
                click.echo(one.line)
            else:
                write(one.line)
            step(1)
    return Exit.FAILED if failed else Exit.FINE


def _complain(one: Told, shell: Shell) -> None:
    _ = shell.texts.gettext
    template, values = one.problem or ("", {})
    why = _(template).format(**values)
    told = _("Row {n}, “{column}”: {why}.") if one.column else _("Row {n}: {why}.")
    tell(told.format(n=one.row, column=one.column, why=why))


def _taken_in(table: Table, reader: RowReader, shell: Shell) -> Iterator[Row]:
    """Yield every row, and learn from all of them what ranks are worked out from.

    Eight bytes a client are held; a client whose value cannot be read has no rank.
    """
    wanted = reader.wanted_ranks()
    values = {name: array("d") for name in wanted}
    with _reading(table.rows(), shell) as rows:
        for row in rows:
            for name, of in wanted.items():
                middle = _middle(reader, row, of)
                if middle is not None:
                    values[name].append(middle)
            yield row
    reader.ranks.update({name: sorted(found) for name, found in values.items()})


def _middle(reader: RowReader, row: Row, quantity: str) -> float | None:
    """Return the middle of the interval in which a value lies."""
    try:
        found = reader.amount(row, quantity)
    except BadRowError:
        return None
    return float(found.low + found.high) / 2 if isinstance(found, Range) else None


def _worked(task: Task, aside: Spool) -> Iterator[Told]:
    """Work the rows out, in their order; a large table on all cores."""
    if aside.rows < _MANY:
        worker = Worker(task)
        for chunk in aside.chunks():
            yield from worker.chunk(chunk)
        return
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, initializer=begin, initargs=(task,)) as pool:
        under_way: deque[Future[list[Told]]] = deque()
        for chunk in aside.chunks():
            under_way.append(pool.submit(work, chunk))
            if len(under_way) >= cores + _AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


@contextmanager
def _no_table() -> Iterator[None]:
    yield None


@contextmanager
def _reading(rows: Iterable[Row], shell: Shell) -> Iterator[Iterable[Row]]:
    """Show on stderr that rows are being read, where somebody looks at it."""
    if not sys.stderr.isatty():
        yield rows
        return
    label = shell.texts.gettext("Reading")
    with click.progressbar(rows, label=label, file=sys.stderr, show_pos=True) as bar:
        yield bar
