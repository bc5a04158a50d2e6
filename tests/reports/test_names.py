"""Everything that scoring speaks of by id has a human name."""

from gettext import NullTranslations

import pytest

from scoring.codes import Code, Topic
from scoring.keyclient import Status
from scoring.talk import Outcome
from simulator.reports import names
from simulator.scenario.model import Difficulty

ENGLISH = NullTranslations()


def test_no_code_topic_status_outcome_or_difficulty_is_without_a_name() -> None:
    assert set(names.CODES) == set(Code)
    assert set(names.TOPICS) == set(Topic)
    assert set(names.STATUSES) == set(Status)
    assert set(names.OUTCOMES) == set(Outcome)
    assert set(names.DIFFICULTIES) == set(Difficulty)


def test_names_are_never_the_same_twice() -> None:
    for table in (names.CODES, names.TOPICS, names.STATUSES, names.OUTCOMES):
        assert len(set(table.values())) == len(table)


@pytest.mark.parametrize(
    ("code", "about", "name"),
    [
        pytest.param(Code.CONCEDE, (), "giving in", id="bare"),
        pytest.param(
            Code.ASK_FACT,
            ("share", "competitor"),
            "a question of fact: share of purchases, the competitor",
            id="topics",
        ),
        pytest.param(
            Code.APPLY_RULE, ("wallet",), "the rules applied: <wallet>", id="criterion"
        ),
    ],
)
def test_a_code_is_named_with_what_it_is_about(
    code: Code, about: tuple[str, ...], name: str
) -> None:
    named = names.code_name(code, about, lambda criterion: f"<{criterion}>")
    assert named.render(ENGLISH) == name


@pytest.mark.parametrize(
    ("meter", "value", "word"),
    [
        pytest.param("resistance", 0, "does not argue", id="lowest"),
        pytest.param("resistance", 6, "digs in", id="bound"),
        pytest.param("resistance", 7, "digs in", id="within"),
        pytest.param("resistance", 10, "hears nothing", id="highest"),
        pytest.param("trust", 5, "is watching", id="trust"),
        pytest.param("doubt", 5, "", id="unknown-meter"),
    ],
)
def test_a_temper_has_a_word(meter: str, value: int, word: str) -> None:
    assert names.meter_word(meter, value).render(ENGLISH) == word


@pytest.mark.parametrize(
    ("meter", "before", "after", "worse"),
    [
        pytest.param("resistance", 4, 6, True, id="more-resistance"),
        pytest.param("resistance", 6, 4, False, id="less-resistance"),
        pytest.param("trust", 4, 2, True, id="less-trust"),
        pytest.param("trust", 2, 4, False, id="more-trust"),
        pytest.param("doubt", 2, 4, None, id="unknown-meter"),
        pytest.param("trust", 4, 4, None, id="no-change"),
    ],
)
def test_a_change_of_temper_is_worse_or_better(
    meter: str, before: int, after: int, worse: bool | None
) -> None:
    assert names.worse(meter, before, after) is worse
