"""The log of a class: one order for all, each thing once, and nothing half.

What stands here holds for every kind of store that keeps classes.
"""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, count
from pathlib import Path
from queue import Queue

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.store import (
    ANY,
    FILE,
    CorruptStoreError,
    Entry,
    Logs,
    NoSuchRoomError,
    Note,
    RoomHeader,
    RoomLog,
    SqliteLogs,
    SqliteRooms,
    TakenCodeError,
    logs_in,
    open_store,
)
from simulator.store.logspg import PostgresLogs
from simulator.store.opening import connect
from simulator.store.openingpg import dial
from tests.store.shelf import AT, LATER, filled

HEADER = RoomHeader("r1", "k7m2x9", AT, {"scenario": "client-x", "имя": "«Да»"})
TEXT = b"format: 1\n"
DIGEST = hashlib.sha256(TEXT).hexdigest()


def note(key: str, room: str = "r1", **body: object) -> Note:
    return Note(room, key, {"kind": "said", "text": "[red]Ход\x1f", **body})


@pytest.fixture(params=["a file", "a database"])
def logs(request: pytest.FixtureRequest, tmp_path: Path) -> Logs:
    """Return where classes are kept, and none yet."""
    if request.param == "a file":
        return logs_in(tmp_path)
    return logs_in(tmp_path, str(request.getfixturevalue("database")))


@pytest.fixture
def log(logs: Logs) -> Iterator[RoomLog]:
    """Return a log with one class."""
    rooms = logs.open()
    rooms.open_room(HEADER, [TEXT])
    yield rooms
    rooms.close()


def changed(logs: Logs, statement: str) -> None:
    """Change what is kept behind the back of the log."""
    if isinstance(logs, SqliteLogs):
        connection = connect(logs.folder / FILE, 1)
        connection.execute(statement)
        connection.close()
    else:
        assert isinstance(logs, PostgresLogs)
        with dial(logs.address) as database:
            database.execute("SET search_path = whose_client")
            database.execute(statement)


def test_a_class_comes_back_by_its_id_and_by_its_code(log: RoomLog) -> None:
    assert log.room("r1") == log.with_code("k7m2x9") == HEADER
    assert log.room("r2") is log.with_code("other") is None
    assert log.text(DIGEST) == TEXT


def test_the_latest_class_is_listed_first(log: RoomLog) -> None:
    later = RoomHeader("r2", "other", LATER, {})
    log.open_room(later, [])
    assert log.rooms() == (later, HEADER)


def test_no_two_classes_have_one_code(log: RoomLog) -> None:
    with pytest.raises(TakenCodeError):
        log.open_room(RoomHeader("r2", "k7m2x9", LATER, {}), [b"left out"])
    assert log.rooms() == (HEADER,)


def test_entries_stand_in_the_order_in_which_they_were_kept(log: RoomLog) -> None:
    first = log.add([note("a"), note("b")], AT)
    (third,) = log.add([note("c")], LATER)
    assert [one.seq for one in (*first, third)] == [1, 2, 3]
    assert third == Entry(3, "c", LATER, note("c").body)
    assert log.entries("r1") == (*first, third)
    assert log.entries("r1", 2) == (third,)
    assert log.entries("r1", 3) == ()


def test_a_note_sent_again_is_the_one_that_stands_there(log: RoomLog) -> None:
    (kept,) = log.add([note("a", n=1)], AT)
    assert log.add([note("a", n=2), note("b")], LATER)[0] == kept
    assert [one.body["kind"] for one in log.entries("r1")] == ["said", "said"]


def test_classes_do_not_meddle_with_each_other(log: RoomLog) -> None:
    log.open_room(RoomHeader("r2", "other", AT, {}), [])
    kept = log.add([note("a"), note("a", "r2"), note("b", "r2")], AT)
    assert [one.seq for one in kept] == [1, 1, 2]
    assert [one.key for one in log.entries("r1")] == ["a"]


def test_of_notes_kept_together_none_is_kept_without_the_others(log: RoomLog) -> None:
    with pytest.raises(NoSuchRoomError):
        log.add([note("a"), note("b", "nowhere")], AT)
    assert log.entries("r1") == ()


def test_two_programs_may_write_to_one_class(log: RoomLog, logs: Logs) -> None:
    other = logs.open()
    log.add([note("a")], AT)
    (second,) = other.add([note("b")], AT)
    assert other.add([note("a")], AT)[0].seq == 1
    assert (second.seq, len(log.entries("r1"))) == (2, 2)
    other.close()


def test_many_servers_that_write_at_once_make_one_order(
    log: RoomLog, logs: Logs
) -> None:
    log.open_room(RoomHeader("r2", "other", AT, {}), [])
    servers, rounds = 4, 12

    def write(server: int) -> list[Entry]:
        own, kept = logs.open(), list[Entry]()
        for n in range(rounds):
            batch = [note(f"{n} of all"), note(f"{n} of {server}", "r2")]
            kept += own.add(batch if server % 2 else batch[::-1], AT)
        own.close()
        return kept

    with ThreadPoolExecutor(servers) as crowd:
        acknowledged = list(chain(*crowd.map(write, range(servers))))
    there = {one.key: one for one in (*log.entries("r1"), *log.entries("r2"))}
    assert len(there) == rounds + servers * rounds
    assert all(one == there[one.key] for one in acknowledged)


def test_whoever_listens_is_told_of_what_another_program_writes(
    log: RoomLog, logs: Logs
) -> None:
    told: Queue[str] = Queue()
    listening = logs.listen(told.put)
    log.add([note("a")], AT)
    log.add([note("a")], AT)  # again, which writes nothing
    assert told.get(timeout=5) in ("r1", ANY)
    listening.stop()
    assert told.empty()


def test_a_class_does_not_show_among_the_attempts(log: RoomLog, tmp_path: Path) -> None:
    filled(tmp_path)
    log.add([note("a")], AT)
    assert len(open_store(tmp_path).attempts()) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM room_log WHERE seq = 1",
        "UPDATE room_log SET body = '{' WHERE seq = 2",
        "UPDATE room_log SET body = '[1]' WHERE seq = 2",
    ],
)
def test_a_damaged_log_is_told_and_not_guessed(
    log: RoomLog, logs: Logs, damage: str
) -> None:
    log.add([note("a"), note("b"), note("c")], AT)
    changed(logs, damage)
    with pytest.raises(CorruptStoreError):
        log.entries("r1")


def test_a_file_that_is_no_longer_the_same_is_told(log: RoomLog, logs: Logs) -> None:
    changed(logs, "UPDATE texts SET body = 'format: 2'")
    with pytest.raises(CorruptStoreError):
        log.text(DIGEST)
    with pytest.raises(CorruptStoreError):
        log.text("nowhere")


_examples = count()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    batches=st.lists(
        st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 3)), max_size=4),
        max_size=8,
    )
)
def test_whatever_is_sent_again_each_key_is_kept_once_as_it_came_first(
    log: RoomLog, batches: list[list[tuple[str, int]]]
) -> None:
    name = f"x{next(_examples)}"
    log.open_room(RoomHeader(name, name, AT, {}), [])
    first: dict[str, int] = {}
    for batch in batches:
        kept = log.add([note(key, name, n=n) for key, n in batch], AT)
        for (key, n), entry in zip(batch, kept, strict=True):
            assert entry.body["n"] == first.setdefault(key, n)
    assert [one.key for one in log.entries(name)] == list(first)
    assert [one.seq for one in log.entries(name)] == list(range(1, len(first) + 1))


def test_what_is_erased_leaves_its_place(log: RoomLog, logs: Logs) -> None:
    log.add([note(f"a{n}") for n in range(3)], AT)
    stead = [Entry(n, f"struck/{n}", AT, {"kind": "struck"}) for n in (1, 2)]
    log.erase("r1", [*stead, Entry(99, "nowhere", AT, {})])
    assert list(log.entries("r1")[:2]) == stead
    assert log.entries("r1", 2)[0].key == "a2"
    (again,) = log.add([note("a0")], LATER)
    assert again.seq == 4


def test_no_byte_of_what_is_erased_is_left_in_a_file(tmp_path: Path) -> None:
    log = SqliteRooms(tmp_path)
    log.open_room(HEADER, [])
    secret = "Совершенно секретные слова " * 400  # more than a page of the file
    log.add([note(f"a{n}", text=f"{secret}{n}") for n in range(20)], AT)
    log.add([note("b", text="Остаётся")], LATER)
    stead = [Entry(n, f"struck/{n}", AT, {"kind": "struck"}) for n in range(1, 21)]
    log.erase("r1", [*stead, Entry(99, "nowhere", AT, {})])
    assert log.entries("r1")[:-1] == tuple(stead)
    assert log.entries("r1", 20)[0].body["text"] == "Остаётся"
    log.add([note("a0", text="anew")], LATER)
    files = b"".join(file.read_bytes() for file in tmp_path.glob(f"{FILE}*"))
    assert "секретные".encode() not in files
    assert "Остаётся".encode() in files
    log.close()
    again = SqliteRooms(tmp_path)
    assert len(again.entries("r1")) == 22
    again.close()
