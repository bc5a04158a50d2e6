"""Attempts, kept for good: append-only events, and the texts they were played on."""

from simulator.store.database import FILE
from simulator.store.errors import (
    BusyStoreError,
    CorruptStoreError,
    DiskFailedError,
    DiskFullError,
    NewerStoreError,
    NoSuchAttemptError,
    NoSuchRoomError,
    ReadOnlyStoreError,
    StoreError,
    StorePlaceError,
    TakenCodeError,
    TakenElsewhereError,
)
from simulator.store.records import Header, Kept, Standing
from simulator.store.rooms import Entry, Note, RoomHeader, RoomLog
from simulator.store.roomsqlite import SqliteRooms
from simulator.store.sqlite import SQLITE_VERSION, Store, open_store

__all__ = [
    "FILE",
    "SQLITE_VERSION",
    "BusyStoreError",
    "CorruptStoreError",
    "DiskFailedError",
    "DiskFullError",
    "Entry",
    "Header",
    "Kept",
    "NewerStoreError",
    "NoSuchAttemptError",
    "NoSuchRoomError",
    "Note",
    "ReadOnlyStoreError",
    "RoomHeader",
    "RoomLog",
    "SqliteRooms",
    "Standing",
    "Store",
    "StoreError",
    "StorePlaceError",
    "TakenCodeError",
    "TakenElsewhereError",
    "open_store",
]
