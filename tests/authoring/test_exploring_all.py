"""All that may stand on a form or be brought, and all that can be said once."""

import pytest

from simulator.authoring.exploring import course
from simulator.scenario.model import Scenario
from tests.authoring.small import GO, LEAVE, STAY, scene, small, story, with_if

FOUR = """\
  two:
    tests: [P3]
    say: [{oleg: Decide.}]
    form: decision
    offers:
      options: {freeze: Wait., transfer: Hand over.}
      reasons: {profit: Profit., ego: Ego., growth: Growth., calm: Calm.}
    expect: {reasons: [profit]}
    then: [{to: one}]
"""


def test_any_two_of_four_may_stand_on_a_form() -> None:
    asks = "put(two.profit) and put(two.ego)"
    two = with_if(LEAVE, f"{asks} and not put(two.growth) and not put(two.calm)")
    found = course(story(small(scene("one", GO, two) + FOUR)))
    assert (found.complete, found.never, found.always) == (True, (), ())
    assert found.endless == ()


BROUGHT = """\
continues: {scenario: first}
start: one
"""


@pytest.mark.parametrize(
    "start",
    [
        pytest.param("start: one\n", id="a-talk-of-its-own"),
        pytest.param(BROUGHT, id="after-another-talk"),
    ],
)
def test_of_many_things_on_a_form_nothing_is_claimed_to_be_impossible(
    start: str,
) -> None:
    reasons = ", ".join(f"r{n}: Reason {n}." for n in range(7))
    form = FOUR.replace(
        "profit: Profit., ego: Ego., growth: Growth., calm: Calm.", reasons
    )
    form = form.replace("[profit]", "[r0]")
    three = " and ".join(f"{'' if n < 3 else 'not '}put(two.r{n})" for n in range(7))
    text = small(scene("one", GO, LEAVE, with_if(STAY, three)) + form)
    found = course(story(text.replace("start: one\n", start, 1)))
    assert (found.complete, found.never) == (False, ())


def _brought(asked: str) -> Scenario:
    facts = "".join(
        f'    {name}: {{name: Share {name}, is: 5, unit: "%", line: Five per cent.}}\n'
        for name in ("wallet", "payment", "growth")
    )
    text = small(scene("one", with_if(LEAVE, asked), with_if(STAY, f"not ({asked})")))
    return story(text.replace("start: one\n", facts + BROUGHT, 1))


def test_any_two_of_four_facts_may_be_brought() -> None:
    asked = (
        "knows(share) and knows(wallet) and not knows(payment) and not knows(growth)"
    )
    found = course(_brought(asked))
    assert (found.complete, found.never) == (True, ())
    assert found.endings == {"end"}


def test_a_dead_end_after_what_is_brought_says_so() -> None:
    text = small(scene("one", with_if(LEAVE, "not knows(share)")))
    found = course(story(text.replace("start: one\n", BROUGHT, 1)))
    assert [(one.way, one.carried) for one in found.dead_ends] == [
        ("carried(share)", ("share",))
    ]


@pytest.mark.parametrize("many", [3, 12])
def test_a_dead_end_lies_where_all_is_said_that_can_be_said_once(many: int) -> None:
    once = [
        STAY.replace("wait", f"q{n}").replace("{", "{once: true, ") for n in range(many)
    ]
    found = course(story(small(scene("one", *once))))
    ((stuck,),) = (found.dead_ends,)
    assert sorted(stuck.names) == sorted(f"q{n}" for n in range(many))


@pytest.mark.parametrize("many", [3, 12])
def test_a_circle_is_found_where_all_is_said_that_can_be_said_once(many: int) -> None:
    once = [
        STAY.replace("wait", f"q{n}").replace("{", "{once: true, ") for n in range(many)
    ]
    out = with_if(LEAVE, "not chose(one.q0)")
    found = course(story(small(scene("one", *once, out, STAY))))
    (stuck,) = found.endless
    assert "q0" in stuck.names


@pytest.mark.parametrize(
    ("condition", "never", "always"),
    [
        ("fruitless >= 2", True, False),
        ("fruitless < 2", False, True),
        ("fruitless >= 1", False, False),
    ],
)
def test_patience_is_as_short_as_it_is(
    condition: str, never: bool, always: bool
) -> None:
    text = small(scene("one", LEAVE, with_if(STAY, condition)), patience=2)
    found = course(story(text))
    assert (bool(found.never), bool(found.always)) == (never, always)


def test_what_contradicts_itself_needs_no_walk() -> None:
    text = small(scene("one", LEAVE, with_if(STAY, "turns > 900 and turns < 5")))
    found = course(story(text), limit=10)
    assert [one.about for one in found.never] == ["wait"]
