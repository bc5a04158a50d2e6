"""`whose-client class close`: end a class."""

import os

import click

from simulator.cli.classes.where import TOKEN, code_argument, data_of
from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(code: str) -> int:
        from simulator.cli.classes.asking import closed

        settings = settings_of(click.get_current_context())
        closed(data_of(settings), code, os.environ.get(TOKEN, ""), shell)
        tell(_("The class is over."))
        return Exit.FINE

    page = Page(
        text=_(
            "End a class: nobody comes in and nobody answers any more.\n"
            "\n"
            "Debriefs can be read as long as somebody serves the class."
        ),
        examples=(f"{NAME} class close", f"{NAME} class close k7m2x9qd"),
        exits=exits(shell, _("there is no such class, or nobody serves it")),
    )
    return Paged("close", page, shell, run, [code_argument(shell)])
