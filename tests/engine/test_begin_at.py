"""A talk put down in the midst of a story, as authors do who look at one scene."""

import json

import pytest
from msgspec.structs import replace

from scoring.codes import Code
from simulator.engine import (
    BadEventsError,
    Choose,
    Handed,
    NoSuchPlaceError,
    Placed,
    Started,
    begin,
    begin_at,
    from_json,
    offered,
    replay,
    step,
    talk_of,
    to_json,
    view,
)
from simulator.scenario.parsing import parse
from tests.content.test_small_meeting import FILE as MEETING
from tests.engine.stories import story

WALL = Placed("wall", {"oleg.resistance": 9}, ("share",), ("numbers",), {"wall": 2})


def test_the_scene_is_entered_in_the_state_asked_for() -> None:
    state, events = begin_at(story(), 7, WALL)
    assert state.scene == "wall"
    assert state.meters == {"oleg.resistance": 9, "oleg.trust": 4, "irina.doubt": 9}
    assert list(state.known) == ["size", "share"]
    assert state.flags == {"numbers"}
    assert dict(state.visits) == {"wall": 2}
    assert [one.text for one in view(state).spoken] == ["Мой клиент."]
    assert isinstance(events[0], Started)


def test_what_is_not_named_is_as_at_the_beginning() -> None:
    at_first, _ = begin(story(), 7)
    state, _ = begin_at(story(), 7, Placed("opening"))
    assert replace(state, latest=()) == replace(at_first, latest=())


@pytest.mark.parametrize(
    ("placed", "offers"),
    [
        pytest.param(Placed("opening"), ["ask", "beg", "push"], id="as at first"),
        pytest.param(
            Placed("opening", known=("groups",)),
            ["ask", "beg", "push", "share"],
            id="a fact",
        ),
        pytest.param(
            Placed("opening", known=("groups",), chose=("opening.share",)),
            ["ask", "beg", "push"],
            id="a reply said once",
        ),
        pytest.param(
            Placed("opening", {"oleg.resistance": 4}, flags=("numbers",)),
            ["ask", "beg", "push", "agree"],
            id="a meter and a flag",
        ),
    ],
)
def test_the_state_decides_what_is_on_offer(placed: Placed, offers: list[str]) -> None:
    state, _ = begin_at(story(), 7, placed)
    assert [reply.id for reply in offered(state)] == offers


def test_patience_may_be_nearly_over() -> None:
    state, _ = begin_at(
        story(), 7, Placed("wall", said=(Code.ASK_PERMISSION,), fruitless=2)
    )
    state, _ = step(state, Choose("beg-again"))
    assert state.ending == "circle"


def test_such_a_talk_is_replayed_and_scored_from_its_events() -> None:
    placed = replace(WALL, said=(Code.CONCEDE,), chose=("wall.back",), fruitless=1)
    state, events = begin_at(story(), 7, placed)
    state, more = step(state, Choose("back"))
    told = (*events, *more)
    stored = [from_json(json.loads(json.dumps(to_json(event)))) for event in told]
    assert tuple(stored) == told
    again = replay(story(), stored)
    assert again.same
    assert again.state == state
    given = {fact.id for fact in talk_of(story(), stored).facts if fact.given}
    assert given == {"size", "share"}


def test_a_form_may_count_as_handed_in() -> None:
    meeting = parse(MEETING.read_bytes()).scenario
    assert meeting is not None
    scene = next(scene.id for scene in meeting.scenes.values() if scene.form)
    form = Handed(80, "", frozenset({"a"}))
    state, events = begin_at(meeting, 1, Placed(meeting.start, forms={scene: form}))
    assert state.forms == {scene: form}
    assert from_json(json.loads(json.dumps(to_json(events[0])))) == events[0]


def test_a_talk_from_its_beginning_is_stored_as_ever() -> None:
    _, events = begin(story(), 7)
    assert "placed" not in to_json(events[0])


@pytest.mark.parametrize(
    ("placed", "kind", "name"),
    [
        (Placed("nowhere"), "scene", "nowhere"),
        (Placed("wall", {"oleg.pride": 3}), "meter", "oleg.pride"),
        (Placed("wall", {"oleg.trust": 11}), "value", "oleg.trust=11"),
        (Placed("wall", known=("colour",)), "fact", "colour"),
        (Placed("wall", chose=("wall.run",)), "reply", "wall.run"),
        (Placed("wall", forms={"wall": Handed(1, "")}), "form", "wall"),
        (Placed("wall", visits={"wall": 0}), "value", "visits.wall=0"),
        (Placed("wall", fruitless=-1), "value", "-1"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    placed: Placed, kind: str, name: str
) -> None:
    with pytest.raises(NoSuchPlaceError) as refused:
        begin_at(story(), 7, placed)
    assert (refused.value.kind, refused.value.name) == (kind, name)


@pytest.mark.parametrize("broken", [5, [], {}, {"scene": "wall"}])
def test_a_broken_place_among_stored_events_is_told(broken: object) -> None:
    body = {**to_json(begin(story(), 7)[1][0]), "placed": broken}
    with pytest.raises(BadEventsError):
        from_json(body)
