"""A class as its trainer is told of it, and what this machine notes of it."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from simulator import places
from simulator.classroom.codes import code_of
from simulator.classroom.room import Room
from simulator.errors import SimulatorError
from simulator.messages import N_


class NoNoteError(SimulatorError):
    """This machine knows of no such class."""

    def __init__(self) -> None:
        super().__init__(
            N_("This machine has opened no such class. Name the trainer's address.")
        )


class Told(Struct, frozen=True):
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


def keep(told: Told, data: Path) -> None:
    """Keep what `watch` needs, for this person alone to read."""
    note = {
        "code": told.room.header.code,
        "room": told.room.header.id,
        "url": told.url,
        "token": told.token,
    }
    _write_note(places.classes_dir(data) / f"{told.room.header.id}.json", note)


def moved(data: Path, room: str, url: str) -> None:
    """Note where a class is served now."""
    file = places.classes_dir(data) / f"{room}.json"
    with suppress(OSError, ValueError):
        _write_note(file, {**json.loads(file.read_text("utf-8")), "url": url})


def _write_note(file: Path, note: Mapping[str, str]) -> None:
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as kept:
            json.dump(note, kept)


def desk_of(data: Path, code: str, token: str) -> tuple[str, str]:
    """Return the trainer's address of a class, and his token."""
    url = code.rstrip("/") if "://" in code else ""
    wanted = code_of(code)
    for note in _notes(data):
        desk = f"{note['url']}/t/{note['room']}"
        if url == desk or (not url and wanted in ("", note["code"])):
            return desk, token or note["token"]
    if url:
        return url, token
    raise NoNoteError


def door_of(desk: str, code: str) -> str:
    """Return the address that people come in by, from that of the trainer."""
    return f"{desk.rpartition('/t/')[0]}/j/{code}"


def _notes(data: Path) -> Iterator[Mapping[str, str]]:
    """Yield the notes of classes that can be read, the latest first."""
    for file in sorted(places.classes_dir(data).glob("*.json"), reverse=True):
        with suppress(OSError, ValueError, KeyError, TypeError):
            note = json.loads(file.read_text("utf-8"))
            yield {name: str(note[name]) for name in ("url", "room", "code", "token")}
