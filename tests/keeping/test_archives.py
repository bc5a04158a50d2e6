"""An archive goes out and comes in; a bad one changes nothing."""

import json
import os
import resource
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import SimulatorError
from simulator.keeping import Fate, write_archive
from simulator.keeping.lines import line_of, log_of
from simulator.store import Log, Outbox, Settled, Whole, open_store, open_whole
from tests.keeping.logs import (
    EXTRAS,
    bring,
    export,
    keep,
    kept,
    log,
    members,
    practise,
    practised,
    repacked,
    review,
)
from tests.store.shelf import DIGEST, TEXT, filled

TALKS = (log(1, 2), log(1, 2, 3, name="b2", draft="не отправлено"))

LRS, OTHER = "https://lrs.example/xapi", "https://other.example/xapi"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    keep(tmp_path / "from", *TALKS)
    export(tmp_path / "from", tmp_path / "x.zip")
    return tmp_path / "x.zip"


def test_all_that_was_written_comes_in_elsewhere_and_only_once(
    archive: Path, tmp_path: Path
) -> None:
    counts = [bring(archive, tmp_path / "to").counts for _ in range(2)]
    assert counts == [{Fate.NEW: 2}, {Fate.KNOWN: 2}]
    assert kept(tmp_path / "to") == kept(tmp_path / "from")
    with closing(open_store(tmp_path / "to")) as store:
        assert store.text(DIGEST) == TEXT
        store.check()


def test_a_conflict_is_told_and_both_talks_are_kept(
    archive: Path, tmp_path: Path
) -> None:
    keep(tmp_path / "to", log(1, 7))
    ((old, new),) = bring(archive, tmp_path / "to").conflicts
    found = kept(tmp_path / "to")
    assert old == "a1"
    assert found["a1"].events == log(1, 7).events
    assert found[new].events == log(1, 2).events
    assert bring(archive, tmp_path / "to").conflicts == ()


def test_a_damaged_talk_is_left_out_and_named(tmp_path: Path) -> None:
    filled(tmp_path, "a1", 3).close()
    with closing(open_whole(tmp_path)) as whole, whole._transaction() as connection:
        connection.execute("UPDATE events SET body = '{' WHERE seq = 1")
    keep(tmp_path, log(1, name="b2"))
    written = export(tmp_path, tmp_path / "x.zip")
    assert (written.attempts, written.left_out) == (1, ("a1",))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attempts SET turns = -1 WHERE id = 'a1'",
        "UPDATE attempts SET seed = 'x' WHERE id = 'a1'",
        "UPDATE attempts SET business = '-1/3' WHERE id = 'a1'",
        "UPDATE attempts SET started_at = 'long ago' WHERE id = 'a1'",
        "UPDATE attempts SET mode = 'a b' WHERE id = 'a1'",
        "UPDATE events SET at = 7 WHERE attempt = 'a1'",
    ],
)
def test_one_damaged_talk_spoils_no_archive(tmp_path: Path, statement: str) -> None:
    keep(tmp_path / "from", *TALKS)
    with closing(open_whole(tmp_path / "from")) as whole, whole._transaction() as told:
        told.execute(statement)
    written = export(tmp_path / "from", tmp_path / "x.zip")
    assert written.left_out == ("a1",)
    assert bring(tmp_path / "x.zip", tmp_path / "to").counts == {Fate.NEW: 1}


def test_whoever_plays_meanwhile_is_not_in_the_way(tmp_path: Path) -> None:
    keep(tmp_path, *TALKS)

    def play(_: int) -> None:
        keep(tmp_path, log(5, name="later"))

    with closing(open_whole(tmp_path)) as whole:
        assert write_archive(tmp_path / "x.zip", whole, EXTRAS, play).attempts == 2


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flipped(path: Path) -> None:
    with zipfile.ZipFile(path) as opened:
        place = opened.getinfo("attempts.jsonl").header_offset + 80
    data = bytearray(path.read_bytes())
    data[place] ^= 0xFF
    path.write_bytes(bytes(data))


def bomb(path: Path) -> None:
    repacked(path, {f"texts/{DIGEST}": b" " * (3 << 20)}, signed=True)


def newer(path: Path) -> None:
    body = json.loads(members(path)["whose-client.json"])
    told = json.dumps({**body, "whose-client-data": 3}).encode()
    repacked(path, {"whose-client.json": told, "of-later.bin": b"?"}, signed=False)


def changed(name: str, data: bytes | None, *, signed: bool) -> Callable[[Path], None]:
    return lambda path: repacked(path, {name: data}, signed=signed)


def line(**other: object) -> bytes:
    body = {
        "header": {"id": "../a", "seed": 1},
        "started_at": "2026-11-27T09:00:00+00:00",
        **other,
    }
    return json.dumps(body).encode() + b"\n"


BAD = [
    pytest.param(cut, "damaged", id="cut-off"),
    pytest.param(flipped, "damaged", id="a-byte-changed"),
    pytest.param(lambda path: path.write_bytes(b""), "damaged", id="empty"),
    pytest.param(lambda path: path.write_bytes(b"text"), "damaged", id="no-zip"),
    pytest.param(lambda path: path.unlink(), "cannot be read", id="not-there"),
    pytest.param(newer, "archive version 3, this program knows 2", id="newer"),
    pytest.param(bomb, "far more than anybody's talks", id="bomb"),
    pytest.param(changed("../x", b"", signed=True), "“../x”", id="climbing"),
    pytest.param(changed("/etc/x", b"", signed=True), "“/etc/x”", id="absolute"),
    pytest.param(changed("texts/../x", b"", signed=True), "no place", id="deeper"),
    pytest.param(
        changed(f"texts/{DIGEST}", b"other", signed=True), "damaged", id="other-text"
    ),
    pytest.param(
        changed(f"texts/{DIGEST}", None, signed=True), "damaged", id="no-text"
    ),
    pytest.param(
        changed("settings.json", b"{}", signed=False), "damaged", id="wrong-digest"
    ),
    pytest.param(
        changed("attempts.jsonl", b"", signed=False), "damaged", id="talks-gone"
    ),
    pytest.param(
        changed("attempts.jsonl", line(), signed=True), "damaged", id="no-talk"
    ),
    pytest.param(
        changed("attempts.jsonl", b"[" * 200_000, signed=True), "damaged", id="deep"
    ),
    pytest.param(
        changed("drills.jsonl", b'{"review": {"key": 1}}', signed=True),
        "damaged",
        id="no-review",
    ),
    pytest.param(
        changed("outbox.jsonl", b'{"sold": {}}', signed=True), "damaged", id="not-sent"
    ),
    pytest.param(
        changed("outbox.jsonl", b'{"installation": "x"}', signed=False),
        "damaged",
        id="sent-changed",
    ),
    pytest.param(
        changed("whose-client.json", b"[]", signed=False), "damaged", id="no-manifest"
    ),
]


@pytest.mark.parametrize(("spoil", "said"), BAD)
def test_a_bad_archive_is_told_and_changes_nothing(
    archive: Path, tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    keep(tmp_path / "to", log(1, 7))
    before = kept(tmp_path / "to")
    spoil(archive)
    with pytest.raises(SimulatorError, match=said):
        bring(archive, tmp_path / "to")
    assert kept(tmp_path / "to") == before
    assert sorted(one.name for one in tmp_path.iterdir() if one != archive) == [
        "from",
        "to",
    ]


def test_an_archive_of_the_first_version_is_still_read(
    archive: Path, tmp_path: Path
) -> None:
    body = json.loads(members(archive)["whose-client.json"])
    gone = ("drills.jsonl", "outbox.jsonl")
    told = json.dumps({**body, "whose-client-data": 1}).encode()
    parts = {"whose-client.json": told, **dict.fromkeys(gone)}
    repacked(archive, parts, signed=True)
    assert bring(archive, tmp_path / "to").counts == {Fate.NEW: 2}
    assert kept(tmp_path / "to") == kept(tmp_path / "from")


def test_drills_come_in_where_they_belong_and_only_once(tmp_path: Path) -> None:
    practise(tmp_path / "from", review("a", 0, "Да"), review("c", 20))
    practise(tmp_path / "to", review("b", 10), review("d", 30))
    assert export(tmp_path / "from", tmp_path / "x.zip").drills == 2
    came = [bring(tmp_path / "x.zip", tmp_path / "to").drills for _ in range(2)]
    assert came == [2, 0]
    assert practised(tmp_path / "to") == (
        review("a", 0, "Да"),
        review("b", 10),
        review("c", 20),
        review("d", 30),
    )


def test_what_was_typed_for_a_drill_comes_in_where_nothing_is_typed(
    tmp_path: Path,
) -> None:
    for name, cards in (("from", "ab"), ("to", "b")):
        with closing(open_store(tmp_path / name)) as store:
            for card in cards:
                store.keep_drill_draft(card, f"{name} {card}")
    export(tmp_path / "from", tmp_path / "x.zip")
    bring(tmp_path / "x.zip", tmp_path / "to")
    with closing(open_whole(tmp_path / "to")) as whole:
        assert whole.drill_drafts() == {"a": "from a", "b": "to b"}


def test_a_damaged_review_is_left_out_and_stays_where_it_is(tmp_path: Path) -> None:
    practise(tmp_path / "from", review("a"), review("b", 10))
    practise(tmp_path / "to", review("c", 20))
    for name, key in (("from", "a"), ("to", "c")):
        with (
            closing(open_whole(tmp_path / name)) as whole,
            whole._transaction() as told,
        ):
            told.execute("UPDATE drill_log SET words = x'00' WHERE key = ?", (key,))
    assert export(tmp_path / "from", tmp_path / "x.zip").drills == 1
    assert bring(tmp_path / "x.zip", tmp_path / "to").drills == 1
    with closing(open_whole(tmp_path / "to")) as whole:
        rows = whole._read("SELECT key FROM drill_log ORDER BY seq")
    assert rows == [("c",), ("b",)]


def sent(data: Path, *outcomes: Settled, target: str = LRS) -> None:
    """Send some of what a data folder holds."""
    with closing(Outbox(data)) as outbox:
        outbox.installation(data.name)
        outbox.settle(target, outcomes)


def test_what_was_sent_there_is_not_sent_again_from_here(
    archive: Path, tmp_path: Path
) -> None:
    sent(tmp_path / "from", Settled("a1", "s", 2), Settled("b2", "t", 2))
    sent(tmp_path / "from", Settled("a1", "u", 1, "nonsense"), target=OTHER)
    export(tmp_path / "from", archive)
    for _ in range(2):
        bring(archive, tmp_path / "to")
        with closing(Outbox(tmp_path / "to")) as outbox:
            assert outbox.installation("drawn") == "from"
            assert list(outbox.waiting(LRS, "")) == ["b2"]
            assert outbox.acknowledged(LRS, "b2") == 2
            assert outbox.refused(OTHER, "a1") == {"u"}


def test_who_is_known_already_stays_who_he_is_and_has_sent_what_he_has(
    archive: Path, tmp_path: Path
) -> None:
    sent(tmp_path / "from", Settled("b2", "t", 1))
    export(tmp_path / "from", archive)
    keep(tmp_path / "to", *TALKS)
    sent(tmp_path / "to", Settled("b2", "t", 3))
    bring(archive, tmp_path / "to")
    with closing(Outbox(tmp_path / "to")) as outbox:
        assert outbox.installation("drawn") == "to"
        assert outbox.acknowledged(LRS, "b2") == 3


def test_a_talk_that_gets_another_id_was_sent_all_the_same(
    archive: Path, tmp_path: Path
) -> None:
    sent(tmp_path / "from", Settled("a1", "s", 2), Settled("a1", "t", 2, "nonsense"))
    export(tmp_path / "from", archive)
    keep(tmp_path / "to", log(1, 7))
    ((_, name),) = bring(archive, tmp_path / "to").conflicts
    with closing(Outbox(tmp_path / "to")) as outbox:
        assert outbox.acknowledged(LRS, name) == 2
        assert list(outbox.waiting(LRS, "")) == ["a1", "b2"]


def test_of_a_damaged_talk_nothing_was_sent(tmp_path: Path) -> None:
    keep(tmp_path / "from", *TALKS)
    sent(tmp_path / "from", Settled("a1", "s", 2))
    with closing(open_whole(tmp_path / "from")) as whole, whole._transaction() as told:
        told.execute("UPDATE attempts SET turns = -1 WHERE id = 'a1'")
    export(tmp_path / "from", tmp_path / "x.zip")
    bring(tmp_path / "x.zip", tmp_path / "to")
    with closing(open_whole(tmp_path / "to")) as whole:
        assert list(whole.arrived()) == []


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    keep(tmp_path / "from", log(1, draft=os.urandom(500_000).hex()))
    target = tmp_path / "out" / "x.zip"
    export(tmp_path / "from", target)
    before = target.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(SimulatorError, match="cannot be written"):
            export(tmp_path / "from", target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_bytes() == before
    assert [one.name for one in target.parent.iterdir()] == ["x.zip"]


def test_whoever_interrupts_an_export_finds_nothing_half_written(
    tmp_path: Path,
) -> None:
    keep(tmp_path / "from", *TALKS)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with (
        closing(open_whole(tmp_path / "from")) as whole,
        pytest.raises(KeyboardInterrupt),
    ):
        write_archive(tmp_path / "out" / "x.zip", whole, EXTRAS, interrupt)
    assert [*(tmp_path / "out").iterdir()] == []


def test_an_import_that_was_interrupted_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path / "from", *(log(n, name=f"t{n}") for n in range(70)))
    export(tmp_path / "from", tmp_path / "x.zip")
    put = Whole.put

    def stopped(self: Whole, one: Log) -> None:
        if len(seen) == 60:
            raise KeyboardInterrupt
        seen.append(one)
        put(self, one)

    seen: list[Log] = []
    with monkeypatch.context() as patch:
        patch.setattr(Whole, "put", stopped)
        with pytest.raises(KeyboardInterrupt):
            bring(tmp_path / "x.zip", tmp_path / "to")
    assert len(kept(tmp_path / "to")) == 50
    assert bring(tmp_path / "x.zip", tmp_path / "to").counts == {
        Fate.KNOWN: 50,
        Fate.NEW: 20,
    }


def test_an_archive_from_before_talks_could_branch_is_taken_in() -> None:
    body = json.loads(line_of(log(1)))
    for name in ("origin", "origin_turn"):
        del body["header"][name]
    assert log_of(json.dumps(body).encode()) == log(1)
