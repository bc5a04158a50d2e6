"""Sessions to test with: a pack of one story, a store, a clock that stands still."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from simulator.packs import Library
from simulator.sessions.hearing import Ears
from simulator.sessions.usecases import Sessions
from simulator.store import DiskFullError, Store, open_store
from tests.engine.stories import STORY
from tests.reading.scripted import scripted_reader

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PACK = """\
id: tests
title: Для проверки
language: ru
version: "1.0"
author: tests
licence: Apache-2.0
"""


def pack(folder: Path, story: str = STORY) -> Path:
    """Write a pack with one story; return the story's file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    file = folder / "warehouse.yaml"
    file.write_text(story, encoding="utf-8")
    return file


class FullStore(Store):
    """A store whose disk is full."""

    def create(self, *_: object) -> None:
        raise DiskFullError(self.path)

    def append(self, *_: object) -> None:
        raise DiskFullError(self.path)


def full(folder: Path) -> Store:
    """Open a store in a folder of its own, on a full disk."""
    store = open_store(folder)
    return FullStore(store.path, store._connection)


def sessions(folder: Path, store: Store | None = None) -> Sessions:
    """Open sessions over the pack and the store of a folder."""
    if not (folder / "pack").exists():
        pack(folder / "pack")
    names = count(1)
    kept = open_store(folder / "data") if store is None else store
    return Sessions(
        Library.shipped([folder / "pack"]),
        kept,
        now=lambda: NOW,
        new_seed=lambda: 7,
        new_id=lambda: f"a{next(names)}",
        ears=Ears(lambda: (scripted_reader(), True)),
    )
