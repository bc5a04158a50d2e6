"""Where conditions stand in a scenario, and at which moments they are asked."""

from collections.abc import Iterable, Iterator
from enum import IntEnum, auto

from msgspec import Struct

from simulator.scenario.conditions import Condition
from simulator.scenario.model import Line, Reaction, Scenario, Scene


class Moment(IntEnum):
    """When a condition is asked. Numbers, since they are looked up at every answer."""

    STANDING = auto()
    """Whenever the talk stands in the scene: replies, reactions, puzzled lines."""
    ENTERING = auto()
    """When the scene is entered: its lines."""
    ANSWERING = auto()
    """When a reply was given: its lines."""
    REACTING = auto()
    """When a reaction to a code was made: its lines."""
    FILLING = auto()
    """When the form of the scene was handed in: what follows it."""
    ENDING = auto()
    """When the talk ends so: its last lines."""


class Guard(Struct, frozen=True):
    """A condition where it stands."""

    condition: Condition
    path: tuple[str | int, ...]
    """Keys and numbers that lead to it in the file, its `if` last."""
    moment: Moment
    scene: str = ""
    """The scene that it belongs to; empty where it is asked in all."""
    about: str = ""
    """The reply, code or ending whose lines it is among; empty for others."""
    reply: bool = False
    """True when it says whether a reply is on offer."""

    @property
    def steers(self) -> bool:
        """Tell whether what can follow depends on it: lines only say things."""
        return self.path[-3] in ("replies", "reactions", "then")


def guards(story: Scenario) -> Iterator[Guard]:
    """Yield every condition of a scenario, in the order of the file."""
    patience = story.patience
    if patience is not None:
        for key, lines in (("reminders", patience.reminders), ("say", patience.say)):
            yield from _lines(lines, ("patience", key), Moment.STANDING)
    for scene in story.scenes.values():
        yield from _scene(scene)
    yield from _reactions(story.reactions, ("reactions",), "")
    yield from _lines(story.otherwise, ("otherwise",), Moment.STANDING)
    for ending in story.endings.values():
        path = ("endings", ending.id, "say")
        yield from _lines(ending.say, path, Moment.ENDING, about=ending.id)


def _scene(scene: Scene) -> Iterator[Guard]:
    here, path = scene.id, ("scenes", scene.id)
    yield from _lines(scene.say, (*path, "say"), Moment.ENTERING, here)
    for n, reply in enumerate(scene.replies):
        at = (*path, "replies", n)
        if reply.when is not None:
            place = (*at, "if")
            yield Guard(reply.when, place, Moment.STANDING, here, reply.id, True)
        lines = reply.effects.say
        yield from _lines(lines, (*at, "say"), Moment.ANSWERING, here, reply.id)
    yield from _reactions(scene.reactions, (*path, "reactions"), here)
    yield from _lines(scene.otherwise, (*path, "otherwise"), Moment.STANDING, here)
    for n, move in enumerate(scene.form.then if scene.form else ()):
        at = (*path, "then", n)
        if move.when is not None:
            yield Guard(move.when, (*at, "if"), Moment.FILLING, here)
        yield from _lines(move.effects.say, (*at, "say"), Moment.FILLING, here)


def _reactions(
    reactions: Iterable[Reaction], path: tuple[str | int, ...], scene: str
) -> Iterator[Guard]:
    for n, one in enumerate(reactions):
        at = (*path, n)
        if one.when is not None:
            yield Guard(one.when, (*at, "if"), Moment.STANDING, scene)
        lines = _lines(one.effects.say, (*at, "say"), Moment.REACTING, scene, one.on)
        yield from lines


def _lines(
    lines: Iterable[Line],
    path: tuple[str | int, ...],
    moment: Moment,
    scene: str = "",
    about: str = "",
) -> Iterator[Guard]:
    for n, line in enumerate(lines):
        if line.when is not None:
            yield Guard(line.when, (*path, n, "if"), moment, scene, about)
