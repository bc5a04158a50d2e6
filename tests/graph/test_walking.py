"""A head that knows nothing walks through a scenario."""

from fractions import Fraction

import pytest

from simulator.graph import Band, band_of, walk
from tests.engine.stories import ENDLESS, story
from tests.graph.versions import edited
from tests.reports.little import loaded

RULES = loaded().rulebook


def test_the_same_seed_takes_the_same_way() -> None:
    one, other = walk(story(), 7, RULES), walk(story(), 7, RULES)
    assert (one.answers, one.events) == (other.answers, other.events)


def test_another_seed_takes_another_way() -> None:
    ways = {walk(story(), seed, RULES).answers for seed in range(20)}
    assert len(ways) > 10


def test_a_walk_in_an_endless_circle_is_left() -> None:
    circle = edited(
        ("        to: opening\n", "        to: wall\n"),
        ("        to: meeting\n", "        to: wall\n"),
        ("    to: kept\n", "    to: stay\n"),
        text=ENDLESS,
    )
    found = walk(circle, 1, RULES)
    assert (len(found.answers), found.state.ending) == (200, None)


def test_a_walk_stops_where_nothing_is_on_offer() -> None:
    silent = [
        (f"id: {reply}\n", f"id: {reply}\n        if: false\n")
        for reply in ("beg-again", "give-in", "back")
    ]
    found = walk(edited(*silent), 1, RULES)
    assert (found.state.scene, found.state.ending) == ("wall", None)


@pytest.mark.parametrize(
    ("share", "band"),
    [
        pytest.param(Fraction(0), Band.NEVER, id="none"),
        pytest.param(Fraction(1, 1000), Band.RARELY, id="hardly-any"),
        pytest.param(Fraction(1, 10), Band.SOMETIMES, id="a-tenth"),
        pytest.param(Fraction(1, 3), Band.OFTEN, id="a-third"),
        pytest.param(Fraction(2, 3), Band.MOSTLY, id="two-thirds"),
        pytest.param(Fraction(1), Band.MOSTLY, id="all"),
    ],
)
def test_shares_fall_into_five_bands(share: Fraction, band: Band) -> None:
    assert band_of(share) is band
