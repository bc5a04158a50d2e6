"""How the answers at one moment split, as pure values."""

from fractions import Fraction
from itertools import permutations

import pytest

from scoring.codes import Code, CodeUse
from scoring.principles import Principle
from simulator.classroom.gathered import Given, Split, by_scene, split
from simulator.engine import (
    Answer,
    Choose,
    Corrected,
    Mode,
    Say,
    Understood,
    begin,
    step,
)
from tests.reports.little import loaded

STORY = loaded("ru")


def given(person: str, *answers: Answer, mode: Mode = Mode.CHOOSE) -> Given:
    """Return the last of a person's answers."""
    state, _ = begin(STORY.scenario, 1, mode)
    for answer in answers[:-1]:
        state, _ = step(state, answer)
    return Given(person, step(state, answers[-1])[1], state)


def said(person: str, text: str, reply: str | None, *codes: Code) -> Given:
    """Return an answer in own words, as it was heard."""
    uses = tuple(CodeUse(code) for code in codes)
    return given(person, Say(text, Understood(uses, reply)), mode=Mode.SPEAK)


def told(*answers: Given) -> Split:
    """Return how answers in the little story split."""
    return split(STORY.scenario, STORY.rubric, answers)


def chosen(*replies: str) -> Split:
    """Return how the room splits whose people choose these replies."""
    return told(*(given(f"p{n}", Choose(reply)) for n, reply in enumerate(replies)))


def test_replies_are_counted_with_those_that_nobody_gave() -> None:
    found = chosen("ask", "beg", "ask", "ask")
    assert [(one.reply, len(one.people), one.share) for one in found.replies] == [
        ("ask", 3, Fraction(3, 4)),
        ("beg", 1, Fraction(1, 4)),
        ("threaten", 0, Fraction(0)),
    ]
    assert found.replies[0].text == "Сколько групп он берёт?"
    assert (found.answers, found.runner_up, found.groups) == (4, Fraction(1, 4), ())


@pytest.mark.parametrize(
    ("replies", "runner_up"),
    [
        pytest.param([], Fraction(0), id="nobody"),
        pytest.param(["ask"], Fraction(0), id="one"),
        pytest.param(["ask", "ask"], Fraction(0), id="all-agree"),
        pytest.param(["ask", "beg"], Fraction(1, 2), id="two-halves"),
        pytest.param(["ask", "beg", "threaten"], Fraction(1, 3), id="three-thirds"),
    ],
)
def test_a_room_splits_most_in_two_halves(
    replies: list[str], runner_up: Fraction
) -> None:
    assert chosen(*replies).runner_up == runner_up


def test_codes_and_levels_are_counted() -> None:
    found = chosen("ask", "beg", "threaten", "beg")
    commonest = found.codes[0]
    assert (commonest.code, commonest.share) == (Code.ASK_PERMISSION, Fraction(1, 2))
    facts = next(one for one in found.principles if one.principle is Principle.P3)
    assert (sum(facts.counts) + facts.silent, facts.tested) == (4, True)
    assert facts.silent == 3
    level = facts.counts.index(1)
    assert facts.mean == Fraction(level + 3, 4)
    untested = [one for one in found.principles if not one.tested]
    assert all(sum(one.counts) for one in untested)


def test_like_answers_stand_together_with_the_most_typical_words() -> None:
    found = told(
        said("a", "Ну?", "ask", Code.ASK_FACT),
        said("b", "А сколько групп товара он у тебя берёт?", "ask", Code.ASK_FACT),
        said("c", "Сколько групп он берёт?", "ask", Code.ASK_FACT),
        said("d", "Сколько он берёт, а?", "ask", Code.ASK_FACT, Code.THREATEN),
        said("e", "Погода сегодня хороша", None, Code.NONE),
        said("f", "Уступаю тебе во всём", None, Code.CONCEDE),
        said("g", "Ладно", None, Code.CONCEDE),
    )
    groups = [(one.reply, one.codes, one.people) for one in found.groups]
    assert groups == [
        ("ask", (Code.ASK_FACT,), ("a", "b", "c", "d")),
        (None, (Code.CONCEDE,), ("f", "g")),
        (None, (Code.NONE,), ("e",)),
    ]
    assert [one.quotation for one in found.groups] == [
        "Сколько групп он берёт?",
        "Уступаю тебе во всём",
        "Погода сегодня хороша",
    ]
    assert [one.speaker for one in found.groups] == ["c", "f", "e"]
    assert [(one.reply, len(one.people)) for one in found.replies] == [
        ("ask", 4),
        (None, 3),
    ]


def test_one_short_answer_is_quoted_where_there_is_no_longer_one() -> None:
    (group,) = told(said("a", "Ладно", None, Code.CONCEDE)).groups
    assert group.quotation == "Ладно"


def test_what_is_quoted_controls_no_screen() -> None:
    (group,) = told(said("a", "Ив\x1b[31m\u202eан", None, Code.NONE)).groups
    assert group.quotation == "Ив\ufffd[31m\ufffdан"


def test_a_corrected_answer_counts_as_it_was_meant() -> None:
    first = said("a", "Сколько групп?", "ask", Code.ASK_FACT)
    again = said("a", "Сколько групп?", "beg", Code.ASK_FACT)
    corrected = (Corrected(1, "ask", "beg"), *again.events)
    both = told(first._replace(events=(*first.events, *corrected)))
    assert [one.reply for one in both.replies] == ["beg"]


def test_the_order_of_the_answers_makes_no_difference() -> None:
    answers = [
        said("a", "Сколько групп он берёт?", "ask", Code.ASK_FACT),
        said("b", "Сколько групп он берёт!", "ask", Code.ASK_FACT),
        said("c", "Отдай его мне сейчас", None, Code.PULL_RANK),
        said("d", "Отдай его мне сейчас", None, Code.PULL_RANK),
    ]
    assert len({told(*several) for several in permutations(answers)}) == 1


def test_at_ones_own_pace_the_first_answer_in_a_scene_counts() -> None:
    state, _ = begin(STORY.scenario, 1)
    states = [state]
    for reply in ("beg", "ask", "push"):
        states.append(step(states[-1], Choose(reply))[0])
    found = by_scene(STORY.scenario, {"a": states, "b": states[:2], "c": states[:1]})
    assert list(found) == ["opening", "wall"]
    opening = told(*found["opening"])
    assert [(one.reply, len(one.people)) for one in opening.replies][:2] == [
        ("ask", 0),
        ("beg", 2),
    ]
    assert [one.person for one in found["wall"]] == ["a"]
