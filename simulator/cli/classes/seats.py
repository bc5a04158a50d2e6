"""What this machine notes of a class that somebody plays in: his ticket, his drafts."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import asdict

from simulator import places


class Noted(Struct, frozen=True):
    """A seat as it is noted."""

    url: str
    code: str
    room: str
    ticket: str
    name: str
    words: str = ""
    """Typed and not sent."""
    form: str = ""
    """Filled in and not handed in."""


def note(data: Path, seat: Noted) -> None:
    """Note a seat, for this person alone to read; where that fails, it is not noted."""
    file = places.joined_dir(data) / f"{seat.room}.json"
    beside = file.with_name(f"{file.name}.part")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as kept:
            json.dump(asdict(seat), kept, ensure_ascii=False)
        beside.replace(file)


def noted(data: Path, code: str, url: str) -> Noted | None:
    """Return the seat in the class of a code; None where this machine has none.

    A ticket is only ever sent to the machine that gave it; its port may be another.
    """
    found = (
        seat
        for seat in _all(data)
        if seat.code == code and _host(seat.url) == _host(url)
    )
    return next(found, None)


def latest(data: Path) -> Noted | None:
    """Return the seat that was taken or used last; None without one."""
    return next(_all(data), None)


def untold(data: Path) -> list[dict[str, str]]:
    """Return what is noted of all classes, without what lets somebody in."""
    secret = {"url", "code", "ticket"}
    return [
        {name: one for name, one in asdict(seat).items() if name not in secret}
        for seat in _all(data)
    ]


def _all(data: Path) -> Iterator[Noted]:
    """Yield the seats, the one noted last first; what is damaged is passed over."""
    files = [*places.joined_dir(data).glob("*.json")]
    with suppress(OSError):
        files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files:
        with suppress(OSError, ValueError, TypeError, KeyError):
            body = json.loads(file.read_text("utf-8"))
            yield Noted(**{name: str(body[name]) for name in Noted.__struct_fields__})


def _host(url: str) -> tuple[str, str | None]:
    found = urlsplit(url)
    return found.scheme, found.hostname
