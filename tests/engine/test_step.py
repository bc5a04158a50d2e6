"""What one answer does."""

import pytest

from simulator.engine import (
    YOU,
    Choose,
    Event,
    Finished,
    Learned,
    Mood,
    Moved,
    NotOfferedError,
    Read,
    Said,
    Say,
    Started,
    State,
    TalkOverError,
    Why,
    begin,
    offered,
    step,
)
from tests.engine.stories import ENDLESS, story


def play(*replies: str) -> State:
    state, _ = begin(story(), seed=1)
    for reply in replies:
        state, _ = step(state, Choose(reply))
    return state


def lines(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return [(e.who, e.text) for e in events if isinstance(e, Said)]


def offers(state: State) -> list[str]:
    return [reply.id for reply in offered(state)]


def test_a_talk_begins_with_the_lines_of_its_first_scene() -> None:
    state, events = begin(story(), seed=7)
    assert events[0] == Started("warehouse", story().digest, "ru", "choose", 7)
    assert lines(events) == [("note", "Утро, склад."), ("oleg", "Слушаю.")]
    assert (state.turn, state.scene, dict(state.visits)) == (
        0,
        "opening",
        {"opening": 1},
    )


def test_an_answer_tells_all_that_it_does_in_order() -> None:
    state, _ = begin(story(), seed=1)
    _, events = step(state, Choose("ask"))
    said, read, learned, *rest = events
    assert said == Said(1, YOU, "Сколько групп он берёт?", "ask")
    assert isinstance(read, Read)
    assert [str(use) for use in read.codes] == ["ask_fact(assortment)"]
    assert learned == Learned(1, "groups", "oleg")
    assert rest == [
        Mood(1, "oleg", "resistance", 6, 4),
        Mood(1, "oleg", "trust", 4, 5),
        Said(1, "oleg", "Пять."),
        Moved(1, "opening", "opening", Why.REPLY),
    ]


def test_staying_does_not_say_the_lines_of_the_scene_again() -> None:
    assert dict(play("ask").visits) == {"opening": 1}


def test_entering_again_says_the_next_variant() -> None:
    state = play("beg")
    _, events = step(state, Choose("back"))
    assert lines(events)[1:] == [("note", "Утро, склад."), ("oleg", "Снова ты.")]


def test_variants_go_round_when_they_are_used_up() -> None:
    state, _ = begin(story(ENDLESS), seed=1)
    heard = []
    for reply in ("beg", "beg-again", "beg-again", "beg-again"):
        state, events = step(state, Choose(reply))
        heard.append(lines(events)[-1][1])
    assert heard == ["Не отдам.", "Мой клиент.", "Нет.", "Не отдам."]


@pytest.mark.parametrize(
    ("replies", "expected"),
    [
        pytest.param([], ["ask", "beg", "push"], id="conditions-hide"),
        pytest.param(["ask"], ["ask", "beg", "push", "share"], id="a-fact-opens"),
        pytest.param(
            ["ask", "share"], ["ask", "beg", "push", "agree"], id="once-and-flag"
        ),
        pytest.param(
            ["ask", "share", "beg", "back"], ["ask", "beg", "push"], id="mood-closes"
        ),
    ],
)
def test_what_is_on_offer_follows_the_talk(
    replies: list[str], expected: list[str]
) -> None:
    assert offers(play(*replies)) == expected


def test_a_mood_is_held_at_its_bound_and_tells_the_true_change() -> None:
    _, events = step(play(), Choose("push"))
    moods = [event for event in events if isinstance(event, Mood)]
    assert moods == [Mood(1, "oleg", "resistance", 6, 10)]


def test_a_push_against_the_bound_tells_nothing() -> None:
    state = play("push")
    _, events = step(state, Choose("push"))
    assert not [event for event in events if isinstance(event, Mood)]


def test_a_reply_without_target_takes_from_the_reaction_what_it_leaves_out() -> None:
    state, events = step(play(), Choose("push"))
    assert lines(events)[1:] == [("oleg", "Я тебя услышал.")]
    assert state.scene == "opening"
    assert state.meters["oleg.trust"] == 4, "its own mood stands"
    assert Moved(1, "opening", "opening", Why.REACTION) in events


def test_a_reaction_can_end_the_talk() -> None:
    state, events = step(play("beg"), Choose("give-in"))
    assert state.ending == "kept"
    assert isinstance(events[-1], Finished)
    assert offers(state) == []


def test_a_fact_is_learned_once() -> None:
    _, events = step(play("ask"), Choose("ask"))
    assert not [event for event in events if isinstance(event, Learned)]


def test_a_fact_that_the_trainee_brings_is_his() -> None:
    state = play("ask", "share")
    assert dict(state.known) == {"size": "", "groups": "oleg", "share": YOU}


def test_a_condition_on_a_line_is_asked_when_the_line_is_due() -> None:
    state = play("push", "beg", "back")
    assert ("oleg", "Говорить не о чем.") in lines(state.latest)


def test_a_reply_not_on_offer_is_refused_with_what_is() -> None:
    with pytest.raises(NotOfferedError) as refusal:
        step(play(), Choose("agree"))
    assert refusal.value.offered == ("ask", "beg", "push")


def test_nothing_can_be_answered_after_the_end() -> None:
    with pytest.raises(TalkOverError):
        step(play("beg", "give-in"), Choose("beg-again"))


def test_the_old_state_is_not_altered() -> None:
    before = play("ask")
    copy = (dict(before.meters), dict(before.known), dict(before.visits), before.turn)
    step(before, Choose("share"))
    step(before, Choose("push"))
    assert copy == (
        dict(before.meters),
        dict(before.known),
        dict(before.visits),
        before.turn,
    )


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Сколько групп он берёт?", id="the-text"),
        pytest.param("  сколько ГРУПП он берет ", id="case-yo-punctuation"),
        pytest.param("Что он берет — какие группы", id="another-wording"),
    ],
)
def test_own_words_fit_the_authors_wordings(words: str) -> None:
    state, events = step(play(), Say(words))
    assert events[0] == Said(1, YOU, words, "ask")
    assert "groups" in state.known


def test_own_words_that_fit_nothing_meet_otherwise() -> None:
    state, events = step(play(), Say("Погода хорошая"))
    assert lines(events) == [(YOU, "Погода хорошая"), ("oleg", "Не понял.")]
    assert (state.scene, state.turn) == ("opening", 1)


def test_own_words_cannot_reach_a_reply_that_is_not_on_offer() -> None:
    _, events = step(play(), Say("Хорошо, встретимся в четверг."))
    assert lines(events)[-1] == ("oleg", "Не понял.")
