"""What a class came to, as a table."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from scoring.principles import Principle
from simulator import clock
from simulator.classroom.codes import code_of
from simulator.classroom.held import Names
from simulator.classroom.results import Result, results, room_of
from simulator.cli.exits import Exit
from simulator.cli.output import tell, write, write_table
from simulator.cli.settings import Shell
from simulator.reports.names import outcome_name
from simulator.reports.numbers import decimal_sign, number, tenths
from simulator.store import Logs
from simulator.tables import create_table
from simulator.tables.writing import is_table


def report(
    logs: Logs, code: str, output: Path | None, names: Names, shell: Shell
) -> int:
    """Write the results of a class to a table, or to stdout.

    Args:
        logs: Where classes are kept.
        code: That of the class; empty: the class opened last.
        output: The table; None: stdout.
        names: What people are called.
        shell: Gives the language.

    Returns:
        The exit code.

    Raises:
        NoSuchClassError, BadLogError, StoreError, UnwritableTableError: It cannot be
            done.
    """
    _ = shell.texts.gettext
    if output is not None and not is_table(output):
        tell(
            _(
                "{path} is no table and no page: name a file that ends in .html, .csv "
                "or .xlsx."
            ).format(path=output)
        )
        return Exit.UNUSABLE
    log = logs.open()
    try:
        room = room_of(log, code_of(code), clock.now())
    finally:
        log.close()
    found = list(results(room, names))
    if output is None:
        write(room.scenario.title)
        write_table(_head(found, shell), _shown(found, shell))
        return Exit.FINE
    with create_table(output) as table:
        table.write(_head(found, shell))
        for one in found:
            table.write((*_cells(one, shell), *map(number, _heard(one, found))))
    tell(_("Saved: {path}").format(path=output))
    return Exit.FINE


def _heard(one: Result, found: Sequence[Result]) -> Sequence[Fraction | None]:
    """Return both scores as heard; nothing where none of the class was put right."""
    if not any(each.heard for each in found):
        return ()
    heard = one.heard or one
    return heard.business, heard.key_client


def _head(found: Sequence[Result], shell: Shell) -> Sequence[str]:
    _ = shell.texts.gettext
    heard = (_("business as heard"), _("rules as heard"))
    return (
        _("name"),
        _("turns"),
        _("ending"),
        _("outcome"),
        _("business"),
        _("rules"),
        *Principle,
        *(heard if any(one.heard for one in found) else ()),
    )


def _cells(one: Result, shell: Shell) -> Sequence[str | float | None]:
    """Return a row for a spreadsheet: numbers as numbers, what is not there empty."""
    return (
        one.name,
        one.turns,
        one.ending,
        _outcome(one, shell),
        number(one.business),
        number(one.key_client),
        *(number(one.levels[principle]) for principle in Principle),
    )


def _shown(found: Sequence[Result], shell: Shell) -> Iterator[Sequence[str]]:
    """Yield rows for a terminal."""

    def points(value: Fraction | None) -> str:
        return "–" if value is None else tenths(value, decimal_sign(shell.language))

    for one in found:
        levels = (points(one.levels[principle]) for principle in Principle)
        ending, outcome = one.ending or "–", _outcome(one, shell) or "–"
        scores = points(one.business), points(one.key_client)
        heard = map(points, _heard(one, found))
        yield (one.name, str(one.turns), ending, outcome, *scores, *levels, *heard)


def _outcome(one: Result, shell: Shell) -> str:
    if one.outcome is None:
        return ""
    return outcome_name(one.outcome).render(shell.texts)
