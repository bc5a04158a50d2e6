"""What a class without a board says in lines."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulator.classroom.aliases import known_as
from simulator.classroom.codes import code_shown
from simulator.classroom.hall import Hall
from simulator.classroom.room import Room
from simulator.classroom.scores import scorecard
from simulator.classroom.seats import Seat
from simulator.cli.classes.told import Told, keep, moved
from simulator.cli.output import tell, write, write_table
from simulator.cli.settings import Shell
from simulator.reports.numbers import whole

_tasks: set["asyncio.Task[None]"] = set()


def announce(told: Told, hall: Hall, data: Path, shell: Shell) -> None:
    """Say how people come in, keep the token for `watch`, and go on telling."""
    _ = shell.texts.gettext
    code = told.room.header.code
    if told.token:
        keep(told, data)
    write(_("Class: {title}").format(title=told.room.scenario.title))
    write(_("Address: {url}").format(url=told.door))
    write(_("Code: {code}").format(code=code_shown(code)))
    _draw(told.door)
    if told.token:
        write(_("For the trainer: {url}").format(url=told.desk))
    tell(_("Ctrl+C stops the server; what was answered stays."))
    task = asyncio.get_running_loop().create_task(_narrate(hall, told.room, shell))
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)


async def announce_all(hall: Hall, url: str, data: Path, shell: Shell) -> None:
    """Announce the classes that are not over."""
    for room in await hall.going_on():
        announce(Told(url, room, ""), hall, data, shell)
        moved(data, room.header.id, url)


def write_people(found: Mapping[str, Any], shell: Shell) -> None:
    """Write who is in a class as a table."""
    _ = shell.texts.gettext
    head = [_("name"), _("turn"), _("where"), _("business"), _("rules")]
    rows = [
        [
            str(one["name"]),
            str(one["turn"]),
            str(one["title"] or one["line"]),
            _points(one["business"]),
            _points(one["key_client"]),
        ]
        for one in found["people"]
    ]
    write_table(head, rows)


def _points(points: float | None) -> str:
    return "–" if points is None else str(round(points))


def _draw(url: str) -> None:
    """Draw a QR code where somebody looks at it."""
    import sys

    import segno

    if sys.stdout.isatty():
        segno.make(url.upper(), micro=False).terminal(compact=True)


async def _narrate(hall: Hall, room: Room, shell: Shell) -> None:
    """Say who comes in, and what each talk came to, as it happens."""
    ngettext, _ = shell.texts.ngettext, shell.texts.gettext
    known, done = set(room.seats), {p for p, s in room.seats.items() if s.finished}
    while not room.closed:
        change = hall.changes(room)
        await change.wait()
        for person, seat in room.seats.items():
            if person not in known:
                known.add(person)
                count = ngettext("{n} person", "{n} people", len(known))
                came = _("{name} has come in: {count}.")
                tell(
                    came.format(
                        name=known_as(room, seat), count=count.format(n=len(known))
                    )
                )
            if seat.finished and person not in done:
                done.add(person)
                tell(_finished(room, seat, shell))


def _finished(room: Room, seat: Seat, shell: Shell) -> str:
    _ = shell.texts.gettext
    card = scorecard(room, seat)
    ending = room.scenario.endings[seat.state.ending or ""]
    points = "–" if card.business is None else str(whole(card.business))
    rules = "–" if card.key_client is None else str(whole(card.key_client.points))
    return _("{name} has finished: {ending}; {business} and {rules} points.").format(
        name=known_as(room, seat), ending=ending.title, business=points, rules=rules
    )
