"""`whose-client class`: people who play the same talk at once, each in a browser."""

import click

from simulator.cli.classes import (
    closing,
    erasing,
    exporting,
    joining,
    opening,
    reporting,
    serving,
    watching,
)
from simulator.cli.program import NAME, Page, PagedGroup, exits
from simulator.cli.settings import Shell


def command(shell: Shell) -> click.Command:
    """Make the group."""
    _ = shell.texts.gettext
    page = Page(
        text=_(
            "Hold a class: people come in by a code, with a phone, a laptop or a "
            "terminal, and each plays the talk at his own pace.\n"
            "\n"
            "Every answer is kept before it is shown, so a class outlives a closed "
            "phone, a lost network and a server that was stopped: `class serve` goes "
            "on where it was."
        ),
        examples=(
            f"{NAME} class open client-x --host 0.0.0.0",
            f"{NAME} class serve --host 0.0.0.0",
            f"{NAME} class watch",
        ),
        exits=exits(shell, store=True),
    )
    commands = [
        opening.command(shell),
        joining.command(shell),
        serving.command(shell),
        watching.command(shell),
        reporting.command(shell),
        closing.command(shell),
        exporting.command(shell),
        erasing.command(shell),
    ]
    return PagedGroup("class", page, shell, commands)
