"""How far a long piece of work is, on standard error, where somebody looks at it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from simulator.cli.settings import Shell

_CLEAR = "\r\x1b[K"


@contextmanager
def progress_bar(label: str, total: int) -> Iterator[Callable[[int], Any]]:
    """Show a bar; what comes out is told how much more is done.

    Args:
        label: What is counted, in the person's language.
        total: How much there is to do; 0 shows nothing.
    """
    if not total or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        yield bar.update


@contextmanager
def checking(shell: Shell) -> Iterator[Callable[[int, int], None]]:
    """Say which scenario of how many is being checked; the line goes away after it."""
    told = shell.texts.gettext("Checking scenario {n} of {of} …")

    def say(done: int, of: int) -> None:
        if sys.stderr.isatty():
            line = told.format(n=done + 1, of=of)
            click.echo(f"{_CLEAR}{line}", nl=False, err=True)

    try:
        yield say
    finally:
        if sys.stderr.isatty():
            click.echo(_CLEAR, nl=False, err=True)
