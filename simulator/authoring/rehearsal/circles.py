"""Where talks went round: scenes that lead back to themselves, and what leads out."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from simulator.reach.trail import Move
from simulator.scenario.model import Scenario


class Exit(Struct, frozen=True):
    """A way out of a circle that was taken."""

    move: Move
    times: int


class Circle(Struct, frozen=True):
    """Scenes from each of which one can come to every other, and back."""

    scenes: tuple[str, ...]
    """In the order of the file; a single one leads to itself."""
    turns: int
    """How many turns went from one of them to one of them."""
    exits: tuple[Exit, ...]
    """The turns that left them in some state; the most taken first."""


def circles(scenario: Scenario, moves: Mapping[Move, int]) -> tuple[Circle, ...]:
    """Return the circles that talks went in, in the order of the file."""
    onward: dict[str, set[str]] = {scene: set() for scene in scenario.scenes}
    for move in moves:
        if move.target in onward:
            onward[move.scene].add(move.target)
    order = {scene: place for place, scene in enumerate(scenario.scenes)}
    found = (
        _circle(sorted(group, key=order.__getitem__), moves)
        for group in _groups(onward)
        if len(group) > 1 or group <= onward[next(iter(group))]
    )
    return tuple(sorted(found, key=lambda one: order[one.scenes[0]]))


def _circle(scenes: list[str], moves: Mapping[Move, int]) -> Circle:
    inside = frozenset(scenes)
    from_here = {move: n for move, n in moves.items() if move.scene in inside}
    exits = [
        Exit(move, n) for move, n in from_here.items() if move.target not in inside
    ]
    return Circle(
        tuple(scenes),
        sum(n for move, n in from_here.items() if move.target in inside),
        tuple(sorted(exits, key=lambda one: (-one.times, one.move))),
    )


def _groups(onward: Mapping[str, set[str]]) -> Iterator[frozenset[str]]:
    """Yield the strongly connected parts of a graph (Kosaraju and Sharir)."""
    back: dict[str, list[str]] = {scene: [] for scene in onward}
    for scene, targets in onward.items():
        for target in sorted(targets):
            back[target].append(scene)
    left = set(onward)
    for scene in reversed(_by_end(onward)):
        if scene in left:
            yield frozenset(_taken(scene, back, left))


def _by_end(onward: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the scenes in the order in which a walk in depth has done with them."""
    done: list[str] = []
    seen: set[str] = set()
    for start in onward:
        waiting = [(start, False)]
        while waiting:
            scene, all_seen = waiting.pop()
            if all_seen:
                done.append(scene)
            elif scene not in seen:
                seen.add(scene)
                waiting.append((scene, True))
                waiting += [(one, False) for one in sorted(onward[scene])]
    return done


def _taken(
    start: str, onward: Mapping[str, Iterable[str]], left: set[str]
) -> Iterator[str]:
    """Yield what can be come to from a scene, and take it from what is left."""
    waiting = [start]
    while waiting:
        scene = waiting.pop()
        if scene in left:
            left.remove(scene)
            yield scene
            waiting += onward[scene]
