"""What only a database can do to a class: refuse, vanish, come back, be another's."""

import sys
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from urllib.parse import quote

import psycopg
import pytest

from simulator.store import (
    BadAddressError,
    BusyStoreError,
    CorruptStoreError,
    DatabaseAwayError,
    DatabaseRefusedError,
    Entry,
    NewerStoreError,
    NoDriverError,
    Note,
    RoomHeader,
    SqliteLogs,
    StoreError,
    TakenCodeError,
    logs_in,
)
from simulator.store.logspg import postgres_logs
from simulator.store.openingpg import address_of, dial
from simulator.store.roomspg import PostgresRooms
from tests.postgres import LOCKED, PASSWORD, as_locked, hung_up
from tests.store.shelf import AT

PAUSE = Event()
HEADER = RoomHeader("r1", "k7m2x9", AT, {})


@contextmanager
def opened(url: str) -> Iterator[PostgresRooms]:
    """Open the log of a database."""
    log = postgres_logs(url).open()
    try:
        yield log
    finally:
        log.close()


def note(key: str) -> Note:
    return Note("r1", key, {"kind": "said"})


def trouble(url: str) -> StoreError:
    """Return why a database cannot be used; the words hold no password."""
    with pytest.raises(StoreError) as raised:
        postgres_logs(url).open()
    told = "".join(traceback.format_exception(raised.value))
    assert PASSWORD not in told
    assert quote(PASSWORD) not in told
    return raised.value


@pytest.fixture
def link(postgres: str, tmp_path: Path) -> Iterator[Path]:
    """Return a door to the database that a test may shut: the database is away."""
    folder = postgres.partition("?host=")[2]
    door = tmp_path / ".s.PGSQL.5432"
    door.symlink_to(Path(folder) / door.name)
    yield door
    door.unlink(missing_ok=True)


def through(door: Path) -> str:
    return f"postgresql://postgres:{quote(PASSWORD)}@/postgres?host={door.parent}"


@pytest.mark.parametrize(
    "url",
    [
        "attempts.sqlite",
        "mysql://host/classes",
        f"postgresql://anna:{PASSWORD}@host/classes",  # a stray % in the password
        f"postgresql://host/classes?passwort={quote(PASSWORD)}",
    ],
)
def test_what_is_no_address_is_told_without_repeating_it(url: str) -> None:
    assert type(trouble(url)) is BadAddressError


def test_who_keeps_classes_in_a_folder_needs_no_driver(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert isinstance(logs_in(tmp_path), SqliteLogs)
    with pytest.raises(NoDriverError, match=r"pip install 'whose-client\[postgres\]'"):
        logs_in(tmp_path, "postgresql://host/classes")


def test_a_wrong_password_is_told_and_never_shown(database: str) -> None:
    error = trouble(as_locked(database, f"{PASSWORD}!"))
    assert type(error) is DatabaseRefusedError
    assert LOCKED in str(error)  # the database's own words: whom it does not let in


def test_a_database_that_is_not_there_is_told(database: str) -> None:
    error = trouble(database.replace("/postgres?", "/nosuch?"))
    assert type(error) is DatabaseRefusedError
    assert "nosuch" in str(error)


def test_who_may_not_make_tables_is_told(database: str) -> None:
    assert type(trouble(as_locked(database))) is DatabaseRefusedError


@pytest.mark.parametrize("host", ["127.0.0.1:1", "nosuch.invalid"])
def test_a_database_that_does_not_answer_is_worth_trying_again(host: str) -> None:
    error = trouble(f"postgresql://anna:{quote(PASSWORD)}@{host}/classes")
    assert type(error) is DatabaseAwayError
    assert isinstance(error, BusyStoreError)  # which the exit code tells


def test_an_address_is_shown_without_name_and_password() -> None:
    address = address_of(f"postgresql://anna:{quote(PASSWORD)}@host:5433/classes")
    assert address.shown == "postgresql://host:5433/classes"
    assert "anna" not in repr(address)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("INSERT INTO whose_client.migrations VALUES ('0099-later')", NewerStoreError),
        ("UPDATE whose_client.migrations SET name = '0001-other'", CorruptStoreError),
        ("DROP TABLE whose_client.room_log CASCADE", CorruptStoreError),
    ],
)
def test_what_another_program_has_made_of_it_is_told(
    database: str, statement: str, kind: type[StoreError]
) -> None:
    with opened(database), psycopg.connect(database) as connection:
        connection.execute(statement)
    with pytest.raises(kind), opened(database) as log:
        log.entries("r1")


def test_other_tables_in_the_database_are_left_alone(database: str) -> None:
    with psycopg.connect(database) as connection:
        connection.execute("CREATE TEMPORARY TABLE migrations (name TEXT)")
        with opened(database) as log:
            assert log.rooms() == ()


def test_a_database_of_other_letters_is_refused(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS latin")
        connection.execute(
            "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
        )
    error = trouble(database.replace("/postgres?", "/latin?"))
    assert "LATIN1" in str(error)


def test_many_servers_may_open_a_new_database_at_once(database: str) -> None:
    with ThreadPoolExecutor(4) as crowd:
        for log in crowd.map(lambda _: postgres_logs(database).open(), range(4)):
            assert log.rooms() == ()
            log.close()


def test_what_is_acknowledged_outlives_a_power_cut_whatever_is_usual(
    database: str,
) -> None:
    url = f"{database}&options=-c%20synchronous_commit%3Doff"
    with dial(postgres_logs(url).address) as connection:
        row = connection.execute("SHOW synchronous_commit").fetchone()
    assert row == ("on",)


def test_a_restarted_database_is_not_noticed(database: str) -> None:
    with opened(database) as log:
        log.open_room(HEADER, [])
        (kept,) = log.add([note("a")], AT)
        assert hung_up(database) == 1
        assert log.add([note("a"), note("b")], AT)[0] == kept
        assert hung_up(database) == 1
        assert [one.seq for one in log.entries("r1")] == [1, 2]


def test_a_database_that_is_away_loses_nothing_and_is_found_again(
    database: str, link: Path
) -> None:
    with opened(through(link)) as log:
        log.open_room(HEADER, [])
        log.add([note("a")], AT)
        away = link.rename(link.with_name("away"))
        hung_up(database)
        for _ in range(2):
            with pytest.raises(DatabaseAwayError) as raised:
                log.add([note("b")], AT)
            assert PASSWORD not in str(raised.value)
        away.rename(link)
        assert [one.seq for one in log.add([note("a"), note("b")], AT)] == [1, 2]


def test_a_class_that_was_opened_before_the_connection_broke_is_not_taken(
    database: str,
) -> None:
    with opened(database) as log:
        log.open_room(HEADER, [b"text"])
        log.open_room(HEADER, [b"text"])  # tried again, as after a lost answer
        with pytest.raises(TakenCodeError):
            log.open_room(RoomHeader("r2", HEADER.code, AT, {}), [])


def test_a_server_that_hangs_in_the_midst_of_writing_is_not_waited_for_long(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.openingpg._LOCK_PATIENCE", "50ms")
    with opened(database) as log:
        log.open_room(HEADER, [])
        with psycopg.connect(database) as hanging:
            hanging.execute("SELECT FROM whose_client.rooms FOR UPDATE")
            with pytest.raises(BusyStoreError):
                log.add([note("a")], AT)
        assert log.add([note("a")], AT)[0].seq == 1


def test_who_stops_for_good_in_the_midst_of_writing_is_given_up(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(database) as log:
        log.open_room(HEADER, [])
        monkeypatch.setattr("simulator.store.openingpg._STUCK", "50ms")
        with closing(dial(address_of(database))) as stopped:
            stopped.execute("BEGIN; SELECT FROM whose_client.rooms FOR UPDATE")
            assert log.add([note("a")], AT)[0].seq == 1


def test_what_is_erased_leaves_its_place_and_nothing_in_the_table(
    database: str,
) -> None:
    with opened(database) as log:
        log.open_room(HEADER, [])
        log.add([note(f"said {n} times") for n in range(3)], AT)
        stead = [Entry(n, f"struck/{n}", AT, {"kind": "struck"}) for n in (1, 2)]
        log.erase("r1", [*stead, Entry(99, "nowhere", AT, {})])
        assert list(log.entries("r1")[:2]) == stead
        assert log.entries("r1", 2)[0].key == "said 2 times"
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        row = connection.execute(
            "SELECT pg_read_binary_file(pg_relation_filepath('whose_client.room_log'))"
        ).fetchone()
    assert row is not None
    assert b"said 2 times" in row[0]
    assert b"said 1 times" not in row[0]


def test_listening_goes_on_after_the_connection_was_lost(
    database: str, link: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.listeningpg._AGAIN", 0.05)
    told: list[str] = []
    with opened(database) as log:
        log.open_room(HEADER, [])
        listening = postgres_logs(through(link)).listen(told.append)
        away = link.rename(link.with_name("away"))
        hung_up(database)
        log.add([note("a")], AT)
        away.rename(link)
        until(lambda: told == [""])  # whatever it was
        log.add([note("b")], AT)
        until(lambda: told == ["", "r1"])
        listening.stop()


def until(come: Callable[[], bool]) -> None:
    """Wait until something has come about."""
    patience = 200
    while not come() and patience:
        patience -= 1
        PAUSE.wait(0.025)
    assert come()
