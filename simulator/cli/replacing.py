"""Files that are there already: replaced when that is asked for, else left alone."""

from pathlib import Path

import click

from simulator.cli.output import tell
from simulator.cli.settings import Shell


def force_option(shell: Shell) -> click.Option:
    """Make the option that lets a file be replaced."""
    _ = shell.texts.gettext
    return click.Option(
        ["--force"], is_flag=True, help=_("Replace a file that is there already.")
    )


def stays(path: Path | None, *, force: bool, shell: Shell) -> bool:
    """Tell whether a file must stay as it is, and say so to the person."""
    if path is None or force or not path.exists():
        return False
    told = shell.texts.gettext("{path} is there already. --force replaces it.")
    tell(told.format(path=path))
    return True
