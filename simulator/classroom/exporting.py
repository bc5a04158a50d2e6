"""Everything that a class keeps of one person, for him to read and take away."""

import io
import json
import zipfile
from pathlib import PurePath
from typing import Final

from simulator.classroom.aliases import known_as
from simulator.classroom.errors import NobodyError
from simulator.classroom.happenings import folded
from simulator.classroom.results import scores_of
from simulator.classroom.room import Room
from simulator.classroom.scores import as_heard, own_debrief
from simulator.classroom.seats import Seat
from simulator.engine import Spoken, talk_so_far
from simulator.i18n import load
from simulator.plaintext import plain
from simulator.reports.jsonform import to_json
from simulator.reports.numbers import number
from simulator.store import Entry, RoomLog

FORMAT: Final = 1
ZIP: Final = ".zip"
_SECRET: Final = "word"
"""What is left out of an entry: whoever has the file could come in with it."""
_MADE_AT: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive: the same data give the same bytes."""


def person_of(room: Room, name: str) -> Seat:
    """Return whom a trainer means: by the name as typed, or by the alias.

    Raises:
        NobodyError: There is none.
    """
    seat = room.named(name)
    if seat is not None:
        return seat
    wanted = folded(name)
    for one in room.seats.values():
        if folded(known_as(room, one)) == wanted:
            return one
    raise NobodyError(plain(name))


def data_of(log: RoomLog, room: Room, seat: Seat) -> dict[str, object]:
    """Return all that is kept of a person, as plain JSON.

    His talk in words and scores, then each entry of the log that is his, as it is
    kept; of the personal word there is only a digest, which is left out.

    Raises:
        StoreError: The log cannot be read.
    """
    his = [
        entry
        for entry in log.entries(room.header.id)
        if entry.body.get("person") == seat.person
    ]
    note = own_debrief(room, seat)
    return {
        "whose-client-person": FORMAT,
        "class": {
            "code": room.header.code,
            "opened_at": room.header.opened_at,
            "scenario": room.scenario.id,
            "title": room.scenario.title,
            "mode": str(room.held.mode),
        },
        "person": {
            "name": seat.name,
            "shown_as": known_as(room, seat),
            "came_in_at": his[0].at if his else None,
        },
        "talk": [_line(line) for line in _lines(room, seat)],
        "result": to_json(note, load(room.scenario.language)),
        **_as_heard(room, seat),
        "kept": [_entry(entry) for entry in his],
    }


def _as_heard(room: Room, seat: Seat) -> dict[str, object]:
    """Return both scores as he was heard, where a trainer has put something right."""
    card = as_heard(room, seat)
    if card is None:
        return {}
    found = scores_of(card)
    both = {"business": found.business, "key_client": found.key_client}
    return {"as_heard": {name: number(one) for name, one in both.items()}}


def exported(log: RoomLog, room: Room, seat: Seat, path: PurePath) -> bytes:
    """Return all that is kept of a person as the bytes of a file.

    Args:
        log: Where the class is kept.
        room: The class.
        seat: His.
        path: Its ending says which kind: `.zip` holds the data and the talk as text,
            anything else is JSON.

    Raises:
        StoreError: The log cannot be read.
    """
    body = json.dumps(data_of(log, room, seat), ensure_ascii=False, indent=2).encode()
    if path.suffix.lower() != ZIP:
        return body
    talk = "".join(f"{_told(line)}\n" for line in _lines(room, seat))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("data.json", body), ("talk.txt", talk.encode())):
            archive.writestr(zipfile.ZipInfo(name, _MADE_AT), data)
    return packed.getvalue()


def _lines(room: Room, seat: Seat) -> tuple[Spoken, ...]:
    return talk_so_far(room.scenario, seat.past.events)


def _line(line: Spoken) -> dict[str, object]:
    return {"who": line.who, "name": line.name, "text": plain(line.text)}


def _told(line: Spoken) -> str:
    text = plain(line.text)
    return f"{line.name}: {text}" if line.name else text


def _entry(entry: Entry) -> dict[str, object]:
    body = {key: value for key, value in entry.body.items() if key != _SECRET}
    return {"at": entry.at, **body}
