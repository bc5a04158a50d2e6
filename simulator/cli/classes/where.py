"""Which class, and where its server listens: what the commands of a class share."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from simulator.cli.exits import Exit
from simulator.cli.output import tell
from simulator.cli.settings import Settings, Shell

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from simulator.classroom.desk import Desk
    from simulator.classroom.hall import Hall
    from simulator.classroom.serving import Beside, Place
    from simulator.store import Logs

    Opened = Callable[[Hall, Desk, str], Awaitable[Beside | None]]

PORT: Final = 8765
TOKEN: Final = "WHOSE_CLIENT_TOKEN"
"""The variable that holds the trainer's token on a machine that has no note of it."""
DATABASE: Final = "WHOSE_CLIENT_DATABASE"
"""The variable that holds what --database does, out of sight of who lists processes."""


def where_options(shell: Shell) -> list[click.Parameter]:
    """Return the options that say where a server listens, and where classes are."""
    _ = shell.texts.gettext
    file = click.Path(path_type=Path, exists=True, dir_okay=False)
    return [
        click.Option(
            ["--host"],
            default="127.0.0.1",
            show_default=True,
            help=_("Where to listen; 0.0.0.0 lets other machines in."),
        ),
        click.Option(
            ["--port"],
            type=click.IntRange(0, 65_535),
            default=PORT,
            show_default=True,
            help=_("The port; 0 takes a free one."),
        ),
        click.Option(["--tls-cert"], type=file, help=_("Speak TLS by this file.")),
        click.Option(["--tls-key"], type=file, help=_("The key of --tls-cert.")),
        click.Option(
            ["--address"],
            default="",
            metavar=_("URL"),
            help=_("The address that people type, where a proxy stands before it."),
        ),
        click.Option(
            ["--proxy"],
            default="",
            metavar=_("IP"),
            help=_("Believe this proxy, or network, where a request comes from."),
        ),
        database_option(shell),
    ]


def database_option(shell: Shell) -> click.Option:
    """Return the option that says where classes are kept."""
    _ = shell.texts.gettext
    return click.Option(
        ["--database"],
        default="",
        envvar=DATABASE,
        metavar=_("URL"),
        help=_(
            "Keep classes in PostgreSQL (postgresql://…), for several servers; better "
            "by the variable WHOSE_CLIENT_DATABASE, which hides the password."
        ),
    )


def names_option(shell: Shell) -> click.Option:
    """Return the option that says what people are called where a class is told of."""
    _ = shell.texts.gettext
    return click.Option(
        ["--names"],
        type=click.Choice(["real", "alias"]),
        default="real",
        show_default=True,
        help=_(
            "What people of a class are called. One that was opened with --names "
            "alias shows no names."
        ),
    )


def code_argument(shell: Shell) -> click.Argument:
    """Return the argument that names a class; empty: the class opened last."""
    metavar = shell.texts.gettext("[CODE]")
    return click.Argument(["code"], default="", metavar=metavar, required=False)


def place_of(where: dict[str, object]) -> "Place":
    """Return where a server listens, from `where_options`."""
    from simulator.classroom.serving import Place

    certificate, key = where["tls_cert"], where["tls_key"]
    return Place(
        str(where["host"]),
        int(str(where["port"])),
        certificate if isinstance(certificate, Path) else None,
        key if isinstance(key, Path) else None,
        str(where["address"]),
        str(where["proxy"]),
    )


def data_of(settings: Settings) -> Path:
    """Return the folder where classes are kept on this machine."""
    from simulator import places

    return places.data_dir(settings.data)


def logs_of(database: object, settings: Settings) -> "Logs":
    """Return where classes are kept, from the option --database."""
    from simulator.store import logs_in

    return logs_in(data_of(settings), str(database))


def served(
    place: "Place",
    logs: "Logs",
    settings: Settings,
    shell: Shell,
    opened: "Opened",
) -> int:
    """Serve until somebody interrupts; say first what an open door means."""
    from simulator import places
    from simulator.classroom.serving import serve

    _ = shell.texts.gettext
    if place.is_open and not place.secure:
        tell(
            _(
                "Whoever is on this network can reach the class, and without "
                "--tls-cert he can also read along and answer for others. Do that "
                "only on a network that you trust."
            )
        )
    try:
        shelf = places.read_dir(data_of(settings))
        return asyncio.run(serve(place, logs, shelf, opened))
    except KeyboardInterrupt:
        tell(_("Stopped. `whose-client class serve` goes on where it was."))
    return Exit.FINE
