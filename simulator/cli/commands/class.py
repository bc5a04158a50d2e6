"""`whose-client class`: people who play the same talk at once, each in a browser."""

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from simulator.cli.exits import Exit
from simulator.cli.output import format_option, tell, write_json
from simulator.cli.program import NAME, Page, Paged, PagedGroup, exits
from simulator.cli.settings import Settings, Shell, settings_of

if TYPE_CHECKING:
    from simulator.classroom.hall import Hall
    from simulator.classroom.serving import Place

PORT: Final = 8765
TOKEN: Final = "WHOSE_CLIENT_TOKEN"
"""The variable that holds the trainer's token on a machine that has no note of it."""


def command(shell: Shell) -> click.Command:
    """Make the group."""
    _ = shell.texts.gettext
    page = Page(
        text=_(
            "Hold a class: people come in by a code, with a phone, a laptop or a "
            "terminal browser, and each plays the talk at his own pace.\n"
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
        _open(shell),
        _serve(shell),
        _watch(shell),
        _report(shell),
        _close(shell),
    ]
    return PagedGroup("class", page, shell, commands)


def _open(shell: Shell) -> click.Command:
    _ = shell.texts.gettext
    scenario = click.Argument(["scenario"], metavar=_("SCENARIO"))
    mode = click.Option(
        ["--mode"],
        type=click.Choice(["choose", "speak", "exam"]),
        default="choose",
        show_default=True,
        help=_("How people answer."),
    )

    headless = click.Option(
        ["--headless"],
        is_flag=True,
        help=_("Tell in lines who comes in, in place of the board."),
    )

    def run(scenario: str, mode: str, headless: bool, **where: object) -> int:
        from simulator.classroom.held import Pace
        from simulator.cli.classboard import board_of
        from simulator.cli.classtext import Told, announce
        from simulator.cli.opening import library
        from simulator.engine import Mode

        settings = settings_of(click.get_current_context())
        shelf = library(settings)
        loaded = shelf.load(scenario, shell.language)

        async def opened(hall: "Hall", url: str) -> "Beside | None":
            begun = await hall.open(shelf, loaded, Mode(mode), Pace.OWN)
            told = Told(url, begun.room, begun.token)
            if headless or settings.plain or not _on_a_screen():
                announce(told, hall, _data(settings), shell)
                return None
            exposed = place.is_open and not place.secure
            return board_of(told, hall, settings, shell, exposed=exposed)

        place = _place(where)
        return _served(place, settings, shell, opened)

    page = Page(
        text=_(
            "Open a class and serve it.\n"
            "\n"
            "In a terminal the board shows the address, the code and a QR code to come "
            "in by, who is in, where each one is, and both scores as they stand; with "
            "--headless, with --plain and where nobody looks it is told in lines. "
            "Without --host only this machine can reach it. A scenario with forms "
            "cannot be played by a class yet."
        ),
        examples=(
            f"{NAME} class open client-x",
            f"{NAME} class open client-x --host 0.0.0.0 --mode speak",
        ),
        exits=exits(shell, store=True),
    )
    params = [scenario, mode, headless, *_where(shell)]
    return Paged("open", page, shell, run, params)


def _serve(shell: Shell) -> click.Command:
    _ = shell.texts.gettext

    def run(**where: object) -> int:
        from simulator.cli.classtext import announce_all

        settings = settings_of(click.get_current_context())

        async def opened(hall: "Hall", url: str) -> None:
            await announce_all(hall, url, _data(settings), shell)

        return _served(_place(where), settings, shell, opened)

    page = Page(
        text=_(
            "Serve the classes that were opened before, until Ctrl+C.\n"
            "\n"
            "People go on at the line where they were; the code stays the same."
        ),
        examples=(f"{NAME} class serve --host 0.0.0.0",),
        exits=exits(shell, store=True),
    )
    return Paged("serve", page, shell, run, _where(shell))


def _watch(shell: Shell) -> click.Command:
    _ = shell.texts.gettext

    def run(code: str, form: str) -> int:
        from simulator.cli.classtext import watched, write_people

        settings = settings_of(click.get_current_context())
        found = watched(_data(settings), code, os.environ.get(TOKEN, ""), shell)
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
    params = [_code(shell), format_option(shell.texts)]
    return Paged("watch", page, shell, run, params)


def _report(shell: Shell) -> click.Command:
    _ = shell.texts.gettext
    output = click.Option(
        ["--output"],
        type=click.Path(path_type=Path, dir_okay=False),
        metavar=_("FILE"),
        help=_("Write a table: FILE.csv or FILE.xlsx. Otherwise to stdout, as text."),
    )

    def run(code: str, output: Path | None) -> int:
        from simulator.cli.classreport import report

        settings = settings_of(click.get_current_context())
        return report(_data(settings), code, output, shell)

    page = Page(
        text=_(
            "Write what each person's talk in a class came to: the outcome, both "
            "scores and the eight principles.\n"
            "\n"
            "Reads what is kept on this machine; nobody need serve the class. Without "
            "CODE the class opened last is meant. The scores are not validated."
        ),
        examples=(
            f"{NAME} class report",
            f"{NAME} class report k7m2x9qd --output class.xlsx",
        ),
        exits=exits(shell, _("there is no such class"), store=True),
    )
    return Paged("report", page, shell, run, [_code(shell), output])


def _close(shell: Shell) -> click.Command:
    _ = shell.texts.gettext

    def run(code: str) -> int:
        from simulator.cli.classtext import closed

        settings = settings_of(click.get_current_context())
        closed(_data(settings), code, os.environ.get(TOKEN, ""), shell)
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
    return Paged("close", page, shell, run, [_code(shell)])


def _where(shell: Shell) -> list[click.Parameter]:
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
    ]


def _code(shell: Shell) -> click.Argument:
    metavar = shell.texts.gettext("[CODE]")
    return click.Argument(["code"], default="", metavar=metavar, required=False)


def _place(where: dict[str, object]) -> "Place":
    from simulator.classroom.serving import Place

    certificate, key = where["tls_cert"], where["tls_key"]
    return Place(
        str(where["host"]),
        int(str(where["port"])),
        certificate if isinstance(certificate, Path) else None,
        key if isinstance(key, Path) else None,
    )


def _data(settings: Settings) -> Path:
    from simulator import places

    return places.data_dir(settings.data)


def _on_a_screen() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _served(
    place: "Place",
    settings: Settings,
    shell: Shell,
    opened: "Opened",
) -> int:
    """Serve until somebody interrupts; say first what an open door means."""
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
        asyncio.run(serve(place, _data(settings), opened))
    except KeyboardInterrupt:
        tell(_("Stopped. `whose-client class serve` goes on where it was."))
    return Exit.FINE


if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from simulator.classroom.serving import Beside

    Opened = Callable[[Hall, str], Awaitable[Beside | None]]
