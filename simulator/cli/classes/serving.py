"""`whose-client class serve`: go on serving what was opened before."""

from typing import TYPE_CHECKING

import click

from simulator.cli.classes.where import (
    data_of,
    logs_of,
    place_of,
    served,
    where_options,
)
from simulator.cli.program import NAME, Page, Paged, exits
from simulator.cli.settings import Shell, settings_of

if TYPE_CHECKING:
    from simulator.classroom.desk import Desk
    from simulator.classroom.hall import Hall


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext

    def run(**where: object) -> int:
        from simulator.cli.classes.lines import announce_all

        settings = settings_of(click.get_current_context())

        async def opened(hall: "Hall", _desk: "Desk", url: str) -> None:
            await announce_all(hall, url, data_of(settings), shell)

        logs = logs_of(where["database"], settings)
        return served(place_of(where), logs, settings, shell, opened)

    page = Page(
        text=_(
            "Serve the classes that were opened before, until Ctrl+C.\n"
            "\n"
            "People go on at the line where they were; the code stays the same. Any "
            "number of servers may serve the classes of one --database: a balancer "
            "before them sends people to whichever it likes, and where one is killed "
            "they go on at another."
        ),
        examples=(
            f"{NAME} class serve --host 0.0.0.0",
            f"{NAME} class serve --host 10.0.0.5 --address https://class.example.org",
        ),
        exits=exits(shell, store=True),
    )
    return Paged("serve", page, shell, run, where_options(shell))
