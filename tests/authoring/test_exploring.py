"""What can happen in a scenario and what cannot, by going through its states."""

from pathlib import Path
from random import Random  # noqa: TID251 - a test may draw; the seed is fixed

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.codes import Code, CodeUse
from simulator.authoring.exploring import Course, Courses, Stuck, Talk, course
from simulator.engine import Choose, Fill, Say, State, Understood, begin, offered, step
from simulator.scenario.model import Scenario
from tests.authoring.made import scenarios
from tests.authoring.small import GO, LEAVE, STAY, scene, small, story, with_if

SHIPPED = Path(__file__).parents[2] / "scenarios" / "base" / "client-x.yaml"
FEW = 300
"""Answers that most of the scenarios made up here need at most."""
LONG = 60
"""Answers after which a talk that can end would surely have ended once in a while."""


def walk(scenario: Scenario, chance: Random, longest: int, words: float) -> list[State]:
    """Answer at random; return every state, the beginning first."""
    states = [begin(scenario, 1)[0]]
    while states[-1].ending is None and len(states) <= longest:
        replies = offered(states[-1])
        if states[-1].scene == "form":
            states.append(step(states[-1], _filled(chance))[0])
        elif chance.random() < words:
            code = chance.choice((Code.THREATEN, Code.STALL, Code.ASK_PERMISSION))
            said = Say("Well.", Understood((CodeUse(code),), None))
            states.append(step(states[-1], said)[0])
        elif replies:
            answer = Choose(chance.choice(replies).id)
            states.append(step(states[-1], answer)[0])
        else:
            break
    return states


def _filled(chance: Random) -> Fill:
    reasons = [one for one in ("profit", "growth", "ego") if chance.random() < 0.5]
    option = chance.choice(("freeze", "transfer"))
    return Fill({"option": option, "reasons": reasons}, chance.randrange(101))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios(), st.integers(0, 1000))
def test_whatever_a_talk_comes_to_was_found(scenario: Scenario, seed: int) -> None:
    found = course(scenario, FEW)
    chance = Random(seed)
    for words in (0.0, 0.0, 0.3):
        for state in walk(scenario, chance, 25, words):
            _is_told(state, found)


def _is_told(state: State, found: Course) -> None:
    assert state.scene not in found.lost
    assert state.ending is None or state.ending not in found.lost
    unsaid = {(one.scene, one.about) for one in found.never if one.reply}
    on_offer = {(state.scene, reply.id) for reply in offered(state)}
    assert on_offer.isdisjoint(unsaid)
    if found.complete:
        assert state.scene in found.scenes
        assert on_offer <= found.offered
        if state.ending is not None and state.story.patience is None:
            assert state.ending in found.endings
    stuck = state.ending is None and not on_offer and state.scene != "form"
    if stuck and found.complete:
        assert state.scene in {one.scene for one in found.dead_ends}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios(), st.integers(0, 1000))
def test_a_talk_that_is_caught_never_ends(scenario: Scenario, seed: int) -> None:
    chance = Random(seed)
    for caught in course(scenario, FEW).endless:
        _never_ends(caught, scenario, chance)


def _never_ends(caught: Stuck, scenario: Scenario, chance: Random) -> None:
    state, _ = begin(scenario, 1)
    for answer in caught.answers:
        state, _ = step(state, answer)
    assert state.scene == caught.scene
    words_lead_there = any(isinstance(one, Say) for one in caught.answers)
    for _ in range(5):
        last = _on(state, chance)
        assert words_lead_there or last.ending is None


def _on(state: State, chance: Random) -> State:
    for _ in range(LONG):
        if state.ending is not None:
            break
        if state.scene == "form":
            state, _ = step(state, _filled(chance))
        else:
            state, _ = step(state, Choose(chance.choice(offered(state)).id))
    return state


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenarios(), st.integers(1, 60))
def test_what_is_proved_in_a_hurry_is_true(scenario: Scenario, limit: int) -> None:
    hasty, patient = course(scenario, limit), course(scenario, 1_500)
    if patient.complete:
        # Not held against what patience proves: it may have run out of time for one.
        assert all(True not in patient.outcomes[one] for one in hasty.never)
        assert all(False not in patient.outcomes[one] for one in hasty.always)
        assert not patient.scenes.union(patient.endings) & {*hasty.lost}
        assert bool(hasty.endless) <= bool(patient.endless)
        # Where a circle is entered depends on how much of it is known; that it is one
        # does not.
        for caught in hasty.endless:
            _never_ends(caught, scenario, Random(limit))


def told(text: str) -> dict[str, object]:
    """Return all that is wrong with a scenario."""
    found = course(story(text))
    assert found.complete
    wrong = {
        "dead": [(one.scene, *one.names) for one in found.dead_ends],
        "endless": [(one.scene, *one.names) for one in found.endless],
        "always": [one.path for one in found.always],
        "never": [one.path for one in found.never],
        "lost": list(found.lost),
    }
    return {kind: which for kind, which in wrong.items() if which}


REPLY = ("scenes", "one", "replies", 1, "if")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            small(scene("one", GO, LEAVE) + scene("two", STAY, LEAVE)), {}, id="sound"
        ),
        pytest.param(
            small(scene("one", LEAVE, with_if(STAY, "resistance < 6"))),
            {"never": [REPLY]},
            id="a-meter-that-nothing-moves",
        ),
        pytest.param(
            small(scene("one", LEAVE, with_if(STAY, "knows(share)"))),
            {"never": [REPLY]},
            id="a-fact-that-nobody-gives",
        ),
        pytest.param(
            small(scene("one", GO, with_if(LEAVE, "visits > 2")) + scene("two", LEAVE)),
            {"never": [REPLY]},
            id="a-scene-that-is-visited-once",
        ),
        pytest.param(
            small(
                scene("one", LEAVE, with_if(GO, "knows(share)")) + scene("two", LEAVE)
            ),
            {"never": [REPLY], "lost": ["two"]},
            id="a-scene-behind-what-never-holds",
        ),
        pytest.param(
            small(scene("one", LEAVE, with_if(STAY, "not said(threaten)"))),
            {},
            id="own-words-may-threaten",
        ),
        pytest.param(
            small(scene("one", LEAVE, with_if(STAY, "resistance <= 10"))),
            {"always": [REPLY]},
            id="a-meter-never-beyond",
        ),
        pytest.param(
            small(scene("one", STAY, GO) + scene("two", GO)),
            {"endless": [("one",)], "lost": []},
            id="no-ending-at-all",
        ),
        pytest.param(
            small(scene("one", LEAVE, GO) + scene("two", STAY)),
            {"endless": [("two", "go")]},
            id="a-circle-without-a-way-out",
        ),
        pytest.param(
            small(scene("one", LEAVE, GO) + scene("two", STAY), patience=2),
            {},
            id="patience-ends-the-circle",
        ),
        pytest.param(
            small(
                scene("one", LEAVE, GO)
                + scene("two", with_if(LEAVE, "visits(one) > 1"), say="[{note: Hm.}]")
            ),
            {
                "dead": [("two", "go")],
                "never": [("scenes", "two", "replies", 0, "if")],
            },
            id="nothing-on-offer",
        ),
        pytest.param(
            small(scene("one", STAY.replace("{", "{once: true, "))),
            {"dead": [("one", "wait")]},
            id="all-is-said-once",
        ),
        pytest.param(
            small(
                scene("one", LEAVE),
                reactions="reactions:\n  - {when: threaten, to: two}\n",
            ).replace("reactions:", scene("two", LEAVE) + "reactions:", 1),
            {},
            id="a-scene-that-only-own-words-lead-to",
        ),
        pytest.param(
            small(
                scene(
                    "one", LEAVE, STAY, say="[{if: visits > 1, oleg: Again you are.}]"
                )
            ),
            {"never": [("scenes", "one", "say", 0, "if")]},
            id="to-stay-is-not-to-enter",
        ),
        pytest.param(
            small(
                scene("one", LEAVE, GO)
                + scene("two", GO, LEAVE, say="[{if: visits > 1, oleg: Again.}]")
            ),
            {},
            id="to-come-back-is-to-enter",
        ),
    ],
)
def test_what_is_wrong_is_told(text: str, expected: dict[str, object]) -> None:
    assert told(text) == {kind: which for kind, which in expected.items() if which}


FORM = """\
  two:
    tests: [P3]
    say: [{oleg: Decide.}]
    form: decision
    offers:
      options: {freeze: Wait., transfer: Hand over.}
      reasons: {profit: Profit., ego: Ego.}
    expect: {reasons: [profit]}
    then:
      - {if: "right(two) >= 50 and put(two.ego)", to: MANY}
      - {if: "decided(freeze)", to: one}
      - {to: one}
"""


@pytest.mark.parametrize(
    ("to", "patience", "expected"),
    [
        pytest.param("end", None, {}, id="some-way-to-fill-it-in-ends-it"),
        pytest.param("one", None, {"endless": [("one",)]}, id="no-way-does"),
        pytest.param("one", 2, {"endless": [("one",)]}, id="patience-bears-forms"),
    ],
)
def test_forms_are_filled_in_every_way_that_matters(
    to: str, patience: int | None, expected: dict[str, object]
) -> None:
    text = small(scene("one", GO) + FORM.replace("MANY", to), patience=patience)
    found = course(story(text))
    assert found.complete
    endless = [(one.scene, *one.names) for one in found.endless]
    assert ({"endless": endless} if endless else {}) == expected
    assert found.never == found.always == ()


AGAIN = """\
  two:
    tests: [P3]
    say: [{oleg: Decide.}]
    form: decision
    offers:
      options: {freeze: Wait., transfer: Hand over.}
      reasons: {profit: Profit., ego: Ego.}
    expect: {reasons: [profit]}
    then:
      - {if: "WHEN", to: BACK}
      - {to: end}
"""


@pytest.mark.parametrize(
    ("when", "to", "endless"),
    [
        pytest.param("visits == 1", "two", False, id="once"),
        pytest.param("visits(two) < 3", "one", False, id="twice"),
        pytest.param("2 > visits", "two", False, id="once-turned-round"),
        pytest.param("not visits >= 3", "two", False, id="not-many-times"),
        pytest.param(
            "visits < 3 and (resistance > 3 or right(two) < 50)",
            "two",
            False,
            id="twice-if-at-all",
        ),
        pytest.param("visits == 1", "stay", True, id="to-stay-is-no-visit"),
        pytest.param("visits >= 1", "two", True, id="always"),
        pytest.param("1 <= visits", "two", True, id="always-turned-round"),
        pytest.param("visits == 1 or resistance > 3", "two", True, id="always-by-mood"),
        pytest.param("visits(one) == 1", "two", True, id="another-scene's-visits"),
    ],
)
def test_a_form_that_sends_back_at_first_visits_alone_ends(
    when: str, to: str, endless: bool
) -> None:
    text = AGAIN.replace("WHEN", when).replace("BACK", to)
    found = course(story(small(scene("one", GO) + text)))
    assert bool(found.endless) == endless


def _talk(scenario: Scenario, *replies: str) -> Talk:
    states = [begin(scenario, 1)[0]]
    answers = [Choose(one) for one in replies]
    for answer in answers:
        states.append(step(states[-1], answer)[0])
    return Talk(tuple(states), tuple(answers))


def test_what_happens_in_a_talk_that_was_played_need_not_be_found() -> None:
    asks = with_if(LEAVE, "not visits(one) >= 3")
    again = GO.replace("go", "back").replace("two", "one")
    scenario = story(small(scene("one", GO, asks) + scene("two", LEAVE, again)))
    far = _talk(scenario, "go", "back", "go", "back", "go", "leave")
    (guard,) = course(scenario, limit=2).outcomes
    assert course(scenario, 2).outcomes[guard] == {True}
    assert course(scenario, 2, [far]).outcomes[guard] == {True, False}
    assert course(scenario, 2, [far]).endings == {"end"}


def test_a_proof_needs_not_all_states_of_a_large_scenario() -> None:
    text = SHIPPED.read_text("utf-8")
    planted = "      - id: by-the-table\n        if: visits(opening) > 3\n"
    found = course(story(text.replace("      - id: by-the-table\n", planted)))
    assert not found.complete
    assert [(one.scene, one.about) for one in found.never] == [
        ("key-client", "by-the-table")
    ]


def test_translations_are_explored_together() -> None:
    text = small(scene("one", LEAVE, STAY))
    courses = Courses()
    first = courses.of(story(text))
    assert courses.of(story(text.replace("Leave.", "Away!"))) is first
    assert courses.of(story(text.replace("to: end", "to: other"))) is not first


def test_a_walk_that_is_cut_short_accuses_nobody() -> None:
    text = small(scene("one", LEAVE, with_if(STAY, "turns > 900 and knows(share)")))
    found = course(story(text), limit=10)
    assert (found.complete, found.never, found.lost) == (False, (), ())


def test_the_order_of_replies_makes_no_difference() -> None:
    text = small(scene("one", GO, LEAVE) + scene("two", STAY, LEAVE))
    other = small(scene("one", LEAVE, GO) + scene("two", LEAVE, STAY))
    found, again = course(story(text)), course(story(other))
    assert found.scenes == again.scenes
    assert (found.states, found.offered) == (again.states, again.offered)
