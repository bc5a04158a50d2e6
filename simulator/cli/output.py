"""How commands write data to stdout."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from gettext import NullTranslations

import click

from simulator.cli.streams import speaks_unicode
from simulator.plaintext import first_unsafe, plain

FORMATS = ("text", "json")


def format_option(
    texts: NullTranslations, formats: Sequence[str] = FORMATS
) -> click.Option:
    """Make the option that chooses between words and what programs read."""
    _ = texts.gettext
    return click.Option(
        ["--format", "form"],
        type=click.Choice(formats),
        default="text",
        show_default=True,
        help=_("How to write to stdout."),
    )


def write_json(data: object) -> None:
    """Write a value as JSON; what stdout cannot show, or must not, is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    if not speaks_unicode(sys.stdout) or first_unsafe(text):
        text = json.dumps(data, indent=2)
    click.echo(text)


def tell(text: str) -> None:
    """Say something to the person, on stderr; data goes to stdout instead."""
    click.echo(plain(text), err=True)


def write(text: str) -> None:
    """Write words, which may come from anywhere."""
    click.echo(plain(text))


def write_to_fit(text: str) -> None:
    """Write a line; on a terminal that is narrower it is broken between words.

    What stands after two spaces hangs under itself: words beside a drawing. What goes
    into a file or to another program stays on one line.
    """
    line = plain(text)
    if (width := terminal_width()) is not None:
        indent = len(line) - len(line.partition("  ")[2]) if "  " in line else 0
        line = fitted(line, width, min(indent, width // 2))
    click.echo(line)


def terminal_width() -> int | None:
    """Return the columns of the terminal that stdout is; None when it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def fitted(line: str, width: int, indent: int) -> str:
    """Break a line at its spaces, and nowhere else: a path or an id stays whole.

    Args:
        line: The words.
        width: Columns.
        indent: Columns that every line but the first is moved in.
    """
    return textwrap.fill(
        line,
        width,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def write_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], spare: Sequence[str] = ()
) -> None:
    """Write rows under their heads, in columns parted by two spaces.

    Args:
        head: The headings.
        rows: Cells, as many as there are headings.
        spare: Headings of columns that are left out, one after the other, on a terminal
            that is too narrow for the table.
    """
    cells = ([plain(cell) for cell in row] for row in rows)
    columns = list(zip(head, *cells, strict=True))
    for heading in spare:
        if _wide(columns) <= (terminal_width() or _wide(columns)):
            break
        columns = [column for column in columns if column[0] != heading]
    widths = [max(map(len, column)) for column in columns]
    for row in zip(*columns, strict=True):
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def _wide(columns: Iterable[Sequence[str]]) -> int:
    """Return how many columns of the terminal a table takes."""
    return sum(max(map(len, column)) + 2 for column in columns) - 2
