"""What can be said is heard before anybody says it."""

from simulator.classroom.warming import Warming, moments
from simulator.engine import State
from simulator.sessions import Ears
from tests.classroom.house import EARS
from tests.reports.little import loaded


class Listening(Ears):
    """Ears that only note where they were."""

    def __init__(self) -> None:
        super().__init__(lambda: EARS._both())
        self.scenes: list[str] = []

    def warm(self, state: State) -> None:
        """Note the scene."""
        self.scenes.append(state.scene)


def test_every_scene_is_heard_as_replies_lead_into_it() -> None:
    story = loaded("ru").scenario
    found = [(state.scene, state.turn) for state in moments(story)]
    assert found[0] == ("opening", 0)
    assert {scene for scene, _ in found} == set(story.scenes)
    assert ("wall", 1) in found


def test_it_stops_when_it_is_told_to() -> None:
    ears = Listening()
    warming = Warming(loaded("ru").scenario, ears)
    warming.stop()
    heard = len(ears.scenes)
    warming.stop()
    assert len(ears.scenes) == heard <= len(list(moments(loaded("ru").scenario)))
