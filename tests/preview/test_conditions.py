"""Conditions as authors write them, and what keeps them from holding."""

import pytest

from simulator.engine import Placed, begin_at
from simulator.preview.conditions import condition_note
from simulator.scenario.conditions import Condition
from simulator.scenario.parsing import parse
from tests.engine.stories import STORY, story


def condition(words: str) -> Condition:
    """Parse a condition by way of a reply that has it."""
    text = STORY.replace("if: knows(groups)", f"if: {words}")
    scenario = parse(text.encode()).scenario
    assert scenario is not None, words
    found = next(r for r in scenario.scenes["opening"].replies if r.id == "share")
    assert found.when is not None
    return found.when


@pytest.mark.parametrize(
    "words",
    [
        "knows(groups)",
        "resistance <= 3 and knows(share) and not flag(numbers)",
        "visits(wall) > 2 or said(threaten)",
        "(trust > 5 or knows(groups)) and not (trust < 1 and turns > 3)",
        "not not knows(groups)",
        "chose(opening.ask) or fruitless == 2 and visits >= 1",
        "oleg.trust != irina.doubt",
        "true",
    ],
)
def test_a_condition_is_written_as_its_author_could_have(words: str) -> None:
    state, _ = begin_at(story(), 1, Placed("opening"))
    told = condition_note(condition(words), state)
    assert told is not None
    assert told.written == words.replace("oleg.", "").replace("irina.", "")


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        pytest.param("knows(size)", [], id="it holds"),
        pytest.param("knows(groups)", [("knows(groups)", ())], id="a question"),
        pytest.param("trust >= 7", [("trust >= 7", (4,))], id="a number"),
        pytest.param("trust > doubt", [("trust > doubt", (4, 9))], id="two numbers"),
        pytest.param(
            "knows(size) and resistance <= 4 and flag(numbers)",
            [("resistance <= 4", (6,)), ("flag(numbers)", ())],
            id="only the parts that fail",
        ),
        pytest.param(
            "trust > 8 or knows(groups)",
            [("trust > 8", (4,)), ("knows(groups)", ())],
            id="all alternatives",
        ),
        pytest.param("not knows(size)", [("not knows(size)", ())], id="the contrary"),
        pytest.param(
            "not (knows(groups) or trust == 4)",
            [("not trust == 4", (4,))],
            id="the contrary of alternatives",
        ),
        pytest.param("false", [("false", ())], id="never"),
    ],
)
def test_the_parts_that_fail_are_named_with_what_they_come_to(
    words: str, lacking: list[tuple[str, tuple[int, ...]]]
) -> None:
    state, _ = begin_at(story(), 1, Placed("opening"))
    told = condition_note(condition(words), state)
    assert told is not None
    assert told.holds == (not lacking)
    assert [(part.written, part.now) for part in told.lacking] == lacking
