"""Two logs of reviews become one, whichever comes to which, and however often."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.keeping import woven
from simulator.store import Reviewed
from tests.keeping.logs import review

MINUTES = {"a": 0, "b": 10, "c": 20, "d": 30, "z": 0}
"""When each was given by the clock; before z the clock was put back."""


def log(keys: str) -> tuple[Reviewed, ...]:
    return tuple(review(key, MINUTES[key]) for key in keys)


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        pytest.param("", "ab", "ab", id="nothing-here"),
        pytest.param("ab", "", "ab", id="nothing-there"),
        pytest.param("ab", "ab", "ab", id="the-same"),
        pytest.param("a", "abc", "abc", id="goes-on-there"),
        pytest.param("abc", "ab", "abc", id="goes-on-here"),
        pytest.param("bd", "ac", "abcd", id="by-turns"),
        pytest.param("ac", "abd", "abcd", id="parted-after-the-first"),
        pytest.param("cd", "cza", "czad", id="behind-what-it-followed"),
        pytest.param("bc", "dc", "bdc", id="before-what-followed-it"),
        pytest.param("ba", "ab", "ba", id="as-it-is-here"),
        pytest.param("b", "aa", "ab", id="written-twice"),
    ],
)
def test_each_review_comes_where_it_belongs(ours: str, theirs: str, both: str) -> None:
    assert "".join(one.key for one in woven(log(ours), log(theirs))) == both


LOGS = st.dictionaries(
    st.integers(0, 20).map(str), st.integers(0, 300), max_size=8
).map(lambda given: tuple(review(key, at) for key, at in given.items()))


@given(LOGS, LOGS)
def test_nothing_is_lost_or_doubled_and_ours_keep_their_order(
    ours: tuple[Reviewed, ...], theirs: tuple[Reviewed, ...]
) -> None:
    both = woven(ours, theirs)
    here = {one.key for one in ours}
    assert tuple(one for one in both if one.key in here) == ours
    keys = [one.key for one in both]
    assert sorted(keys) == sorted(here | {one.key for one in theirs})
    assert woven(both, theirs) == both


@given(st.lists(st.integers(0, 300), max_size=8), st.lists(st.booleans(), min_size=8))
def test_with_a_clock_that_was_right_it_does_not_matter_who_takes_in_whom(
    times: list[int], sides: list[bool]
) -> None:
    whole = [review(f"{n:02}", at) for n, at in enumerate(sorted(times))]
    ours = [one for one, side in zip(whole, sides, strict=False) if side]
    theirs = [one for one, side in zip(whole, sides, strict=False) if not side]
    assert woven(ours, theirs) == woven(theirs, ours) == tuple(whole)
