"""`whose-client class watch`: the trainer's board, or who is where in lines."""

import os
import sys

import click
from click.core import ParameterSource

from simulator.cli.classes.where import TOKEN, code_argument, data_of
from simulator.cli.exits import Exit
from simulator.cli.output import format_option, write_json
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Settings, Shell, settings_of


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(code: str, form: str) -> int:
        context = click.get_current_context()
        settings = settings_of(context)
        asked = context.get_parameter_source("form") is not ParameterSource.DEFAULT
        if asked or settings.plain or not on_a_screen():
            return _written(code, form, settings, shell)
        return _shown(code, settings, shell)

    page = Page(
        text=_(
            "Watch and lead a class: the trainer's board, from any terminal.\n"
            "\n"
            "The board is the one that `class open` shows: who is in and where each "
            "one is; with `--pace together` how the room answers, and keys to lead it "
            "by. ? explains them. With --format, with --plain and where nobody looks "
            "it is told once, in lines.\n"
            "\n"
            "CODE is that of the class; without it the class opened last is meant. On "
            "another machine than that of the server, CODE is the address that "
            "`class open` has shown to the trainer, and the variable "
            "WHOSE_CLIENT_TOKEN holds the token."
        ),
        examples=(
            f"{NAME} class watch",
            f"{NAME} class watch https://host:8765/t/261127…",
            f"{NAME} class watch --format json",
        ),
        exits=exits(shell, _("there is no such class, or nobody serves it")),
    )
    params = [code_argument(shell), format_option(shell.texts)]
    return Paged("watch", page, shell, run, params)


def on_a_screen() -> bool:
    """Tell whether somebody looks, and has keys to press."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _written(code: str, form: str, settings: Settings, shell: Shell) -> int:
    from simulator.cli.classes.asking import watched
    from simulator.cli.classes.lines import write_people

    found = watched(data_of(settings), code, os.environ.get(TOKEN, ""), shell)
    if form == "json":
        write_json(found)
    else:
        write_people(found, shell)
    return Exit.FINE


def _shown(code: str, settings: Settings, shell: Shell) -> int:
    import asyncio

    from simulator.cli.classes.board import board_from_afar
    from simulator.cli.classes.told import desk_of

    url, token = desk_of(data_of(settings), code, os.environ.get(TOKEN, ""))
    return asyncio.run(board_from_afar(url, token, settings, shell))
