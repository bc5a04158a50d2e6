"""The best that can still be reached from a moment of a talk."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from scoring.scorecard import RED_FLAG_CAP, score
from simulator.engine import (
    Event,
    Mode,
    Say,
    Source,
    State,
    Understood,
    step,
    talk_of,
)
from simulator.packs import Library, Loaded
from simulator.reach.heads import Head
from simulator.reach.onward import Onward, best_onward
from simulator.reach.walk import Walker
from tests.reports.little import loaded

LITTLE = loaded("ru")
SHIPPED = [
    Library.shipped().load(name, "ru") for name in ("client-x", "client-x-meeting")
]


def walker(rules: Loaded) -> Walker:
    return Walker(rules.scenario, rules.rubric, rules.rulebook)


def played(rules: Loaded, head: Head, seed: int) -> list[tuple[list[Event], State]]:
    """Return a talk: after each turn the events so far, and the state."""
    events: list[Event] = []
    told: list[tuple[list[Event], State]] = []
    for position in walker(rules).play(head, seed, 40).positions:
        events = [*events, *position.state.latest]
        told.append((events, position.state))
    return told


def onward(rules: Loaded, events: list[Event], state: State) -> Onward:
    return best_onward(rules.scenario, rules.rubric, rules.rulebook, events, state)


@pytest.mark.parametrize("rules", SHIPPED, ids=lambda one: one.scenario.id)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_talk_told_again_scores_as_it_did(rules: Loaded, seed: int) -> None:
    events, state = played(rules, Head.RANDOM, seed)[-1]
    card = score(talk_of(rules.scenario, events), rules.rubric, rules.rulebook)
    again = walker(rules)
    trail = again.retold(events)
    found = again.scorer.score(trail, state, again.outcome(state))
    assert found.business == card.business
    assert card.key_client is not None
    assert found.key_client == card.key_client.points


@pytest.mark.parametrize("seed", range(4))
def test_no_talk_comes_to_more_than_the_best_from_any_of_its_turns(seed: int) -> None:
    told = played(LITTLE, Head.RANDOM, seed)
    events, last = told[-1]
    assert last.ending
    card = score(talk_of(LITTLE.scenario, events), LITTLE.rubric, LITTLE.rulebook)
    best = [onward(LITTLE, so_far, state) for so_far, state in told[:-1]]
    assert all(one.exact and one.business is not None for one in best)
    reached = [one.business or Fraction() for one in best]
    assert reached == sorted(reached, reverse=True), "ways close, none open"
    assert reached[-1] >= (card.business or Fraction())


def test_the_way_that_is_told_leads_to_the_score_that_is_told() -> None:
    events, state = played(LITTLE, Head.RANDOM, 0)[0]
    found = onward(LITTLE, events, state)
    walks = walker(LITTLE)
    here = walks.start
    trail = []
    for words in found.replies:
        reply = next(one for one in here.offers if one.text == words)
        here = walks.after(here, reply)
        assert here.step
        trail.append(here.step)
    assert here.state.ending == found.ending
    scored = walks.scorer.score(trail, here.state, walks.outcome(here.state))
    assert scored.business == found.business


def test_a_talk_in_own_words_is_followed_by_the_replies_that_stand_there() -> None:
    events, state = played(LITTLE, Head.RANDOM, 0)[0]
    spoken = onward(LITTLE, events, replace(state, mode=Mode.SPEAK))
    assert spoken == onward(LITTLE, events, state)


def test_own_words_may_have_shown_more_than_any_reply_so_nothing_bounds_them() -> None:
    rules = SHIPPED[0]
    begun = played(rules, Head.RANDOM, 3)[0][1]
    state, told = step(begun, Say("Ну?", Understood((), None, Source.READER)))
    events = [*begun.latest, *told]
    found = best_onward(
        rules.scenario, rules.rubric, rules.rulebook, events, state, most=50
    )
    assert found.most == 100


def test_too_many_ways_give_a_bound_and_say_so() -> None:
    rules = SHIPPED[0]
    events, state = played(rules, Head.RANDOM, 3)[2]
    found = best_onward(
        rules.scenario, rules.rubric, rules.rulebook, events, state, most=50
    )
    assert found.business is not None
    assert (found.exact, found.business < found.most) == (False, True)


def test_after_a_red_flag_nothing_is_promised_above_its_cap() -> None:
    rules = SHIPPED[0]
    for events, state in played(rules, Head.TYRANT, 1)[:-1]:
        card = score(talk_of(rules.scenario, events), rules.rubric, rules.rulebook)
        if card.red_flags:
            assert onward(rules, events, state).most <= RED_FLAG_CAP
            return
    pytest.fail("the tyrant raised no red flag")
