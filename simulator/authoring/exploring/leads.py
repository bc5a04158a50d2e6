"""Where the moves of a scenario lead, as if every condition could hold."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping

from simulator.scenario.model import Effects, Scenario


def led_to(story: Scenario) -> set[str]:
    """Return the scenes and endings that some chain of `to:` leads to."""
    reached = {story.start}
    waiting = [story.start]
    while waiting:
        for target in _targets(story, waiting.pop()):
            if target not in reached:
                reached.add(target)
                if target in story.scenes:
                    waiting.append(target)
    return reached


class Distances:
    """How far each scene is from a place, in moves."""

    def __init__(self, story: Scenario) -> None:
        """Make ready."""
        self._before: dict[str, set[str]] = defaultdict(set)
        for scene in story.scenes:
            for target in _targets(story, scene):
                self._before[target].add(scene)

    def to(self, places: Iterable[str]) -> Mapping[str, int]:
        """Return how many moves lie between each scene and the nearest of the places.

        Those from which none is reached are left out.
        """
        far = dict.fromkeys(places, 0)
        waiting = deque(far)
        while waiting:
            place = waiting.popleft()
            for scene in self._before[place]:
                if scene not in far:
                    far[scene] = far[place] + 1
                    waiting.append(scene)
        return far


def _targets(story: Scenario, scene_id: str) -> Iterator[str]:
    """Yield where a scene may lead; patience may end any of them."""
    yield from (one.to for one in _moves(story, scene_id) if one.to)
    if story.patience is not None:
        yield story.patience.to


def _moves(story: Scenario, scene_id: str) -> list[Effects]:
    scene = story.scenes[scene_id]
    if scene.form is not None:
        return [move.effects for move in scene.form.then]
    replies = [reply.effects for reply in scene.replies]
    return replies + [one.effects for one in (*scene.reactions, *story.reactions)]
