"""Own words: what a reader made of them is an answer like any other."""

import json

import pytest

from scoring.codes import Code, CodeUse
from simulator.engine import (
    YOU,
    Choose,
    Corrected,
    Event,
    Mode,
    Moved,
    NoSuchTurnError,
    NotOfferedError,
    Read,
    Said,
    Say,
    Source,
    State,
    Understood,
    begin,
    effective,
    from_json,
    offered,
    replay,
    step,
    talk_of,
    to_json,
    undone,
    view,
)
from simulator.engine.events import Why
from tests.engine.stories import story

ASKS = (CodeUse(Code.ASK_FACT, ("assortment",), (0, 7)),)
PRESSES = (CodeUse(Code.PULL_RANK, (), (0, 4)),)
GIVES_IN = (CodeUse(Code.CONCEDE, (), (0, 4)),)


def said(
    text: str,
    codes: tuple[CodeUse, ...] = (),
    reply: str | None = None,
    source: Source = Source.READER,
) -> Say:
    return Say(text, Understood(codes, reply, source))


def talk(*answers: Say | Choose, mode: Mode = Mode.SPEAK) -> tuple[State, list[Event]]:
    state, told = begin(story(), 1, mode)
    events = list(told)
    for answer in answers:
        state, told = step(state, answer)
        events += told
    return state, events


def read_of(events: list[Event]) -> Read:
    return next(e for e in reversed(events) if isinstance(e, Read))


def test_words_that_fit_a_reply_lead_where_it_leads() -> None:
    state, events = talk(said("Покажи, почём он у нас", ASKS, "ask"))
    assert "groups" in state.known
    assert read_of(events) == Read(1, "opening", "ask", ASKS, False, Source.READER)


def test_words_do_what_was_read_and_not_what_the_reply_does() -> None:
    state, _ = talk(said("Ну что там", GIVES_IN, "ask"))
    assert state.codes == {Code.CONCEDE}


def test_the_authors_levels_do_not_rate_other_peoples_words() -> None:
    _, events = talk(said("Почём у нас?", ASKS, "ask"))
    assert talk_of(story(), events).turns[0].levels == {}


def test_words_that_fit_no_reply_meet_the_reaction_to_what_they_do() -> None:
    state, events = talk(said("Я так решил", PRESSES))
    assert state.meters["oleg.trust"] == 2
    assert [e.text for e in events if isinstance(e, Said)][-1] == "Я тебя услышал."


def test_a_reaction_may_end_the_talk() -> None:
    state, _ = talk(said("Ну и ладно", GIVES_IN))
    assert state.ending == "kept"


def test_words_that_do_nothing_are_not_understood() -> None:
    state, events = talk(said("Погода хорошая"))
    assert [e.text for e in events if isinstance(e, Said)][-1] == "Не понял."
    assert state.fruitless == 0


def test_the_same_act_again_without_a_reason_is_a_circle() -> None:
    beg = (CodeUse(Code.ASK_PERMISSION, (), (0, 4)),)
    state, _ = talk(said("Отдай", beg), said("Ну отдай", beg), said("Отдай же", beg))
    assert state.fruitless == 2


def test_the_authors_own_wording_needs_no_reader() -> None:
    _, events = talk(said("что он берёт? какие группы", PRESSES, None))
    assert read_of(events).reply == "ask"
    assert read_of(events).by is Source.AUTHOR


def test_words_cannot_come_to_a_reply_that_is_not_on_offer() -> None:
    with pytest.raises(NotOfferedError):
        talk(said("Встретимся в четверг", (), "agree"))


@pytest.mark.parametrize("mode", [Mode.SPEAK, Mode.EXAM])
def test_who_speaks_is_shown_no_replies(mode: Mode) -> None:
    state, _ = talk(mode=mode)
    assert view(state).offers == ()
    assert offered(state)


def test_what_was_heard_is_shown_with_the_words() -> None:
    state, _ = talk(said("Сколько берёт?", ASKS, "ask"))
    assert [line.heard for line in view(state).spoken] == [ASKS, None]


def test_an_exam_shows_nothing_of_it() -> None:
    state, _ = talk(said("Сколько берёт?", ASKS, "ask"), mode=Mode.EXAM)
    assert {line.heard for line in view(state).spoken} == {None}


def test_going_through_it_again_needs_no_reader() -> None:
    state, events = talk(
        said("Сколько там?", ASKS, "ask"), said("Я решил", PRESSES), Choose("beg")
    )
    stored = json.loads(json.dumps([to_json(event) for event in events]))
    again = replay(story(), [from_json(body) for body in stored])
    assert again.same
    assert again.state == state


def test_talks_kept_before_there_was_a_reader_are_still_read() -> None:
    body = {"kind": "read", "turn": 1, "scene": "opening", "reply": "ask"}
    event = from_json(body | {"codes": [], "fruitless": False})
    assert event == Read(1, "opening", "ask", (), False, Source.AUTHOR)


def test_a_correction_takes_the_last_turn_back_and_says_what_was_meant() -> None:
    states = [talk()[0], talk(said("Отдай", (), "beg"))[0]]
    before, told = undone(states, Corrected(1, "beg", "ask"))
    assert before == states[0]
    assert told == (Corrected(1, "beg", "ask"),)


@pytest.mark.parametrize("turn", [0, 2])
def test_only_the_last_turn_can_be_corrected(turn: int) -> None:
    states = [talk()[0], talk(said("Отдай", (), "beg"))[0]]
    with pytest.raises(NoSuchTurnError):
        undone(states, Corrected(turn, "beg", "ask"))


def test_what_was_corrected_no_longer_counts_but_is_kept() -> None:
    _, events = talk(said("Что берёт?", ASKS, "beg"))
    meant = said("Что берёт?", ASKS, "ask", Source.TRAINEE)
    whole = [*events, Corrected(1, "beg", "ask"), *step(talk()[0], meant)[1]]
    replayed = replay(story(), whole)
    assert replayed.same
    assert replayed.state.scene == "opening"
    words = [e.text for e in effective(whole) if isinstance(e, Said) and e.who == YOU]
    assert words == ["Что берёт?"]
    assert talk_of(story(), whole).rewinds == 0
    assert read_of(whole).by is Source.TRAINEE


def test_unknown_ways_of_answering_are_no_talk() -> None:
    with pytest.raises(ValueError, match="sing"):
        begin(story(), 1, "sing")


def test_a_reply_without_an_end_is_completed_by_the_acts_that_were_read() -> None:
    _, events = talk(said("Я так решил", PRESSES, "push"))
    moved = [e.why for e in events if isinstance(e, Moved)]
    assert moved == [Why.REACTION]
