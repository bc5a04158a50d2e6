"""An attempt as one file: when the store fails, or a talk moves to another machine."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from simulator.replacing import replacing
from simulator.sessions.errors import BadFileError, NotWrittenError
from simulator.store import Header

FORMAT: Final = 1
_LARGEST: Final = 64 * 1024 * 1024
_HIGHEST_SEED: Final = 2**63
_WORD: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
"""What an id or a mode may look like: it is shown, and named on command lines."""
_UNFORKED: Final = {"origin": "", "origin_turn": 0}
"""What files do not say that were written before talks could branch."""


class Filed(Struct, frozen=True):
    """What such a file holds; nothing says yet that it fits together."""

    header: Header
    text: bytes
    events: tuple[object, ...]


def write_attempt(
    path: Path, header: Header, text: bytes, events: Sequence[Mapping[str, object]]
) -> None:
    """Write an attempt; a file that is there already is replaced only when complete.

    Raises:
        NotWrittenError: The file cannot be written.
    """
    body = {
        "whose-client-attempt": FORMAT,
        "header": asdict(header),
        "scenario": text.decode(),
        "events": list(events),
    }
    write_file(path, json.dumps(body, ensure_ascii=False).encode())


def write_file(path: Path, data: bytes) -> None:
    """Write a file; one that is there already is replaced only when complete.

    Raises:
        NotWrittenError: The file cannot be written.
    """
    write_chunks(path, (data,))


def write_chunks(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file piece by piece; see `write_file`.

    Whatever ends it before its time, as when making a piece fails, leaves no half a
    file behind.

    Raises:
        NotWrittenError: The file cannot be written.
    """
    try:
        with replacing(path) as beside, beside.open("wb") as file:
            file.writelines(chunks)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise NotWrittenError(path, why) from error


def read_attempt(path: Path) -> Filed:
    """Read an attempt that `write_attempt` wrote.

    Raises:
        BadFileError: It is not one.
    """
    try:
        return _filed(json.loads(_read(path)))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadFileError(path) from error


def _read(path: Path) -> str:
    """Read a file, and neither a device nor a pipe, which may never end."""
    if not path.is_file() or path.stat().st_size > _LARGEST:
        raise ValueError
    return path.read_text(encoding="utf-8")


def _filed(body: Mapping[str, object]) -> Filed:
    if not isinstance(body, dict) or body["whose-client-attempt"] != FORMAT:
        raise ValueError
    events, text = body["events"], body["scenario"]
    if not (isinstance(events, list) and isinstance(text, str)):
        raise TypeError
    return Filed(_header(body["header"]), text.encode(), tuple(events))


def _header(body: Mapping[str, object]) -> Header:
    told = {**_UNFORKED, **body}
    values = {name: told[name] for name in Header.__struct_fields__}
    seed, turn = _whole(values.pop("seed")), _whole(values.pop("origin_turn"))
    texts = {name: text for name, text in values.items() if isinstance(text, str)}
    names = [texts["id"], texts["mode"]]
    if texts["origin"]:
        names.append(texts["origin"])
    if not all(_WORD.fullmatch(one) for one in names):
        raise ValueError
    return Header(**texts, seed=seed, origin_turn=turn)


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value < _HIGHEST_SEED:
        raise ValueError
    return value
