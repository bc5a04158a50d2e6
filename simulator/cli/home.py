"""The program without a command: it opens the game."""

from collections.abc import Callable

import click

from simulator.cli.program import NAME, Page, Program, exits
from simulator.cli.settings import Shell, settings_of


def program(shell: Shell) -> click.Group:
    """Make the program, with its help in the user's language."""
    return Program(page(shell), shell, _home(shell))


def page(shell: Shell) -> Page:
    """Write the help page of the whole program."""
    _ = shell.texts.gettext
    return Page(
        text=_(
            "Whose client? A manager will not give up a client: rehearse that talk.\n"
            "\n"
            "Without a command the game opens. Nothing is sent anywhere, unless you "
            "`export` to an address."
        ),
        examples=(NAME, f"{NAME} play client-x", f"{NAME} --lang en --plain"),
        exits=exits(shell, _("findings, or what was asked for failed"), store=True),
    )


def _home(shell: Shell) -> Callable[[], int]:
    def home() -> int:
        context = click.get_current_context()
        if context.invoked_subcommand is not None:
            return 0
        from simulator.cli.game import play

        return play(settings_of(context), shell)

    return home
