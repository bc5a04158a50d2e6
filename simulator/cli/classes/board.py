"""The trainer's board: beside the server, or from another terminal."""

import io
import ipaddress
import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from simulator import i18n, places
from simulator.classroom.codes import code_shown
from simulator.cli.classes.asking import PATIENCE
from simulator.cli.classes.sources import Far, Served
from simulator.cli.classes.told import Told, door_of, keep
from simulator.cli.settings import Settings, Shell

if TYPE_CHECKING:
    from simulator.classroom.desk import Desk
    from simulator.classroom.hall import Hall
    from simulator.classroom.serving import Beside
    from simulator.tui.classapp import Seen, Source, Way


def board_of(
    told: Told,
    hall: "Hall",
    desk: "Desk",
    settings: Settings,
    shell: Shell,
    *,
    exposed: bool,
) -> "Beside":
    """Return what shows the board of a class while it is served.

    Args:
        told: The class.
        hall: Where it is held.
        desk: Looks at it.
        settings: The global options.
        shell: Gives the language.
        exposed: Whether others on the network can read along.
    """
    keep(told, places.data_dir(settings.data))

    async def shown() -> int:
        way = way_in(told.door, told.room.header.code, exposed=exposed, serving=True)
        source = Served(hall, desk, told.room)
        return await _show(source, await source.look(), way, settings, shell)

    return shown


async def board_from_afar(
    url: str, token: str, settings: Settings, shell: Shell
) -> int:
    """Show the board of a class that another program serves.

    Args:
        url: The trainer's address.
        token: His token.
        settings: The global options.
        shell: Gives the language.

    Returns:
        The exit code: 0, or 129 when the terminal was closed.

    Raises:
        NoServerError, WrongTokenError: The class cannot be reached at first.
    """
    first = await Far(url, token, PATIENCE).look()
    source = Far(url, token)
    door, parts = door_of(url, first["code"]), urlsplit(url)
    exposed = parts.scheme == "http" and not _is_here(parts.hostname or "")
    way = way_in(door, first["code"], exposed=exposed, serving=False)
    return await _show(source, first, way, settings, shell)


def way_in(door: str, code: str, *, exposed: bool, serving: bool) -> "Way":
    """Return how people come in, as the board shows it."""
    from simulator.tui.classapp import Way

    return Way(door, code_shown(code), drawn(door), exposed, serving)


def drawn(url: str) -> str:
    """Return the QR code of an address in half blocks: two rows of it to a line.

    Capitals take a third less room, so that it fits into the smallest terminal; to an
    address they make no difference, and the server knows its path in both.
    """
    import segno

    code = segno.make(url.upper(), micro=False)
    rows = [[bool(cell) for cell in row] for row in code.matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    lines = io.StringIO()
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        pairs = zip(upper, lower, strict=True)
        lines.write("".join(" ▄▀█"[2 * up + down] for up, down in pairs) + "\n")
    return lines.getvalue().rstrip("\n")


async def _show(
    source: "Source", first: "Seen", way: "Way", settings: Settings, shell: Shell
) -> int:
    from simulator.cli.habits import recalled
    from simulator.tui.classapp import show_board
    from simulator.tui.game import Habits, game_without_talks

    if not settings.colour:
        os.environ["NO_COLOR"] = "1"
    habits = recalled(places.habits_file(places.data_dir(settings.data)))
    chosen = Habits(**{**habits, "language": shell.language})
    game = game_without_talks(i18n.load, chosen)
    return await show_board(game, source, first, way)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
