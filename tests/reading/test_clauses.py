"""Clauses: where one thing is said, who is in it, in which mood, affirmed or denied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.reading.clauses import Clause, Mood, Person, clauses, negations


def told(text: str, manager_says: str = "") -> list[tuple[str, Clause]]:
    return [(text[c.start : c.end], c) for c in clauses(text, manager_says)]


def test_a_reply_is_split_where_one_thing_ends() -> None:
    text = "Отдавать не будем, план снизим; а клиенту скажешь ты — первым! Годится?"
    assert [part for part, _ in told(text)] == [
        "Отдавать не будем",
        "план снизим",
        "а клиенту скажешь ты",
        "первым!",
        "Годится?",
    ]


@pytest.mark.parametrize("text", ["", "   ", "?!…", "—", "😀"])
def test_without_words_there_is_no_clause(text: str) -> None:
    assert clauses(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Передавать не будем", 1),
        ("Никакой передачи нет", 2),
        ("Не могу не признать", 2),
        ("Не только ты работал", 0),
        ("без угроз", 1),
        ("I won't hand him over", 1),
        ("I dont mind", 1),
        ("not only you", 0),
        ("never without a plan", 2),
        ("Отдай", 0),
    ],
)
def test_what_denies_is_counted(text: str, number: int) -> None:
    assert negations(text) == number


@pytest.mark.parametrize(
    ("text", "negated"),
    [("Отдавать не станем.", True), ("Не могу не признать.", False), ("Отдай.", False)],
)
def test_two_denials_affirm(text: str, negated: bool) -> None:
    assert clauses(text)[0].negated is negated


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Мы выплатим всё", Person.WE),
        ("Вы выплатите всё", Person.YOU),
        ("Я так решил", Person.I),
        ("Его завод растёт", Person.OTHERS),
        ("Завод растёт", Person.NOBODY),
        ("We pay", Person.WE),
        ("You pay", Person.YOU),
    ],
)
def test_who_is_in_it(text: str, person: Person) -> None:
    assert clauses(text)[0].person is person


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Сколько он берёт?", Mood.QUESTION),
        ("сколько он берёт", Mood.QUESTION),
        ("Принеси справку", Mood.ORDER),
        ("Подпишите протокол", Mood.ORDER),
        ("Если не отдашь", Mood.CONDITION),
        ("Завод растёт", Mood.STATEMENT),
        ("Bring me the sheet", Mood.ORDER),
        ("Who signs", Mood.QUESTION),
        ("If you leave", Mood.CONDITION),
    ],
)
def test_in_which_mood(text: str, mood: Mood) -> None:
    assert clauses(text)[0].mood is mood


def test_a_quotation_is_not_the_speakers_own() -> None:
    parts = dict(told("Ты говоришь: «никому его не отдам». А «Вектор» что возит?"))
    assert parts["«никому его не отдам»."].quoted
    assert not parts["А «Вектор» что возит?"].quoted


def test_the_managers_line_said_back_is_a_quotation() -> None:
    line = "Это мой клиент, никому не отдам."
    parts = told("Это мой клиент, никому не отдам. А доля какая?", line)
    assert [clause.quoted for _, clause in parts] == [True, True, False]


def test_a_turn_of_speech_taken_up_from_the_manager_is_ones_own() -> None:
    line = "Я с ним работаю четвёртый год, он у нас покупает."
    (only,) = told("Какие группы он у нас покупает и что берёт у других?", line)
    assert not only[1].quoted


@given(st.text(max_size=200), st.text(max_size=60))
def test_clauses_lie_in_order_within_the_text(text: str, line: str) -> None:
    found = clauses(text, line)
    ends = [place for clause in found for place in (clause.start, clause.end)]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)
