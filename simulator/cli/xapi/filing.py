"""Statements into a file or to stdout, one attempt in memory at a time."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.progress import progress_bar
from simulator.cli.settings import Settings, Shell
from simulator.cli.streams import speaks_unicode
from simulator.cli.xapi.source import source, tell_unreadable
from simulator.cli.xapi.told import Told
from simulator.plaintext import first_unsafe
from simulator.reports.xapi import Statement, encoded
from simulator.sessions.filed import write_chunks


def file_statements(
    path: Path | None, name: str | None, since: str, settings: Settings, shell: Shell
) -> int:
    """Write the statements of all attempts played since a moment.

    Args:
        path: `.json` becomes one list, anything else a statement a line; None: stdout.
        name: See `source`.
        since: ISO 8601, UTC; empty: all.
        settings: Where the data folder is.
        shell: The language.

    Raises:
        NotWrittenError: The file cannot be written; what stood there stays.
    """
    _ = shell.texts.gettext
    with source(settings, name) as given:
        total = given.outbox.count_played(since)
        with progress_bar(_("Attempts"), total) as one_more:
            told = Told(given.talks, given.actor, one_more)
            count = write_all(path, told.each(given.outbox.played(since)))
    tell_written(path, count, shell)
    tell_unreadable(told.unreadable, shell)
    return Exit.FAILED if told.unreadable else Exit.FINE


def write_all(path: Path | None, attempts: Iterable[Sequence[Statement]]) -> int:
    """Write statements, attempt by attempt; returns how many.

    Raises:
        NotWrittenError: The file cannot be written; what stood there stays.
    """
    count = _Counted(attempts)
    if path is None:
        _print(count)
    else:
        write_chunks(path, _chunks(path, count))
    return count.n


def tell_written(path: Path | None, count: int, shell: Shell) -> None:
    """Say how many statements stand in a file."""
    if path is not None:
        said = shell.texts.ngettext(
            "{n} statement in {path}.", "{n} statements in {path}.", count
        )
        tell(said.format(n=count, path=path))


class _Counted:
    """Statements that are counted while they go by."""

    def __init__(self, attempts: Iterable[Sequence[Statement]]) -> None:
        self._attempts = attempts
        self.n = 0

    def __iter__(self) -> Iterator[Statement]:
        for found in self._attempts:
            self.n += len(found)
            yield from found


def _print(found: Iterable[Statement]) -> None:
    plainly = not speaks_unicode(sys.stdout)
    for one in found:
        line = encoded(one).decode()
        click.echo(json.dumps(one.body) if plainly or first_unsafe(line) else line)


def _chunks(path: Path, found: Iterable[Statement]) -> Iterator[bytes]:
    if path.suffix.lower() != ".json":
        yield from (encoded(one) + b"\n" for one in found)
        return
    before = b"[\n"
    for one in found:
        yield before + encoded(one)
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"
