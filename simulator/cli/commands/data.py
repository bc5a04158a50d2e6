"""`whose-client data`: everything about the person on this machine, in his own hand."""

import click

from simulator.cli.data import backup, erasing, exporting, importing
from simulator.cli.program import NAME, Page, PagedGroup, exits
from simulator.cli.settings import Shell


def command(shell: Shell) -> click.Command:
    """Make the group."""
    _ = shell.texts.gettext
    page = Page(
        text=_(
            "Take everything about you with you, take it in elsewhere, copy it, or "
            "erase it.\n"
            "\n"
            "Talks are kept on this machine alone. An archive holds them with all that "
            "was said; see docs/data.md for what is in it."
        ),
        examples=(
            f"{NAME} data export my-talks.zip",
            f"{NAME} data import my-talks.zip",
            f"{NAME} data backup talks-monday.sqlite",
            f"{NAME} data erase",
        ),
        exits=exits(shell, store=True),
    )
    commands = [
        exporting.command(shell),
        importing.command(shell),
        backup.command(shell),
        erasing.command(shell),
    ]
    return PagedGroup("data", page, shell, commands)
