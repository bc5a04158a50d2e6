"""What each record store has taken is remembered, store by store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.store import Outbox, Settled, Standing
from tests.store.shelf import AT, LATER, filled, said

HERE, THERE = "https://here.example/xapi", "https://there.example/xapi"


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    for name in ("a1", "a2", "a3"):
        filled(tmp_path, name, events=4).close()
    one = Outbox(tmp_path)
    yield one
    one.close()


def test_a_data_folder_has_one_id_for_ever(tmp_path: Path) -> None:
    first = Outbox(tmp_path)
    assert first.installation("drawn-first") == "drawn-first"
    first.close()
    again = Outbox(tmp_path)
    assert again.installation("drawn-later") == "drawn-first"
    again.close()


def test_two_programs_that_draw_an_id_at_once_agree(tmp_path: Path) -> None:
    one, other = Outbox(tmp_path), Outbox(tmp_path)
    assert one.installation("x") == other.installation("y") == "x"
    one.close()
    other.close()


def test_at_first_everything_waits(outbox: Outbox) -> None:
    assert list(outbox.waiting(HERE, "")) == ["a1", "a2", "a3"]
    assert outbox.count_waiting(HERE, "") == 3
    assert outbox.acknowledged(HERE, "a1") == 0


def test_what_one_store_has_taken_still_waits_for_another(outbox: Outbox) -> None:
    outbox.settle(HERE, [Settled("a1", "s1", 4), Settled("a2", "s2", 2)])
    assert list(outbox.waiting(HERE, "")) == ["a2", "a3"]
    assert list(outbox.waiting(THERE, "")) == ["a1", "a2", "a3"]
    assert outbox.acknowledged(HERE, "a2") == 2


def test_a_talk_that_goes_on_waits_again(outbox: Outbox, tmp_path: Path) -> None:
    outbox.settle(HERE, [Settled("a1", "s1", 4)])
    store = filled(tmp_path, "a1", events=4)
    store.append("a1", 4, [said(4)], Standing(turns=5), LATER)
    store.close()
    assert "a1" in outbox.waiting(HERE, "")
    assert outbox.acknowledged(HERE, "a1") == 4


def test_what_was_taken_once_is_never_taken_back(outbox: Outbox) -> None:
    outbox.settle(HERE, [Settled("a1", "s1", 4)])
    outbox.settle(HERE, [Settled("a1", "s0", 1)])
    assert outbox.acknowledged(HERE, "a1") == 4


def test_a_refused_statement_waits_until_it_is_taken(outbox: Outbox) -> None:
    outbox.settle(HERE, [Settled("a1", "s1", 4, "400 bad")])
    assert "a1" in outbox.waiting(HERE, "")
    assert outbox.refused(HERE, "a1") == {"s1"}
    assert outbox.refused(THERE, "a1") == frozenset()
    outbox.settle(HERE, [Settled("a1", "s1", 4)])
    assert "a1" not in outbox.waiting(HERE, "")


def test_only_what_was_played_since_is_asked_for(outbox: Outbox) -> None:
    assert outbox.count_played(AT) == 3
    assert list(outbox.played(LATER)) == []
    assert list(outbox.waiting(HERE, LATER)) == []


def test_many_attempts_come_page_by_page_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.outbox._PAGE", 2)
    names = ["a1", "a2", "a3", "a4", "a5"]
    for name in names[::-1]:
        filled(tmp_path, name).close()
    outbox = Outbox(tmp_path)
    assert list(outbox.waiting(HERE, "")) == names
    assert list(outbox.played("")) == names
    outbox.close()
