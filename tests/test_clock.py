"""Time, seeds and ids, of which one module makes all."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from simulator import clock

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_time_is_aware_and_in_utc() -> None:
    assert clock.now().tzinfo is UTC


def test_a_seed_fits_into_31_bits() -> None:
    seeds = {clock.new_seed() for _ in range(200)}
    assert len(seeds) > 190
    assert all(0 <= seed < 2**31 for seed in seeds)


def test_ids_of_one_moment_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    ids = {clock.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {one[:10] for one in ids} == {"261123g000"}, "the day, and half of it"
    assert all(len(one) == 16 and not set(one) & set("ilou") for one in ids)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(timedelta(seconds=0.1), id="a-tenth-of-a-second"),
        pytest.param(timedelta(minutes=7), id="minutes"),
        pytest.param(timedelta(hours=11), id="hours"),
        pytest.param(timedelta(days=40), id="weeks"),
    ],
)
def test_ids_sort_by_time(monkeypatch: pytest.MonkeyPatch, step: timedelta) -> None:
    ids = []
    for n in range(50):
        at = NOON + n * step
        monkeypatch.setattr(clock, "now", lambda at=at: at)
        ids.append(clock.new_id())
    assert all(before < after for before, after in pairwise(ids))
