"""Things to keep, for the tests of the store."""

import hashlib
from pathlib import Path

from simulator.store import Header, Standing, Store, open_store

AT = "2026-11-23T09:00:00+00:00"
LATER = "2026-11-23T10:00:00+00:00"
TEXT = "format: 1\nтекст: «Да: нет»\n".encode()
DIGEST = hashlib.sha256(TEXT).hexdigest()


def header(name: str = "a1") -> Header:
    """Return what never changes about an attempt."""
    return Header(name, "client-x", "Клиент X", DIGEST, "ru", "choose", 7, "client-x")


def said(number: int) -> dict[str, object]:
    """Return an event as the store gets it."""
    return {"kind": "said", "turn": number, "who": "you", "text": f"Ход {number} [red]"}


def filled(folder: Path, name: str = "a1", events: int = 1) -> Store:
    """Open a store with one attempt of so many events."""
    store = open_store(folder)
    told = [said(n) for n in range(events)]
    store.create(header(name), TEXT, told, Standing(turns=events), AT)
    return store
