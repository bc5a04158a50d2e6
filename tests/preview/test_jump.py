"""A state as it is typed: understood, told back, completed, refused in sentences."""

from gettext import NullTranslations

import pytest

from scoring.codes import Code
from simulator.engine import Choose, Handed, Placed, begin, begin_at, step
from simulator.preview import completions, jump, written_place
from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse
from tests.content.test_small_meeting import FILE as MEETING
from tests.engine.stories import story


def meeting() -> Scenario:
    scenario = parse(MEETING.read_bytes()).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize(
    ("typed", "placed"),
    [
        pytest.param("", Placed("wall"), id="nothing"),
        pytest.param(
            "resistance=3 oleg.trust=0",
            Placed("wall", {"oleg.resistance": 3, "oleg.trust": 0}),
            id="meters, short and long",
        ),
        pytest.param(
            "fact=share,groups  flag=numbers",
            Placed("wall", known=("share", "groups"), flags=("numbers",)),
            id="facts and flags",
        ),
        pytest.param(
            "visits=3 visits.opening=2 fruitless=1",
            Placed("wall", visits={"wall": 3, "opening": 2}, fruitless=1),
            id="counters",
        ),
        pytest.param(
            "said=threaten chose=give-in,opening.ask",
            Placed(
                "wall", said=(Code.THREATEN,), chose=("wall.give-in", "opening.ask")
            ),
            id="what was said",
        ),
        pytest.param(
            "fact=share; fact=share, flag=numbers;",
            Placed("wall", known=("share",), flags=("numbers",)),
            id="signs between, and a thing twice",
        ),
    ],
)
def test_a_state_is_read_as_conditions_have_it(typed: str, placed: Placed) -> None:
    found = jump(story(), "wall", typed)
    assert found.mistakes == ()
    assert found.placed == placed
    begin_at(story(), 1, found.placed)


def test_forms_may_be_typed_too() -> None:
    scenario = meeting()
    forms = [scene.id for scene in scenario.scenes.values() if scene.form]
    options = [
        (scene.id, option)
        for scene in scenario.scenes.values()
        if scene.form
        for option in scene.form.offers.get("options", ())
    ]
    home, option = options[0]
    other = next(one for one in forms if one != home)
    typed = f"decided={option} right.{other}=80 right.{home}=100"
    found = jump(scenario, "", typed)
    assert found.mistakes == ()
    assert found.placed == Placed(
        scenario.start, forms={other: Handed(80, ""), home: Handed(100, option)}
    )


@pytest.mark.parametrize(
    ("scene", "typed", "sentences"),
    [
        pytest.param(
            "wal",
            "",
            ["There is no scene `wal`. Did you mean `wall`?"],
            id="an unknown scene",
        ),
        pytest.param(
            "wall",
            "fact=shares flag=promised said=shout chose=run",
            [
                "There is no fact `shares`. Did you mean `share`?",
                "No reply or reaction sets a flag `promised`.",
                "There is no code `shout`.",
                "There is no reply `run`, written as `scene.reply`.",
            ],
            id="unknown names, all at once",
        ),
        pytest.param(
            "wall",
            "resistence=3 pride=2",
            [
                "A state has no `resistence`. Did you mean `resistance`?",
                "A state has no `pride`.",
            ],
            id="what no state has",
        ),
        pytest.param(
            "wall",
            "trust=11 trust=-1 trust=high visits=0 visits.opening=x fruitless=",
            [
                "`trust` takes a whole number from 0 to 10.",
                "`trust` takes a whole number from 0 to 10.",
                "`trust` takes a whole number from 0 to 10.",
                "`visits` takes a whole number from 1 to 1000.",
                "`visits.opening` takes a whole number from 0 to 1000.",
                "`fruitless` takes a whole number from 0 to 1000.",
            ],
            id="numbers that cannot be",
        ),
        pytest.param(
            "wall",
            "hello fact",
            [
                "`hello` lacks its value: write `name=value`.",
                "`fact` lacks its value: write `name=value`.",
            ],
            id="no value",
        ),
    ],
)
def test_mistakes_are_told_in_sentences(
    scene: str, typed: str, sentences: list[str]
) -> None:
    found = jump(story(), scene, typed)
    assert [one.render(NullTranslations()) for one in found.mistakes] == sentences


def test_how_a_talk_stands_is_written_as_it_can_be_typed() -> None:
    state, _ = begin(story(), 1)
    for reply in ("ask", "share", "beg", "beg-again"):
        state, _ = step(state, Choose(reply))
    typed = written_place(state)
    assert typed == (
        "resistance=5 trust=5 fact=groups,share flag=numbers "
        "said=ask_fact,ask_permission,business_effect,cite_fact "
        "chose=opening.ask,opening.share,opening.beg,wall.beg-again "
        "visits.opening=2 visits.wall=2 fruitless=1"
    )
    again, _ = begin_at(story(), 1, jump(story(), state.scene, typed).placed)
    assert (again.meters, again.flags) == (state.meters, state.flags)
    assert (again.visits, again.used) == (state.visits, state.used)
    assert (again.codes, again.fruitless) == (state.codes, state.fruitless)
    assert again.known.keys() == state.known.keys()


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        pytest.param("re", ["resistance="], id="a meter"),
        pytest.param("trust=3 fact=", ["fact=share", "fact=groups", "fact=size"]),
        pytest.param("fact=sh", ["fact=share"], id="a fact"),
        pytest.param("fact=share,g", ["fact=share,groups"], id="a second fact"),
        pytest.param("visits.w", ["visits.wall="], id="a counter"),
        pytest.param("chose=wall.b", ["chose=wall.beg-again", "chose=wall.back"]),
        pytest.param("fact=nothing", [], id="nothing"),
    ],
)
def test_the_last_word_is_completed(typed: str, ways: list[str]) -> None:
    assert list(completions(story(), typed)) == ways


def test_every_word_is_offered_where_none_is_begun() -> None:
    ways = completions(story(), "trust=3 ")
    assert {"resistance=", "fact=", "flag=", "visits.wall=", "fruitless="} <= {*ways}
