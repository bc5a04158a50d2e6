"""What is said of a talk in xAPI, and that it stays said."""

from datetime import timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.codes import Code, CodeUse
from simulator.engine import Corrected, Say, Source, Understood
from simulator.reports.xapi import Actor, Statement, encoded, statements
from simulator.reports.xapi.frame import written
from simulator.reports.xapi.vocabulary import extension
from tests.reports.xapi.talks import (
    ACTOR,
    AT,
    drawn,
    kept,
    line,
    told,
    turns,
    with_a_form,
)

TALK = "scenarios/talk"


def test_a_whole_talk_is_told_from_its_beginning_to_its_scores() -> None:
    assert [line(one) for one in told("ask", "meet")] == [
        ("initialized", TALK),
        ("arrived", f"{TALK}/scenes/opening"),
        ("answered", f"{TALK}/scenes/opening/reply"),
        ("updated", f"{TALK}/people/oleg/meters/resistance"),
        ("arrived", f"{TALK}/scenes/wall"),
        ("answered", f"{TALK}/scenes/wall/reply"),
        ("arrived", f"{TALK}/endings/meeting"),
        ("scored", "rubrics/little/principles/P3"),
        ("scored", "rubrics/little/principles/P4"),
        ("scored", "rubrics/little/principles/P7"),
        ("scored", "rulebooks/little"),
        ("completed", TALK),
        ("passed", TALK),
    ]


def test_an_ending_that_is_not_good_is_completed_and_not_passed() -> None:
    ends = told("ask", "give-in")[-1]
    assert line(ends) == ("completed", TALK)
    assert result(ends)["success"] is False


def test_a_reply_is_told_with_its_codes_and_levels() -> None:
    answer = result(the("answered", told("ask")))
    assert answer["response"] == "ask"
    assert answer["extensions"] == {
        extension("said"): "How many groups does he buy?",
        extension("reply"): "ask",
        extension("codes"): [{"code": "ask_fact(assortment)"}],
        extension("levels"): {"P3": 2},
        extension("fruitless"): False,
        extension("read-by"): "author",
        extension("learned"): ["groups"],
    }


def test_own_words_are_told_as_they_were_typed_with_where_their_codes_stand() -> None:
    use = CodeUse(Code.ASK_FACT, ("share",), (0, 9))
    words = Say("What share?", Understood((use,), None))
    answer = the("answered", told(words, mode="speak"))
    assert line(answer)[1] == f"{TALK}/scenes/opening/words"
    assert result(answer)["response"] == "What share?"
    codes = result(answer)["extensions"][extension("codes")]
    assert codes == [{"code": "ask_fact(share)", "span": [0, 9]}]


def test_a_correction_is_an_answer_that_names_what_it_was_taken_for() -> None:
    words = Say("How many?", Understood((), "beg", Source.READER))
    found = told(words, Corrected(1, "beg", "ask"), mode="speak")
    first, second = [one for one in found if line(one)[0] == "answered"]
    assert extension("corrected-from") not in result(first)["extensions"]
    assert result(second)["extensions"][extension("corrected-from")] == "beg"
    assert first.id != second.id


def test_a_form_is_told_with_what_stands_on_it_and_how_right_it_is() -> None:
    form = the("answered", with_a_form())
    assert line(form)[1] == "scenarios/client-x-meeting/scenes/agenda/form"
    assert result(form)["response"] == '{"date": "2026-12-03"}'
    assert result(form)["score"] == {"scaled": 0.75, "raw": 75, "min": 0, "max": 100}
    assert result(form)["extensions"][extension("form")] == "meeting-agenda"


def test_a_meter_is_told_with_its_value_and_the_scene_it_changed_in() -> None:
    meter = the("updated", told("ask"))
    assert result(meter)["score"] == {"raw": 4, "min": 0, "max": 10}
    (parent,) = context(meter)["contextActivities"]["parent"]
    assert parent["id"].endswith("/scenes/opening")


def test_going_back_arrives_at_the_scene_again() -> None:
    last = told("ask", 0)[-1]
    assert line(last) == ("arrived", f"{TALK}/scenes/opening")
    assert context(last)["extensions"][extension("rewound-to")] == 0


def test_what_was_scored_before_going_back_is_told_again_for_the_second_end() -> None:
    found = told("ask", "give-in", 1, "meet")
    ends = [one for one in found if line(one)[0] == "completed"]
    assert [result(one)["success"] for one in ends] == [False, True]
    rewinds = [result(one)["extensions"][extension("rewinds")] for one in ends]
    assert rewinds == [0, 1]


def test_a_level_is_told_on_its_own_scale() -> None:
    level = next(one for one in told("ask", "meet") if line(one)[0] == "scored")
    assert result(level)["score"] == {"scaled": 0.5, "raw": 2.0, "min": 0, "max": 4}
    assert context(level)["extensions"][extension("rubric")] == "little 2.1"


def test_a_principle_that_nothing_tested_is_not_scored() -> None:
    scored = [line(one)[1][-2:] for one in told("ask", "meet")]
    assert not {"P1", "P2", "P5", "P6", "P8"} & set(scored)


def test_who_played_is_a_number_unless_a_name_is_given() -> None:
    talk = kept([event for turn in turns("ask") for event in turn])
    nobody = next(iter(statements(talk, ACTOR))).body["actor"]
    somebody = next(iter(statements(talk, Actor("i", "Olga")))).body["actor"]
    assert isinstance(nobody, dict)
    assert isinstance(somebody, dict)
    assert nobody["account"]["name"] == "an-installation"
    assert "name" not in nobody
    assert somebody["name"] == "Olga"


@pytest.mark.parametrize("hours", [-11, 0, 3, 14])
def test_times_are_in_utc_wherever_the_machine_stands(hours: int) -> None:
    there = AT.astimezone(timezone(timedelta(hours=hours)))
    assert written(there) == "2026-11-27T09:00:00.000Z"


def test_ids_of_attempts_that_differ_are_different() -> None:
    events = [event for turn in turns("ask", "meet") for event in turn]
    one, other = (statements(kept(events, name), ACTOR) for name in ("a1", "a2"))
    assert not {s.id for s in one} & {s.id for s in other}


def test_ids_stay_what_they_have_always_been() -> None:
    first = told("ask")[0]
    assert first.id == "3b048b3e-8bc7-51ae-9cd1-1d8a36f6fdf1"
    assert context(first)["registration"] == "a217652b-a35c-549b-ac4a-faba001c1e0d"


DRAWS = st.lists(st.integers(0, 40), max_size=10)
FEW = settings(max_examples=40)


@given(DRAWS)
@FEW
def test_going_on_adds_statements_and_changes_none(draws: list[int]) -> None:
    played = drawn(draws)
    everything = statements_of(played)
    assert len({one.id for one in everything}) == len(everything)
    for length in range(1, len(played)):
        before = statements_of(played[:length])
        assert [encoded(one) for one in before] == [
            encoded(one) for one in everything[: len(before)]
        ]


@given(DRAWS)
@FEW
def test_what_was_told_says_how_many_events_are_dealt_with(draws: list[int]) -> None:
    played = drawn(draws)
    found = statements_of(played)
    for before, after in pairwise(found):
        assert before.events == after.place
    assert found[-1].events == sum(len(turn) for turn in played)


def statements_of(played: list[Any]) -> list[Statement]:
    events = [event for turn in played for event in turn]
    return list(statements(kept(events), ACTOR))


def the(verb: str, found: list[Statement]) -> Statement:
    return next(one for one in found if line(one)[0] == verb)


def result(statement: Statement) -> Any:
    return statement.body["result"]


def context(statement: Statement) -> Any:
    return statement.body["context"]
