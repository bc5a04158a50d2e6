"""An attempt is its events: going through it again gives the same talk."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine import (
    BadEventsError,
    Choose,
    Event,
    NoSuchTurnError,
    Rewound,
    Said,
    Say,
    Spoken,
    Started,
    State,
    begin,
    effective,
    from_json,
    history,
    offered,
    replay,
    rewind,
    step,
    talk_of,
    talk_so_far,
    to_json,
)
from tests.engine.stories import story

Attempt = tuple[State, list[Event]]


def attempt(*replies: str) -> Attempt:
    state, told = begin(story(), seed=1)
    events = list(told)
    for reply in replies:
        state, told = step(state, Choose(reply))
        events += told
    return state, events


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    """Any attempt: choices, own words, and going back, in any order."""
    state, told = begin(story(), draw(st.integers(0, 2**31)))
    events = list(told)
    for _ in range(draw(st.integers(0, 12))):
        played = sum(isinstance(e, Said) and e.who == "you" for e in effective(events))
        act = draw(st.sampled_from(["choose", "choose", "choose", "say", "rewind"]))
        if act == "rewind" or state.ending is not None:
            state, told = rewind(story(), events, draw(st.integers(0, played)))
        elif act == "say":
            words = st.text(max_size=20) | st.just("Сколько групп он берёт?")
            state, told = step(state, Say(draw(words)))
        else:
            reply = draw(st.sampled_from(offered(state)))
            state, told = step(state, Choose(reply.id))
        events += told
    return state, events


@given(attempts())
def test_replay_gives_the_same_state_and_the_same_events(one: Attempt) -> None:
    state, events = one
    again = replay(story(), events)
    assert again.state == state
    assert again.same


@given(attempts())
def test_events_survive_being_stored(one: Attempt) -> None:
    _, events = one
    stored = json.dumps([to_json(event) for event in events], ensure_ascii=False)
    assert [from_json(body) for body in json.loads(stored)] == events


@given(attempts())
def test_bounds_hold_whatever_is_answered(one: Attempt) -> None:
    state, events = one
    assert all(0 <= value <= 10 for value in state.meters.values())
    assert state.turn == len(talk_of(story(), events).turns) == len(state_turns(events))


def state_turns(events: list[Event]) -> list[int]:
    return [e.turn for e in effective(events) if isinstance(e, Said) and e.who == "you"]


@given(attempts(), st.integers(0, 12))
def test_going_back_gives_the_state_of_that_turn(one: Attempt, to: int) -> None:
    _, events = one
    states = replay(story(), events).states
    to = min(to, len(states) - 1)
    state, told = rewind(story(), events, to)
    assert state == states[to]
    assert told == (Rewound(len(states) - 1, to),)


def test_going_back_erases_nothing() -> None:
    _, events = attempt("ask", "beg")
    _, told = rewind(story(), events, 1)
    after = [*events, *told]
    assert after[: len(events)] == events
    assert [turn.number for turn in talk_of(story(), after).turns] == [1]
    assert talk_of(story(), after).rewinds == 1


def test_a_turn_that_was_not_played_cannot_be_gone_back_to() -> None:
    _, events = attempt("ask")
    with pytest.raises(NoSuchTurnError):
        rewind(story(), events, 2)


def test_one_can_go_back_from_the_end() -> None:
    _, events = attempt("beg", "give-in")
    state, _ = rewind(story(), events, 1)
    assert state.ending is None
    assert state.scene == "wall"


def test_the_talk_so_far_holds_every_line_that_counts() -> None:
    _, events = attempt("ask", "beg")
    _, told = rewind(story(), events, 1)
    assert talk_so_far(story(), [*events, *told]) == (
        Spoken("note", "", "Утро, склад."),
        Spoken("oleg", "Олег", "Слушаю."),
        Spoken("you", "", "Сколько групп он берёт?"),
        Spoken("oleg", "Олег", "Пять."),
    )


def test_history_tells_each_turn_with_what_led_to_it_and_what_followed() -> None:
    _, events = attempt("ask", "push")
    first, second = history(story(), events)
    assert (first.turn, first.scene, first.text) == (
        1,
        "opening",
        "Сколько групп он берёт?",
    )
    assert {reply.id for reply in first.offered} == {"ask", "beg", "push"}
    assert [line.text for line in first.prompt] == ["Утро, склад.", "Слушаю."]
    assert [line.text for line in first.answered] == ["Пять."]
    assert [fact.fact for fact in first.learned] == ["groups"]
    assert second.prompt == first.answered
    assert [(mood.meter, mood.after) for mood in second.moods] == [("resistance", 10)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(None, id="nothing"),
        pytest.param({"kind": "danced"}, id="unknown-kind"),
        pytest.param({"kind": "said", "turn": 1, "who": "you"}, id="a-field-missing"),
        pytest.param(
            {"kind": "said", "turn": "1", "who": "you", "text": "", "reply": None},
            id="wrong-type",
        ),
        pytest.param(
            {"kind": "rewound", "turn": True, "to": 0}, id="true-is-not-a-number"
        ),
    ],
)
def test_what_is_not_an_event_is_refused(body: object) -> None:
    with pytest.raises(BadEventsError):
        from_json(body)


@pytest.mark.parametrize(
    "events",
    [
        pytest.param([], id="none"),
        pytest.param([Said(1, "you", "Да", None)], id="no-beginning"),
        pytest.param(
            [Started("warehouse", "", "ru", "choose", 1), Rewound(5, 3)],
            id="impossible-rewind",
        ),
    ],
)
def test_events_that_are_no_talk_of_this_scenario_are_refused(
    events: list[Event],
) -> None:
    with pytest.raises(BadEventsError):
        replay(story(), events)
