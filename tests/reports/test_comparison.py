"""Two talks side by side: what they share, where they part, what each came to."""

from collections.abc import Sequence
from fractions import Fraction
from gettext import NullTranslations
from itertools import count
from pathlib import Path

import pytest

from simulator.engine import Choose
from simulator.packs import Library
from simulator.reach.onward import Onward
from simulator.reports.comparison import (
    Change,
    Comparison,
    Gauge,
    SideTurn,
    comparison,
    still_reachable,
)
from simulator.reports.comparisontext import Kind, Teller
from simulator.reports.numbers import signed
from simulator.reports.phrases import phrase
from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import (
    NoOriginError,
    TwoScenariosError,
    UnfinishedTalkError,
)
from simulator.sessions.pairs import Pair, pair_of
from simulator.sessions.usecases import Sessions
from simulator.store import NoSuchAttemptError, open_store
from tests.reports.little import FOLDER, told
from tests.sessions.room import NOW

ENGLISH = Teller(NullTranslations(), "en")
GOOD, BAD = ("ask", "meet"), ("ask", "push", "give-in")


@pytest.fixture
def use(tmp_path: Path) -> Sessions:
    names = count(1)
    return Sessions(
        Library((FOLDER,)),
        open_store(tmp_path),
        now=lambda: NOW,
        new_seed=lambda: 1,
        new_id=lambda: f"t{next(names)}",
    )


def played(attempt: Attempt, replies: Sequence[str]) -> Attempt:
    for reply in replies:
        attempt.answer(Choose(reply))
    return attempt


def afresh(use: Sessions, replies: Sequence[str]) -> Attempt:
    return played(use.start("talk", "en"), replies)


def branched(use: Sessions, first: Sequence[str], after: int, then: str) -> Pair:
    """Play a talk, and another branch of it; return them as a pair."""
    other = use.fork(afresh(use, first), after)
    return pair_of(use, played(other, then.split()).id)


def compared(pair: Pair) -> Comparison:
    return comparison(pair, "en")


def test_what_both_share_is_told_once_and_the_rest_turn_by_turn(use: Sessions) -> None:
    now = compared(branched(use, BAD, 1, "meet"))
    assert [note.text for note in now.beginning] == ["How many groups does he buy?"]
    words = [
        [side and side.note.text for side in (row.first, row.second)]
        for row in now.rows
    ]
    assert words == [
        ["Give him up, I say.", "We decide by the rules on Thursday."],
        ["All right.", None],
    ]
    assert [row.turn for row in now.rows] == [2, 3]
    assert (now.first.branched_after, now.second.branched_after) == (None, 1)


def test_tempers_stand_beside_each_turn_as_they_were_then(use: Sessions) -> None:
    now = compared(branched(use, GOOD, 0, "threaten meet"))
    first, second = now.rows[0].first, now.rows[0].second
    assert first is not None
    assert second is not None
    gauges = [[(g.value, g.change) for g in side.tempers] for side in (first, second)]
    assert gauges == [[(4, -2), (4, 0)], [(9, 3), (2, -2)]]
    (temper,) = (line for line in ENGLISH.turn(second) if line.kind is Kind.TEMPER)
    assert str(temper) == "Oleg: resistance 9 (+3), trust 2 (−2)"


def test_of_several_people_only_those_are_told_whose_temper_changed() -> None:
    def gauge(person: str, change: int) -> Gauge:
        return Gauge(person, phrase("Trust"), 5, change)

    note = told("ask", "meet").turns[0]
    turn = SideTurn(note, (gauge("Oleg", 0), gauge("Irina", -1)))
    tempers = [str(one) for one in ENGLISH.turn(turn) if one.kind is Kind.TEMPER]
    assert tempers == ["Irina: trust 5 (−1)"]
    nobody = SideTurn(note, (gauge("Oleg", 0), gauge("Irina", 0)))
    assert all(one.kind is not Kind.TEMPER for one in ENGLISH.turn(nobody))


def test_scores_and_levels_are_told_with_the_difference(use: Sessions) -> None:
    now = compared(branched(use, GOOD, 1, "give-in"))
    assert now.business.difference is not None
    assert now.business.difference < 0
    assert next(ENGLISH.scores(now)).startswith("Business above ego: A 66, B ")
    assert ENGLISH.change(Change(Fraction(5, 2), Fraction(3))) == "A 2.5, B 3 (+0.5)"
    assert ENGLISH.change(Change(Fraction(1), None)) == "A 1, B –"
    assert signed(Fraction(0), 1, "en") == "0"


def test_a_better_way_is_told_with_its_beginning(use: Sessions) -> None:
    pair = branched(use, BAD, 1, "give-in")
    assert list(ENGLISH.reachable(compared(pair), still_reachable(pair))) == [
        "From where they part, 66 of 100 could be reached by the replies on offer, and "
        "no more.",
        "The way there begins with: We decide by the rules on Thursday.",
    ]


def test_where_there_is_none_better_that_is_told(use: Sessions) -> None:
    pair = branched(use, GOOD, 1, "give-in")
    assert list(ENGLISH.reachable(compared(pair), still_reachable(pair))) == [
        "From where they part, no replies on offer lead to more than the 66 of 100 "
        "that A came to."
    ]


def test_a_bound_is_called_a_bound(use: Sessions) -> None:
    now = compared(branched(use, BAD, 1, "give-in"))
    found = Onward(Fraction(60), Fraction(90), ("Let us meet.",), "meeting")
    assert list(ENGLISH.reachable(now, found)) == [
        "From where they part, at least 60 of 100 could be reached by the replies on "
        "offer, and at most 90: not every way was looked at.",
        "The way there begins with: Let us meet.",
    ]


def test_two_talks_that_nobody_branched_are_compared_from_where_they_part(
    use: Sessions,
) -> None:
    one, other = afresh(use, GOOD), afresh(use, BAD)
    pair = pair_of(use, one.id, other.id)
    assert (pair.first.id, pair.second.id, pair.shared) == (one.id, other.id, 1)
    assert compared(pair).second.branched_after is None


def test_the_same_talk_twice_differs_in_nothing(use: Sessions) -> None:
    pair = pair_of(use, afresh(use, GOOD).id, afresh(use, GOOD).id)
    now = compared(pair)
    assert not now.rows
    assert now.business.difference == 0
    assert len(now.beginning) == 2
    assert list(ENGLISH.parting(now)) == []
    told = list(ENGLISH.reachable(now, still_reachable(pair)))
    assert told == ["Both talks are the same to their end."]


def test_what_the_first_talk_became_since_is_what_is_compared(use: Sessions) -> None:
    first = afresh(use, GOOD)
    other = played(use.fork(first, 1), ("give-in",))
    first.rewind(0)
    played(first, ("threaten", "meet"))
    assert pair_of(use, other.id).shared == 0


def test_what_cannot_be_compared_is_said(use: Sessions) -> None:
    first = afresh(use, GOOD)
    with pytest.raises(NoOriginError):
        pair_of(use, first.id)
    with pytest.raises(UnfinishedTalkError):
        pair_of(use, use.fork(first, 1).id)
    with pytest.raises(NoSuchAttemptError):
        pair_of(use, first.id, "nobody")


def test_talks_of_two_scenarios_are_not_compared(tmp_path: Path) -> None:
    names = count(1)
    use = Sessions(
        Library.shipped((FOLDER,)),
        open_store(tmp_path),
        now=lambda: NOW,
        new_seed=lambda: 1,
        new_id=lambda: f"t{next(names)}",
    )
    other = use.start("client-x", "en")
    other.answer(Choose(other.view.offers[0].reply))
    with pytest.raises(TwoScenariosError):
        pair_of(use, afresh(use, GOOD).id, other.id)
