"""Attempts, kept for good: append-only events, and the texts they were played on."""

from simulator.store.errors import (
    BusyStoreError,
    CorruptStoreError,
    DiskFailedError,
    DiskFullError,
    NewerStoreError,
    NoSuchAttemptError,
    ReadOnlyStoreError,
    StoreError,
    StorePlaceError,
    TakenElsewhereError,
)
from simulator.store.records import Header, Kept, Standing
from simulator.store.sqlite import FILE, SQLITE_VERSION, Store, open_store

__all__ = [
    "FILE",
    "SQLITE_VERSION",
    "BusyStoreError",
    "CorruptStoreError",
    "DiskFailedError",
    "DiskFullError",
    "Header",
    "Kept",
    "NewerStoreError",
    "NoSuchAttemptError",
    "ReadOnlyStoreError",
    "Standing",
    "Store",
    "StoreError",
    "StorePlaceError",
    "TakenElsewhereError",
    "open_store",
]
