"""`whose-client class open`: open a class and serve it."""

from typing import TYPE_CHECKING

import click

from simulator.cli.classes.watching import on_a_screen
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
    from simulator.classroom.serving import Beside


def command(shell: Shell) -> click.Command:
    """Make the command."""
    _ = shell.texts.gettext
    scenario = click.Argument(["scenario"], metavar=_("SCENARIO"))
    mode = click.Option(
        ["--mode"],
        type=click.Choice(["choose", "speak", "exam"]),
        default="choose",
        show_default=True,
        help=_("How people answer."),
    )

    pace = click.Option(
        ["--pace"],
        type=click.Choice(["own", "together"]),
        default="own",
        show_default=True,
        help=_("Each plays by himself, or the room answers each line together."),
    )
    headless = click.Option(
        ["--headless"],
        is_flag=True,
        help=_("Tell in lines who comes in, in place of the board."),
    )

    names = click.Option(
        ["--names"],
        type=click.Choice(["real", "alias"]),
        default="real",
        show_default=True,
        help=_("What people are called on the board, on the wall and in reports."),
    )

    def run(
        scenario: str,
        mode: str,
        pace: str,
        headless: bool,
        names: str,
        **where: object,
    ) -> int:
        from simulator.classroom.held import Names, Pace
        from simulator.cli.classes.board import board_of
        from simulator.cli.classes.lines import announce
        from simulator.cli.classes.told import Told
        from simulator.cli.opening import library
        from simulator.engine import Mode

        settings = settings_of(click.get_current_context())
        shelf = library(settings)
        loaded = shelf.load(scenario, shell.language)

        async def opened(hall: "Hall", desk: "Desk", url: str) -> "Beside | None":
            begun = await hall.open(shelf, loaded, Mode(mode), Pace(pace), Names(names))
            told = Told(url, begun.room, begun.token)
            if headless or settings.plain or not on_a_screen():
                announce(told, hall, data_of(settings), shell)
                return None
            exposed = place.is_open and not place.secure
            return board_of(told, hall, desk, settings, shell, exposed=exposed)

        place = place_of(where)
        logs = logs_of(where["database"], settings)
        return served(place, logs, settings, shell, opened)

    page = Page(
        text=_(
            "Open a class and serve it.\n"
            "\n"
            "In a terminal the board shows the address, the code and a QR code to come "
            "in by, who is in, where each one is, and both scores as they stand; with "
            "--pace together how the room answers, and the keys to lead it by. With "
            "--headless, with --plain and where nobody looks it is told in lines, and "
            "`class watch` shows the board in another terminal.\n"
            "\n"
            "Without --host only this machine can reach it. With --names alias nobody "
            "sees what people have typed as their names."
        ),
        examples=(
            f"{NAME} class open client-x",
            f"{NAME} class open client-x --host 0.0.0.0 --mode speak",
            f"{NAME} class open client-x --host 0.0.0.0 --pace together",
            f"{NAME} class open client-x --names alias",
        ),
        exits=exits(shell, store=True),
    )
    params = [scenario, mode, pace, headless, names, *where_options(shell)]
    return Paged("open", page, shell, run, params)
