"""Logs and archives to test with."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from simulator.keeping import (
    Extras,
    Taken,
    Written,
    opened_archive,
    take_in,
    write_archive,
)
from simulator.store import Kept, Log, Reviewed, Standing, Timed, open_store, open_whole
from tests.store.shelf import AT, DIGEST, LATER, TEXT, header, said

EXTRAS = Extras(AT, "0.1.0", {"language": "ru"}, [{"room": "r", "name": "Анна"}])


def log(*said_in_turn: int, name: str = "a1", draft: str = "") -> Log:
    """Return an attempt with these answers."""
    kept = Kept(header(name), Standing(len(said_in_turn)), AT, LATER)
    return Log(kept, tuple(Timed(AT, said(n)) for n in said_in_turn), draft)


def keep(data: Path, *logs: Log) -> None:
    """Keep attempts in a data folder."""
    with closing(open_whole(data)) as whole, whole.writing():
        whole.add_text(DIGEST, TEXT)
        for one in logs:
            whole.put(one)


def kept(data: Path) -> dict[str, Log]:
    """Return the attempts of a data folder by their ids."""
    with closing(open_whole(data)) as whole:
        return {one.kept.header.id: one for one in whole.logs()}


def export(data: Path, path: Path) -> Written:
    """Write an archive of a data folder."""
    with closing(open_whole(data)) as whole:
        return write_archive(path, whole, EXTRAS, lambda _: None)


def bring(path: Path, data: Path) -> Taken:
    """Take an archive in."""
    with opened_archive(path) as archive, closing(open_whole(data)) as whole:
        return take_in(archive, whole, lambda _: None)


def practise(data: Path, *log: Reviewed) -> None:
    """Keep reviews in a data folder."""
    with closing(open_store(data)) as store:
        for one in log:
            store.add_review(one)


def practised(data: Path) -> tuple[Reviewed, ...]:
    """Return the log of reviews of a data folder."""
    with closing(open_store(data)) as store:
        return store.reviews()


def review(key: str, minute: int = 0, words: str = "") -> Reviewed:
    """Return a review of a card, given so many minutes after nine."""
    at = f"2026-11-27T{9 + minute // 60:02}:{minute % 60:02}:00+00:00"
    return Reviewed(key, at, "card", 3, 2, "speak", words)


def members(path: Path) -> dict[str, bytes]:
    """Return what an archive holds."""
    with zipfile.ZipFile(path) as opened:
        return {one: opened.read(one) for one in opened.namelist()}


def repacked(path: Path, changed: Mapping[str, bytes | None], *, signed: bool) -> None:
    """Write an archive again with other members; None takes one out.

    Args:
        path: The archive.
        changed: What is to be otherwise.
        signed: Whether the digests are to fit, as a forger would see to.
    """
    found = {**members(path), **changed}
    body = json.loads(found.get("whose-client.json") or b"{}")
    if signed:
        body["sha256"] = {
            name: hashlib.sha256(data).hexdigest()
            for name, data in found.items()
            if data is not None and name != "whose-client.json"
        }
        found["whose-client.json"] = json.dumps(body).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in found.items():
            if data is not None:
                opened.writestr(name, data)
