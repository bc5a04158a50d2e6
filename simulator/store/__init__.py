"""Attempts, kept for good: append-only events, and the texts they were played on."""

from simulator.store.database import FILE
from simulator.store.drills import Moments
from simulator.store.errors import (
    BadAddressError,
    BusyStoreError,
    CorruptStoreError,
    DatabaseAwayError,
    DatabaseRefusedError,
    DiskFailedError,
    DiskFullError,
    NewerStoreError,
    NoDriverError,
    NoSuchAttemptError,
    NoSuchRoomError,
    ReadOnlyStoreError,
    StoreError,
    StorePlaceError,
    TakenCodeError,
    TakenElsewhereError,
)
from simulator.store.listening import ANY, Listening
from simulator.store.logs import Logs, SqliteLogs, logs_in
from simulator.store.lookups import Card
from simulator.store.outbox import Outbox, Settled
from simulator.store.records import (
    Arrived,
    Correction,
    Header,
    Kept,
    Log,
    Refusal,
    Reviewed,
    Scored,
    Standing,
    Timed,
)
from simulator.store.rooms import Entry, Note, RoomHeader, RoomLog
from simulator.store.roomsqlite import SqliteRooms
from simulator.store.sqlite import SQLITE_VERSION, Store, open_store
from simulator.store.whole import Whole, open_whole

__all__ = [
    "ANY",
    "FILE",
    "SQLITE_VERSION",
    "Arrived",
    "BadAddressError",
    "BusyStoreError",
    "Card",
    "Correction",
    "CorruptStoreError",
    "DatabaseAwayError",
    "DatabaseRefusedError",
    "DiskFailedError",
    "DiskFullError",
    "Entry",
    "Header",
    "Kept",
    "Listening",
    "Log",
    "Logs",
    "Moments",
    "NewerStoreError",
    "NoDriverError",
    "NoSuchAttemptError",
    "NoSuchRoomError",
    "Note",
    "Outbox",
    "ReadOnlyStoreError",
    "Refusal",
    "Reviewed",
    "RoomHeader",
    "RoomLog",
    "Scored",
    "Settled",
    "SqliteLogs",
    "SqliteRooms",
    "Standing",
    "Store",
    "StoreError",
    "StorePlaceError",
    "TakenCodeError",
    "TakenElsewhereError",
    "Timed",
    "Whole",
    "logs_in",
    "open_store",
    "open_whole",
]
