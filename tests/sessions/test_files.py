"""A talk in a file of its own: complete, and trusted only as far as it fits."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import Choose
from simulator.errors import SimulatorError
from simulator.packs import Library
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import (
    BadFileError,
    MissingRulesError,
    NotWrittenError,
    SessionError,
)
from simulator.sessions.filed import write_chunks, write_file
from simulator.sessions.usecases import Sessions
from simulator.store import (
    DiskFullError,
    Store,
    StoreError,
    TakenElsewhereError,
    open_store,
)
from tests.engine.stories import STORY
from tests.sessions.room import NOW, pack, sessions


class FullStore(Store):
    """A store whose disk is full."""

    def create(self, *_: object) -> None:
        raise DiskFullError(self.path)

    def append(self, *_: object) -> None:
        raise DiskFullError(self.path)


def played(folder: Path, *replies: str) -> Attempt:
    """Give replies in a room of its own."""
    attempt = sessions(folder / "room").start("warehouse", "ru")
    for reply in replies:
        attempt.answer(Choose(reply))
    return attempt


def saved(folder: Path, *replies: str) -> Path:
    """Save a talk to a file."""
    file = folder / "talk.json"
    played(folder, *replies).save_elsewhere(file)
    return file


def test_an_answer_that_could_not_be_kept_is_in_the_file(tmp_path: Path) -> None:
    full = FullStore(open_store(tmp_path / "full").path)
    attempt = sessions(tmp_path, full).start("warehouse", "ru")
    with pytest.raises(DiskFullError):
        attempt.answer(Choose("ask"))
    file = tmp_path / "usb stick" / "talk.json"
    attempt.save_elsewhere(file)
    elsewhere = sessions(tmp_path)
    taken = elsewhere.load_file(file)
    assert (taken.turns, "groups" in taken.state.known) == (1, True)
    assert [summary.id for summary in elsewhere.attempts()] == ["a1"]
    assert sessions(tmp_path).resume("a1").view == taken.view


def test_a_rewind_that_could_not_be_kept_is_in_the_file(tmp_path: Path) -> None:
    attempt = played(tmp_path, "ask", "beg")
    attempt._store = FullStore(tmp_path / "full")
    with pytest.raises(DiskFullError):
        attempt.rewind(1)
    assert attempt.turns == 2
    attempt.save_elsewhere(tmp_path / "talk.json")
    assert sessions(tmp_path).load_file(tmp_path / "talk.json").turns == 1


def test_a_file_taken_in_goes_on_and_is_kept(tmp_path: Path) -> None:
    file = saved(tmp_path, "ask")
    here = sessions(tmp_path / "here")
    here.load_file(file).answer(Choose("share"))
    assert sessions(tmp_path / "here").resume("a1").turns == 2


def test_without_a_store_a_file_can_still_be_played(tmp_path: Path) -> None:
    file = saved(tmp_path, "ask")
    pack(tmp_path / "pack")
    library = Library.shipped([tmp_path / "pack"])
    one = Sessions(
        library, None, now=lambda: NOW, new_seed=lambda: 7, new_id=lambda: "a1"
    )
    assert one.load_file(file).answer(Choose("share")).turn == 2


def test_an_older_file_does_not_take_the_talk_back(tmp_path: Path) -> None:
    attempt = played(tmp_path, "ask")
    attempt.save_elsewhere(tmp_path / "old.json")
    attempt.answer(Choose("share"))
    again = sessions(tmp_path / "room").load_file(tmp_path / "old.json")
    assert again.turns == 2
    assert again.answer(Choose("agree")).ending


def test_a_file_that_went_another_way_is_not_mixed_in(tmp_path: Path) -> None:
    file = saved(tmp_path, "ask")
    other = sessions(tmp_path / "here")
    other.start("warehouse", "ru").answer(Choose("beg"))
    with pytest.raises(TakenElsewhereError):
        other.load_file(file)
    assert sessions(tmp_path / "here").resume("a1").turns == 1


def test_a_talk_moves_to_a_machine_without_its_scenario(tmp_path: Path) -> None:
    file = saved(tmp_path, "ask", "share")
    (tmp_path / "bare").mkdir()
    one = Sessions(
        Library.shipped(),
        open_store(tmp_path / "bare"),
        now=lambda: NOW,
        new_seed=lambda: 7,
        new_id=lambda: "a1",
    )
    assert one.load_file(file).answer(Choose("agree")).ending


def test_rules_that_are_not_here_are_named(tmp_path: Path) -> None:
    file = saved(tmp_path, "ask")
    body = json.loads(file.read_text("utf-8"))
    body["scenario"] = STORY.replace("cast:", "rulebook: of-nobody\ncast:")
    file.write_text(json.dumps(body), "utf-8")
    with pytest.raises(MissingRulesError, match="of-nobody") as error:
        sessions(tmp_path).load_file(file)
    assert error.value.sentence(str).endswith("which is neither beside it nor shipped.")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="not-utf-8"),
        pytest.param(b"[]", id="a-list"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b"9" * 10_000, id="a-long-number"),
        pytest.param(b'{"whose-client-attempt": 2}', id="another-format"),
        pytest.param(b'{"whose-client-attempt": 1, "header": {}}', id="half"),
    ],
)
def test_a_file_that_is_no_talk_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "talk.json"
    file.write_bytes(content)
    with pytest.raises(BadFileError):
        sessions(tmp_path).load_file(file)


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda b: b.update(header=[]), id="a-list-for-a-header"),
        pytest.param(lambda b: b["header"].update(id="\x1b[31m"), id="a-wild-id"),
        pytest.param(lambda b: b["header"].update(id=""), id="no-id"),
        pytest.param(lambda b: b["header"].update(id=7), id="a-number-for-an-id"),
        pytest.param(lambda b: b["header"].update(title="Other"), id="another-title"),
        pytest.param(lambda b: b["header"].update(digest="0" * 64), id="other-digest"),
        pytest.param(lambda b: b["header"].update(seed=8), id="another-seed"),
        pytest.param(lambda b: b["header"].update(seed=10**30), id="a-huge-seed"),
        pytest.param(lambda b: b["header"].update(seed=True), id="yes-for-a-seed"),
        pytest.param(lambda b: b["header"].pop("mode"), id="no-mode"),
        pytest.param(lambda b: b.update(scenario="format: 1"), id="a-broken-scenario"),
        pytest.param(lambda b: b.update(scenario="\ud800"), id="half-a-character"),
        pytest.param(lambda b: b.update(scenario=STORY + "# x"), id="another-text"),
        pytest.param(lambda b: b.update(events={}), id="no-list-of-events"),
        pytest.param(lambda b: b.update(events=[]), id="no-events"),
        pytest.param(lambda b: b["events"].append(7), id="a-number-for-an-event"),
        pytest.param(lambda b: b["events"].pop(), id="an-event-less"),
        pytest.param(lambda b: b["events"].pop(0), id="no-beginning"),
        pytest.param(
            lambda b: b["events"].insert(1, b["events"][0]), id="two-beginnings"
        ),
        pytest.param(
            lambda b: b["events"][1].update(text="\x1b[2J"), id="words-put-in"
        ),
        pytest.param(
            lambda b: b["events"].append({"kind": "rewound", "turn": 1, "to": 9}),
            id="back-to-nowhere",
        ),
    ],
)
def test_a_file_that_was_tampered_with_is_refused(
    tmp_path: Path, change: Change
) -> None:
    file = saved(tmp_path, "ask")
    body = json.loads(file.read_text("utf-8"))
    change(body)
    file.write_text(json.dumps(body), "utf-8")
    here = sessions(tmp_path / "here")
    with pytest.raises(SessionError):
        here.load_file(file)
    assert here.attempts() == ()


@pytest.mark.parametrize("start", range(40))
def test_a_file_with_a_flipped_byte_is_taken_whole_or_refused(
    tmp_path: Path, start: int
) -> None:
    file = saved(tmp_path, "ask", "beg")
    body = bytearray(file.read_bytes())
    body[start * 7919 % len(body)] ^= 1 << start % 8
    file.write_bytes(body)
    try:
        taken = sessions(tmp_path / "here").load_file(file)
    except SimulatorError as error:
        refused: type[Exception] = type(error)
    else:
        refused = SessionError
        assert taken.turns == 2
    assert issubclass(refused, SessionError | StoreError)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
@pytest.mark.parametrize("kind", ["folder", "pipe", "nothing", "device"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "talk.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path("/dev/zero")
    with pytest.raises(BadFileError):
        sessions(tmp_path).load_file(path)


@pytest.mark.parametrize("name", ["file/talk.json", "", "a\0b.json", "n" * 5000])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    attempt = played(tmp_path, "ask")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotWrittenError):
        attempt.save_elsewhere(tmp_path / name)


def test_a_file_is_replaced_only_when_the_new_one_is_complete(tmp_path: Path) -> None:
    attempt = played(tmp_path, "ask")
    file = tmp_path / "talk.json"
    file.write_text("an older one", "utf-8")
    with pytest.raises(NotWrittenError):
        write_chunks(file, broken_off())
    assert file.read_text("utf-8") == "an older one"
    attempt.save_elsewhere(file)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "room",
        "talk.json",
    ]


def broken_off() -> Iterator[bytes]:
    yield b"a new"
    raise OSError("the disk is full")


@pytest.mark.skipif(sys.platform == "win32", reason="other permissions there")
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "talk.json"
    file.write_text("an older one", "utf-8")
    file.chmod(0o600)
    write_file(file, b"{}")
    assert (file.stat().st_mode & 0o777, file.read_bytes()) == (0o600, b"{}")
    write_file(tmp_path / "new.json", b"{}")
    umask = os.umask(0)
    os.umask(umask)
    assert (tmp_path / "new.json").stat().st_mode & 0o777 == 0o666 & ~umask


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link_and_leads_to_the_new_file(tmp_path: Path) -> None:
    file, link = tmp_path / "talk.json", tmp_path / "link.json"
    link.symlink_to(file)
    write_file(link, b"one")
    write_file(link, b"two")
    assert link.is_symlink()
    assert file.read_bytes() == b"two"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, why in ((pipe, "it is not a file"), (tmp_path, "it is a folder")):
        with pytest.raises(NotWrittenError) as raised:
            write_file(path, b"")
        assert str(raised.value) == f"{path} cannot be written: {why}."
    assert pipe.is_fifo()


def test_a_file_that_happens_to_be_called_a_part_stays(tmp_path: Path) -> None:
    part = tmp_path / "talk.json.part"
    part.write_text("my own", "utf-8")
    write_file(tmp_path / "talk.json", b"{}")
    assert part.read_text("utf-8") == "my own"
    assert len(list(tmp_path.iterdir())) == 2
