"""The language of `if:`."""

import pytest

from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Comparison,
    Condition,
    Not,
    Number,
    NumberName,
)
from simulator.scenario.conditions import TestName as Question
from simulator.scenario.parsing import parse
from tests.scenario.samples import changed, findings_of, places, said

WRITTEN = "resistance <= 3 and knows(share) and not flag(promised)"
RESISTANCE = Number(NumberName.METER, "oleg.resistance")
KNOWS = Ask(Question.KNOWS, "share")


def condition(words: str) -> Condition | None:
    scenario = parse(changed(WRITTEN, words)).scenario
    assert scenario is not None
    return scenario.scenes["opening"].replies[1].when


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        pytest.param("true", True, id="true"),
        pytest.param("false", False, id="false"),
        pytest.param("knows(share)", KNOWS, id="knows"),
        pytest.param("flag( promised )", Ask(Question.FLAG, "promised"), id="flag"),
        pytest.param("said(threaten)", Ask(Question.SAID, "threaten"), id="said"),
        pytest.param(
            "chose(meet)", Ask(Question.CHOSE, "wall.meet"), id="chose-elsewhere"
        ),
        pytest.param(
            "chose(wall.meet)", Ask(Question.CHOSE, "wall.meet"), id="chose-dotted"
        ),
        pytest.param(
            "resistance<=3", Compare(RESISTANCE, Comparison.AT_MOST, 3), id="tight"
        ),
        pytest.param(
            "oleg.trust != 0",
            Compare(Number(NumberName.METER, "oleg.trust"), Comparison.UNEQUAL, 0),
            id="dotted-meter",
        ),
        pytest.param(
            "3 < resistance", Compare(3, Comparison.LESS, RESISTANCE), id="number-first"
        ),
        pytest.param(
            "visits > 2",
            Compare(Number(NumberName.VISITS, ""), Comparison.MORE, 2),
            id="visits-here",
        ),
        pytest.param(
            "visits(wall) == turns",
            Compare(
                Number(NumberName.VISITS, "wall"),
                Comparison.EQUAL,
                Number(NumberName.TURNS, ""),
            ),
            id="visits-there",
        ),
        pytest.param(
            "fruitless >= 2",
            Compare(Number(NumberName.FRUITLESS, ""), Comparison.AT_LEAST, 2),
            id="fruitless",
        ),
        pytest.param(
            "not not knows(share)", Not(Not(KNOWS)), id="not-binds-to-what-follows"
        ),
        pytest.param(
            "true or false and not true",
            AnyOf((True, All((False, Not(True))))),
            id="and-binds-tighter-than-or",
        ),
        pytest.param(
            "(true or false) and true", All((AnyOf((True, False)), True)), id="group"
        ),
        pytest.param("true and false and true", All((True, False, True)), id="one-row"),
        pytest.param(
            "'resistance > 1'", Compare(RESISTANCE, Comparison.MORE, 1), id="quoted"
        ),
    ],
)
def test_a_condition_means_what_it_says(words: str, meant: Condition) -> None:
    assert condition(words) == meant


@pytest.mark.parametrize(
    ("words", "code", "offset", "phrase"),
    [
        pytest.param("resistance = 3", "SCN301", 11, "`==`", id="one-equals-sign"),
        pytest.param("resistance => 3", "SCN301", 11, "`>=`", id="turned-sign"),
        pytest.param("resistance ≤ 3", "SCN301", 11, "`<=`", id="printed-sign"),
        pytest.param("true && false", "SCN301", 5, "`and`", id="two-ampersands"),
        pytest.param("true и false", "SCN301", 5, "`and`", id="russian-and"),
        pytest.param("не knows(share)", "SCN301", 0, "`not`", id="russian-not"),
        pytest.param("resistance + 1 > 2", "SCN301", 11, "+", id="no-sums"),
        pytest.param("resistance <=", "SCN302", 13, "ends", id="no-right-side"),
        pytest.param("true and", "SCN302", 8, "ends", id="nothing-after-and"),
        pytest.param("not", "SCN302", 3, "ends", id="only-not"),
        pytest.param("true knows(share)", "SCN303", 5, "knows", id="no-and-between"),
        pytest.param("true )", "SCN303", 5, "”", id="closed-too-often"),
        pytest.param("and true", "SCN303", 0, "“and”", id="and-first"),
        pytest.param(
            "resistence <= 3", "SCN304", 0, "`resistance`", id="unknown-meter"
        ),
        pytest.param("visit > 3", "SCN304", 0, "`visits`", id="unknown-counter"),
        pytest.param("has(share)", "SCN304", 0, "knows(fact)", id="unknown-question"),
        pytest.param("resistance", "SCN305", 0, "resistance > 2", id="number-alone"),
        pytest.param("3 and true", "SCN305", 0, "is a number", id="number-and"),
        pytest.param("knows(share) == 1", "SCN306", 0, "knows", id="question-compared"),
        pytest.param("1 == true", "SCN306", 5, "true", id="number-and-true"),
        pytest.param("knows", "SCN307", 0, "one name", id="no-name"),
        pytest.param("knows()", "SCN307", 0, "one name", id="empty-parentheses"),
        pytest.param("knows(share wallet)", "SCN307", 0, "`knows(share)`", id="two"),
        pytest.param("turns(wall) > 1", "SCN308", 0, "turns", id="turns-of-a-scene"),
        pytest.param("(true or false", "SCN309", 0, "not closed", id="open-group"),
        pytest.param("knows(share", "SCN309", 5, "not closed", id="open-question"),
        pytest.param("1 < resistance < 4", "SCN310", 15, "`and`", id="chained"),
        pytest.param("not " * 40 + "true", "SCN311", 128, "32", id="too-many-nots"),
        pytest.param("(" * 40 + "true", "SCN311", 32, "32", id="too-many-groups"),
        pytest.param("turns > 99999999999", "SCN312", 8, "too large", id="too-large"),
        pytest.param("knows(shore)", "SCN204", 6, "`share`", id="unknown-fact"),
        pytest.param("flag(promise)", "SCN207", 5, "`promised`", id="unset-flag"),
        pytest.param("said(threat)", "SCN122", 5, "`threaten`", id="unknown-code"),
        pytest.param("visits(wal) > 1", "SCN202", 7, "`wall`", id="unknown-scene"),
        pytest.param("chose(met)", "SCN208", 6, "`meet`", id="unknown-reply"),
        pytest.param("chose(wall.met)", "SCN208", 11, "`meet`", id="reply-of-a-scene"),
        pytest.param("chose(wal.meet)", "SCN202", 6, "`wall`", id="scene-of-a-reply"),
        pytest.param("trust > 1", "SCN209", 0, "`oleg.trust`", id="whose-trust"),
        pytest.param("olga.trust > 1", "SCN205", 0, "`oleg`", id="unknown-person"),
        pytest.param("oleg.trst > 1", "SCN206", 5, "`trust`", id="meter-of-a-person"),
    ],
)
def test_a_mistake_is_told_at_its_column(
    words: str, code: str, offset: int, phrase: str
) -> None:
    findings = findings_of(changed(WRITTEN, words))
    assert places(findings) == [(code, 47, 13 + offset)]
    assert phrase in said(findings[0])


def test_all_unknown_names_of_a_condition_are_told() -> None:
    findings = findings_of(changed(WRITTEN, "knows(a1) or knows(b2) and flag(c3)"))
    assert places(findings) == [
        ("SCN204", 47, 19),
        ("SCN204", 47, 32),
        ("SCN207", 47, 45),
    ]


def test_in_folded_words_the_start_is_the_place() -> None:
    data = changed(WRITTEN, ">-\n          knows(share) and\n          knows(shore)")
    assert places(findings_of(data)) == [("SCN204", 47, 13)]


def test_a_reply_that_stands_in_several_scenes_needs_its_scene() -> None:
    data = changed("id: wait\n", "id: how-much\n").replace(
        b"opposite: wait", b"opposite: how-much"
    )
    findings = findings_of(data)
    assert places(findings) == [("SCN210", 56, 20)]
    assert "`chose(opening.how-much)`" in said(findings[0])
