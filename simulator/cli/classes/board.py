"""The trainer's board, with what the server knows on it."""

import asyncio
import io
import os
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator import i18n, places
from simulator.classroom.codes import code_shown
from simulator.classroom.desk import Desk
from simulator.classroom.hall import Hall
from simulator.classroom.serving import Beside
from simulator.cli.classes.told import Told, keep
from simulator.cli.settings import Settings, Shell

if TYPE_CHECKING:
    from simulator.tui.screens.board import Board, Person


def board_of(
    told: Told,
    hall: Hall,
    desk: Desk,
    settings: Settings,
    shell: Shell,
    *,
    exposed: bool,
) -> Beside:
    """Return what shows the board of a class while it is served.

    Args:
        told: The class.
        hall: Where it is held.
        desk: Looks at it.
        settings: The global options.
        shell: Gives the language.
        exposed: Whether others on the network can read along.
    """
    data = places.data_dir(settings.data)
    keep(told, data)
    if not settings.colour:
        os.environ["NO_COLOR"] = "1"
    tasks: set[asyncio.Task[None]] = set()

    def end() -> None:
        tasks.add(asyncio.ensure_future(hall.close(told.room)))

    async def shown() -> int:
        from simulator.cli.habits import recalled
        from simulator.tui.classapp import show_board
        from simulator.tui.game import Habits, game_without_talks

        habits = recalled(places.habits_file(data))
        chosen = Habits(**{**habits, "language": shell.language})
        game = game_without_talks(i18n.load, chosen)
        look = partial(_looked, told, desk, exposed=exposed)
        return await show_board(game, look, drawn(told.door), end)

    return shown


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


def _looked(told: Told, desk: Desk, *, exposed: bool) -> "Board":
    from simulator.tui.screens.board import Board

    seen = desk.seen(told.room)
    return Board(
        title=seen["title"],
        address=told.door,
        code=code_shown(seen["code"]),
        people=tuple([_person(one) for one in seen["people"]]),
        per_minute=seen["per_minute"],
        closed=seen["closed"],
        exposed=exposed,
    )


def _person(one: Mapping[str, Any]) -> "Person":
    from simulator.tui.screens.board import Person

    return Person(
        name=one["name"],
        turn=one["turn"],
        where=one["title"] or one["scene"],
        finished=one["ending"] is not None,
        good=one["good"],
        business=_points(one["business"]),
        rules=_points(one["key_client"]),
    )


def _points(points: float | None) -> str:
    return "–" if points is None else str(round(points))
