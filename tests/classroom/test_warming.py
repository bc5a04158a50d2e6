"""What can be said is read before anybody says it: where many come to, first."""

from simulator.classroom.warming import in_order, moments
from simulator.engine import State
from tests.reports.little import loaded


def states() -> list[State]:
    return [state for state in in_order(loaded("ru").scenario) if state is not None]


def test_every_scene_is_heard_as_replies_lead_into_it() -> None:
    story = loaded("ru").scenario
    found = [(state.scene, state.turn) for state in moments(story)]
    assert found[0] == ("opening", 0)
    assert {scene for scene, _ in found} == set(story.scenes)
    assert ("wall", 1) in found


def test_the_beginning_comes_first_and_no_scene_is_left_out() -> None:
    found = states()
    assert (found[0].scene, found[0].turn) == ("opening", 0)
    assert {state.scene for state in found} == set(loaded("ru").scenario.scenes)


def test_what_is_answered_to_words_that_come_to_nothing_is_read_ahead_too() -> None:
    puzzled = [s for s in states() if s.turn and s.latest[1].reply is None]  # type: ignore[union-attr]
    assert puzzled


def test_the_order_is_the_same_each_time() -> None:
    assert [s.latest for s in states()] == [s.latest for s in states()]
