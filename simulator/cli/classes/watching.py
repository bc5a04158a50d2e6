"""`whose-client class watch`: who is in a class, and where each one is."""

import os

import click

from simulator.cli.classes.where import TOKEN, code_argument, data_of
from simulator.cli.exits import Exit
from simulator.cli.output import format_option, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(code: str, form: str) -> int:
        from simulator.cli.classes.asking import watched
        from simulator.cli.classes.lines import write_people

        settings = settings_of(click.get_current_context())
        found = watched(data_of(settings), code, os.environ.get(TOKEN, ""), shell)
        if form == "json":
            write_json(found)
        else:
            write_people(found, shell)
        return Exit.FINE

    page = Page(
        text=_(
            "Tell who is in a class, and how far each one is.\n"
            "\n"
            "CODE is that of the class; without it the class opened last is meant. On "
            "another machine than that of the server, CODE is the address that "
            "`class open` has shown to the trainer, and the variable "
            "WHOSE_CLIENT_TOKEN holds the token."
        ),
        examples=(f"{NAME} class watch", f"{NAME} class watch --format json"),
        exits=exits(shell, _("there is no such class, or nobody serves it")),
    )
    params = [code_argument(shell), format_option(shell.texts)]
    return Paged("watch", page, shell, run, params)
