"""What the trainer's terminal says of a class, and how it asks the server."""

import asyncio
import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from simulator.classroom.codes import code_of, code_shown
from simulator.classroom.hall import Hall
from simulator.classroom.room import Room, Seat
from simulator.cli.output import tell, write, write_table
from simulator.cli.settings import Shell
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.reports.numbers import whole

FOLDER: Final = "classes"
_PATIENCE: Final = 10.0
"""Seconds to wait for the server."""
_tasks: set["asyncio.Task[None]"] = set()


class NoServerError(SimulatorError):
    """Nobody answers for a class."""

    def __init__(self, why: str) -> None:
        super().__init__(
            N_(
                "The class cannot be reached: {why}. Is `whose-client class serve` "
                "running?"
            ),
            why=why,
        )


class NoNoteError(SimulatorError):
    """This machine knows of no such class."""

    def __init__(self) -> None:
        super().__init__(
            N_("This machine has opened no such class. Name the trainer's address.")
        )


@dataclass(frozen=True, slots=True)
class Told:
    """A class as its trainer is told of it."""

    url: str
    room: Room
    token: str

    @property
    def door(self) -> str:
        """The address that people come in by."""
        return f"{self.url}/j/{self.room.header.code}"

    @property
    def desk(self) -> str:
        """The address of the trainer."""
        return f"{self.url}/t/{self.room.header.id}"


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
        _moved(data, room.header.id, url)


def watched(data: Path, code: str, token: str, shell: Shell) -> dict[str, Any]:
    """Ask the server who is in a class.

    Args:
        data: The data folder of this machine.
        code: That of the class, or the trainer's address; empty: the last class.
        token: The trainer's, where this machine has no note of it.
        shell: Gives the language.

    Raises:
        NoNoteError, NoServerError: There is no answer.
    """
    url, secret = _desk(data, code, token)
    return _asked(url, secret, "GET")


def closed(data: Path, code: str, token: str, shell: Shell) -> None:
    """Ask the server to end a class; see `watched`."""
    url, secret = _desk(data, code, token)
    _asked(f"{url}/close", secret, "POST")


def write_people(found: Mapping[str, Any], shell: Shell) -> None:
    """Write who is in a class as a table."""
    _ = shell.texts.gettext
    head = [_("name"), _("turn"), _("where"), _("business"), _("rules")]
    rows = [
        [
            str(one["name"]),
            str(one["turn"]),
            str(one["ending"] or one["scene"]),
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
                tell(came.format(name=seat.name, count=count.format(n=len(known))))
            if seat.finished and person not in done:
                done.add(person)
                tell(_finished(hall, room, seat, shell))


def _finished(hall: Hall, room: Room, seat: Seat, shell: Shell) -> str:
    _ = shell.texts.gettext
    card = hall.talk(room, seat.person).scorecard()
    ending = room.scenario.endings[seat.state.ending or ""]
    points = "–" if card.business is None else str(whole(card.business))
    rules = "–" if card.key_client is None else str(whole(card.key_client.points))
    return _("{name} has finished: {ending}; {business} and {rules} points.").format(
        name=seat.name, ending=ending.title, business=points, rules=rules
    )


def keep(told: Told, data: Path) -> None:
    """Keep what `watch` needs, for this person alone to read."""
    note = {
        "code": told.room.header.code,
        "room": told.room.header.id,
        "url": told.url,
        "token": told.token,
    }
    _write_note(data / FOLDER / f"{told.room.header.id}.json", note)


def _moved(data: Path, room: str, url: str) -> None:
    """Note where a class is served now."""
    file = data / FOLDER / f"{room}.json"
    with suppress(OSError, ValueError):
        _write_note(file, {**json.loads(file.read_text("utf-8")), "url": url})


def _write_note(file: Path, note: Mapping[str, str]) -> None:
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as kept:
            json.dump(note, kept)


def _desk(data: Path, code: str, token: str) -> tuple[str, str]:
    """Return the trainer's address of a class, and his token."""
    if "://" in code:
        return code.rstrip("/"), token
    wanted = code_of(code)
    for file in sorted((data / FOLDER).glob("*.json"), reverse=True):
        with suppress(OSError, ValueError, KeyError):
            note = json.loads(file.read_text("utf-8"))
            if wanted in ("", note["code"]):
                return f"{note['url']}/t/{note['room']}", token or note["token"]
    raise NoNoteError


def _asked(url: str, token: str, method: str) -> dict[str, Any]:
    request = urllib.request.Request(
        url, method=method, headers={"Authorization": f"Bearer {token}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            told = json.loads(answer.read())
    except urllib.error.HTTPError as error:
        raise NoServerError(f"{error.code} {error.reason}") from error
    except (OSError, ValueError) as error:
        raise NoServerError(str(getattr(error, "reason", error))) from error
    if not isinstance(told, dict):
        raise NoServerError("?")
    return told
