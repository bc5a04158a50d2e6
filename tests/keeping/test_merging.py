"""Where a talk that comes in belongs beside those that are here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.keeping import Fate, placed
from simulator.store import Log
from tests.keeping.logs import log

SHORT, LONG, OTHER = log(1, 2), log(1, 2, 3), log(1, 9, 8)


@pytest.mark.parametrize(
    ("ours", "theirs", "fate", "kept"),
    [
        pytest.param([], LONG, Fate.NEW, LONG, id="not-here"),
        pytest.param([SHORT], LONG, Fate.LONGER, LONG, id="goes-on-there"),
        pytest.param([LONG], SHORT, Fate.KNOWN, LONG, id="goes-on-here"),
        pytest.param([LONG], LONG, Fate.KNOWN, LONG, id="the-same"),
        pytest.param(
            [log(1, draft="да")], SHORT, Fate.LONGER, log(1, 2, draft="да"), id="words"
        ),
        pytest.param(
            [SHORT], log(1, draft="да"), Fate.LONGER, log(1, 2, draft="да"), id="draft"
        ),
    ],
)
def test_the_longer_of_two_versions_is_kept(
    ours: list[Log], theirs: Log, fate: Fate, kept: Log
) -> None:
    found = placed(theirs, {one.kept.header.id: one for one in ours}.get)
    assert (found.fate, found.log) == (fate, kept)


def test_a_talk_that_went_on_differently_gets_an_id_that_stays_the_same() -> None:
    here = {"a1": SHORT}
    first = placed(OTHER, here.get)
    assert first.fate is Fate.CONFLICT
    assert first.log.events == OTHER.events
    name = first.log.kept.header.id
    assert name.startswith("a1-")
    # However long both have grown since.
    assert (
        placed(log(1, 9, 8, 7, 6), {"a1": log(1, 2, 3, 4)}.get).log.kept.header.id
        == name
    )


def test_two_machines_that_hold_both_versions_exchange_nothing() -> None:
    here = {"a1": SHORT, "a1-000000000000": log(1, 9, 8, name="a1-000000000000")}
    there = [OTHER, log(1, 2, name="a1-0123456789ab")]
    fates = [placed(one, here.get).fate for one in there]
    assert fates == [Fate.CONFLICT, Fate.KNOWN]


ANSWERS = st.lists(st.integers(0, 2), min_size=1, max_size=4)


@given(st.lists(ANSWERS, max_size=6), st.lists(ANSWERS, max_size=6))
def test_nothing_is_lost_and_nothing_doubled(
    ours: list[list[int]], theirs: list[list[int]]
) -> None:
    here: dict[str, Log] = {}
    before = 0
    for _ in range(2):  # the second time changes nothing
        before = len(here)
        for answers in (*ours, *theirs):
            found = placed(log(*answers), here.get)
            here[found.log.kept.header.id] = found.log
    assert len(here) == before
    known = [[e.body["text"] for e in one.events] for one in here.values()]
    for answers in (*ours, *theirs):
        told = [e.body["text"] for e in log(*answers).events]
        assert any(one[: len(told)] == told for one in known)
    assert not any(a is not b and b[: len(a)] == a for a in known for b in known)
