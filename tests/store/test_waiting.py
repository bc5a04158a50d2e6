"""Another program holds the store: worth a retry, and nothing is harmed meanwhile."""

import sqlite3
from pathlib import Path

import pytest

from simulator.store import FILE, BusyStoreError, Standing, open_store
from simulator.store import sqlite as module
from tests.store.shelf import AT, filled, said


def test_a_store_held_by_another_program_is_worth_a_retry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path).close()
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    waiting = open_store(tmp_path)
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BusyStoreError, match="Try again"):
        waiting.append("a1", 1, [said(1)], Standing(turns=2), AT)
    assert waiting.events("a1") == (said(0),), "reading does not wait"
    holder.execute("ROLLBACK")
    waiting.append("a1", 1, [said(1)], Standing(turns=2), AT)
    holder.close()


@pytest.mark.parametrize("locked", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_new_store_held_by_another_program_is_worth_a_retry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: str
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute(locked)
    holder.execute("CREATE TABLE half_made (id TEXT)")
    with pytest.raises(BusyStoreError, match="Try again"):
        open_store(tmp_path)
    holder.execute("ROLLBACK")
    holder.close()
    assert filled(tmp_path).events("a1") == (said(0),)
