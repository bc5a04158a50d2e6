"""Walking in circles: what is fruitless, and how patience ends it."""

import pytest

from simulator.engine import Choose, Finished, Read, Said, Say, State, begin, step
from tests.engine.stories import ENDLESS, story


def play(*replies: str) -> State:
    state, _ = begin(story(), seed=1)
    for reply in replies:
        state, _ = step(state, Choose(reply))
    return state


@pytest.mark.parametrize(
    ("replies", "count"),
    [
        pytest.param(["beg"], 0, id="asked-for-the-first-time"),
        pytest.param(["beg", "beg-again"], 1, id="the-same-request-in-other-words"),
        pytest.param(["beg", "beg-again", "beg-again"], 2, id="and-again"),
        pytest.param(["beg", "beg-again", "back"], 0, id="a-reason-sets-it-back"),
        pytest.param(["ask", "ask"], 1, id="the-same-question"),
        pytest.param(["ask", "share"], 0, id="a-new-fact"),
        pytest.param(["push", "push"], 1, id="pulling-rank-twice"),
        pytest.param(["push", "beg", "beg-again"], 1, id="each-request-is-new-once"),
    ],
)
def test_fruitless_turns_in_a_row_are_counted(replies: list[str], count: int) -> None:
    assert play(*replies).fruitless == count


def test_a_fruitless_turn_draws_the_reminder_of_its_number() -> None:
    first = [e.text for e in play("ask", "ask").latest if isinstance(e, Said)]
    second = [e.text for e in play("ask", "ask", "ask").latest if isinstance(e, Said)]
    assert first[-1] == "Ты уже спрашивал."
    assert second[-1] == "Опять то же."


def test_patience_names_the_pattern_and_ends_by_its_consequence() -> None:
    state = play("beg", "beg-again", "beg-again", "beg-again")
    texts = [event.text for event in state.latest if isinstance(event, Said)]
    assert texts == ["Ну отдай.", "Разговор пошёл по кругу.", "Звонок."]
    assert state.ending == "circle"
    assert isinstance(state.latest[-1], Finished)


def test_a_way_out_is_taken_even_when_patience_is_at_its_end() -> None:
    state = play("beg", "beg-again", "beg-again", "give-in")
    assert state.ending == "kept"


def test_without_patience_a_circle_goes_on_for_ever() -> None:
    state, _ = begin(story(ENDLESS), seed=1)
    state, _ = step(state, Choose("beg"))
    for _ in range(500):
        state, _ = step(state, Choose("beg-again"))
    assert state.ending is None
    assert state.fruitless == 500
    assert any(isinstance(e, Read) and e.fruitless for e in state.latest)


def test_words_that_fit_nothing_neither_tire_nor_refresh() -> None:
    state = play("ask", "ask")
    state, events = step(state, Say("Погода хорошая"))
    assert state.fruitless == 1
    assert [e.text for e in events if isinstance(e, Said)][-1] == "Не понял."
