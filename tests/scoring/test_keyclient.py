"""Facts as intervals → points as an interval → status."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.errors import RulebookError
from scoring.keyclient import Evidence, Interval, Rulebook, Status, assess, levels_of
from tests.scoring.rules import levels, rulebook, values

Levels = tuple[int, int]
LEVELS = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(
    lambda pair: (min(pair), max(pair))
)
CRITERIA = (
    "wallet",
    "growth",
    "margin",
    "reference",
    "complexity",
    "partnership",
    "trend",
    "stability",
)
KNOWN = st.dictionaries(st.sampled_from(CRITERIA), LEVELS)


@pytest.mark.parametrize(
    ("criterion", "value", "expected"),
    [
        pytest.param("wallet", "49.9", (0, 0), id="below-the-first-bound"),
        pytest.param("wallet", "50", (1, 1), id="a-bound-belongs-to-the-higher-level"),
        pytest.param("wallet", "74.9", (1, 1), id="just-under-the-next"),
        pytest.param("wallet", "95", (4, 4), id="the-last-bound"),
        pytest.param("growth", "0.1", (1, 1), id="growth-first"),
        pytest.param("growth", "1", (4, 4), id="growth-last"),
        pytest.param("margin", "-1", (0, 0), id="below-zero"),
        pytest.param("margin", "0", (1, 1), id="zero"),
        pytest.param("complexity", "0", (0, 0), id="no-feature"),
        pytest.param("complexity", "4", (4, 4), id="all-features"),
        pytest.param("stability", "61", (0, 0), id="reversed-worst"),
        pytest.param("stability", "60", (1, 1), id="reversed-bound-is-the-better"),
        pytest.param("stability", "40", (2, 2), id="reversed-40"),
        pytest.param("stability", "25", (3, 3), id="reversed-25"),
        pytest.param("stability", "10", (4, 4), id="reversed-best"),
        pytest.param("wallet", "40..96", (0, 4), id="an-interval-spans-levels"),
        pytest.param("wallet", "76..80", (2, 2), id="an-interval-within-one-level"),
        pytest.param("stability", "12..50", (1, 3), id="a-reversed-interval"),
    ],
)
def test_a_value_gives_the_levels_it_allows(
    criterion: str, value: str, expected: Levels
) -> None:
    found = rulebook().criterion(criterion)
    assert found is not None
    assert levels_of(found, values(c=value)["c"]) == expected


@pytest.mark.parametrize(
    ("wallet", "growth", "rest", "status"),
    [
        pytest.param((4, 4), (4, 4), (2, 2), Status.KEY, id="72.5-is-key"),
        pytest.param((0, 0), (0, 0), (4, 4), Status.CANDIDATE, id="55-exactly"),
        pytest.param((0, 0), (0, 0), (3, 3), Status.NOT_KEY, id="41.25"),
        pytest.param((0, 4), (0, 0), (4, 4), Status.NOT_ENOUGH_DATA, id="55-to-75"),
        pytest.param((0, 2), (0, 0), (4, 4), Status.CANDIDATE, id="55-to-65"),
        pytest.param((0, 3), (0, 0), (4, 4), Status.NOT_ENOUGH_DATA, id="55-to-70"),
        pytest.param((3, 4), (0, 0), (4, 4), Status.KEY, id="70-exactly"),
        pytest.param((0, 0), (0, 4), (0, 0), Status.NOT_KEY, id="0-to-25"),
        pytest.param((0, 0), (0, 0), (3, 4), Status.NOT_ENOUGH_DATA, id="41.25-to-55"),
    ],
)
def test_a_status_needs_the_whole_interval(
    wallet: Levels, growth: Levels, rest: Levels, status: Status
) -> None:
    others = dict.fromkeys(CRITERIA[2:], rest)
    known = levels(wallet=wallet, growth=growth, **others)
    assert assess(rulebook(), known).status is status


def test_without_any_data_everything_is_possible() -> None:
    result = assess(rulebook(), {})
    assert result.points == Interval(Fraction(0), Fraction(100))
    assert not any(line.known for line in result.lines)


@pytest.mark.parametrize(
    ("stop", "status"),
    [
        pytest.param("overdue", Status.NOT_KEY, id="rules-out"),
        pytest.param("conflict-of-interest", Status.KEY, id="freezes-but-tells"),
        pytest.param("kam-limit", Status.KEY, id="queues-but-tells"),
    ],
)
def test_stop_criteria_are_looked_at_before_points(stop: str, status: Status) -> None:
    best = levels(**dict.fromkeys(CRITERIA, 4))
    result = assess(rulebook(), best, {stop})
    assert result.status is status
    assert [held.id for held in result.stops] == [stop]


@given(KNOWN)
def test_points_stay_within_bounds_and_in_order(known: dict[str, Levels]) -> None:
    points = assess(rulebook(), levels(**known)).points
    assert 0 <= points.low <= points.high <= 100


@given(KNOWN, st.sampled_from(CRITERIA), st.integers(0, 4))
def test_knowing_more_never_widens_the_interval(
    known: dict[str, Levels], criterion: str, level: int
) -> None:
    low, high = known.get(criterion, (0, 4))
    before = assess(rulebook(), levels(**known)).points
    exact = known | {criterion: (min(max(level, low), high),) * 2}
    after = assess(rulebook(), levels(**exact)).points
    assert before.low <= after.low <= after.high <= before.high


@given(KNOWN, st.sampled_from(CRITERIA))
def test_a_higher_level_never_lowers_the_points(
    known: dict[str, Levels], criterion: str
) -> None:
    low, high = known.get(criterion, (0, 3))
    before = assess(rulebook(), levels(**(known | {criterion: (low, high)}))).points
    up = (min(low + 1, 4), min(high + 1, 4))
    after = assess(rulebook(), levels(**(known | {criterion: up}))).points
    assert (before.low, before.high) <= (after.low, after.high)


def test_the_rulebook_says_all_that_is_wrong_with_it_at_once() -> None:
    shipped = rulebook()
    first, second, *rest = shipped.criteria
    broken = (
        replace(first, weight=Fraction(30)),
        replace(second, bounds=(Fraction(3), Fraction(1), Fraction(2), Fraction(4))),
        *rest,
    )
    with pytest.raises(RulebookError) as error:
        replace(shipped, criteria=broken, not_key_below=Fraction(80))
    for part in ("sum to 110", "'growth' do not rise", "thresholds must rise"):
        assert part in str(error.value)


def test_a_criterion_needs_four_bounds_or_five_anchors_and_its_own_name() -> None:
    shipped = rulebook()
    first, *rest = shipped.criteria
    stops = (*shipped.stops, shipped.stops[0])
    with pytest.raises(RulebookError) as error:
        replace(
            shipped,
            criteria=(
                replace(first, bounds=(Fraction(1),)),
                replace(first, bounds=()),
                *rest,
            ),
            stops=stops,
            stated_weight=Fraction(0),
        )
    for part in (
        "'wallet' has 1 bounds, not four",
        "'wallet' has neither four bounds nor five anchors",
        "'wallet' stands twice",
        "'overdue' stands twice",
        "stated weight must be above 0",
    ):
        assert part in str(error.value)


def test_our_own_sales_have_no_weight_of_their_own() -> None:
    ids = {criterion.id for criterion in rulebook().criteria}
    assert not ids & {"sales", "purchases", "revenue", "tenure", "friendship"}


def test_evidence_for_a_criterion_that_the_rulebook_lacks_is_passed_over() -> None:
    assert assess(rulebook(), {"charm": Evidence(level=(4, 4))}).points.low == 0


def test_a_rulebook_is_usable_without_files() -> None:
    assert isinstance(rulebook(), Rulebook)
