"""A scenario with fewer conditions, in which all is possible that was, and more.

What can never happen there can never happen in the scenario itself. With most of
its conditions gone a large scenario has few states that differ.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from scoring.codes import CodeUse
from simulator.authoring.exploring.questions import Tracked, asked
from simulator.scenario.conditions import All, AnyOf, Condition
from simulator.scenario.model import (
    STAY,
    Effects,
    FormMove,
    Reaction,
    Reply,
    Scenario,
    Scene,
)


class Easing:
    """A bare scenario that is eased in many ways, for one thing told apart or another.

    What does not depend on that is made ready once.
    """

    def __init__(self, story: Scenario) -> None:
        """Make ready."""
        self._story = story
        self._shared = _ways(story.reactions, "~~")
        self._ways = {one.id: _ways(one.reactions) for one in story.scenes.values()}
        self._staying = {
            one.id: tuple([_staying(reply) for reply in one.replies])
            for one in story.scenes.values()
        }

    def eased(self, told: Tracked) -> Scenario:
        """Leave out every condition on what is not told apart.

        Reactions become replies of their own, which can be given at any time: a reply
        that leaves it to them stays in its scene, and they can follow. That takes a
        turn more, so where turns are counted reactions are left as they are.

        Args:
            told: What is told apart: all that decides the ways out of a form that is
                asked about; and where turns are counted, all that reactions ask about.
        """
        story = self._story
        shared = list(_stirring(self._shared, told))
        easy = {one.id: self._scene(one, told, shared) for one in story.scenes.values()}
        reactions = story.reactions if told.counts_turns() else ()
        return replace(story, scenes=easy, reactions=reactions)

    def _scene(self, scene: Scene, told: Tracked, shared: Sequence[Reply]) -> Scene:
        story = self._story
        if scene.form is not None:
            asked_about = [one.when for one in scene.form.then if one.when is not None]
            if all(_told(one, scene.id, story, told) for one in asked_about):
                return scene
            moves = [_way_out(move, n) for n, move in enumerate(scene.form.then)]
            return replace(scene, replies=_weaker(moves, scene, story, told), form=None)
        if told.counts_turns():
            return replace(scene, replies=_weaker(scene.replies, scene, story, told))
        own = _stirring(self._ways[scene.id], told)
        replies = (*self._staying[scene.id], *own, *shared)
        return Scene(
            scene.id,
            scene.tests,
            scene.say,
            _weaker(replies, scene, story, told),
            otherwise=scene.otherwise,
        )


def _way_out(move: FormMove, number: int) -> Reply:
    """Return what follows a form as if it were a reply."""
    return Reply(f"~then-{number}", "", (), _led(move.effects), when=move.when)


def _staying(reply: Reply) -> Reply:
    return reply if reply.effects.to else replace(reply, effects=_led(reply.effects))


def _ways(reactions: Iterable[Reaction], mark: str = "~") -> Sequence[Reply]:
    """Return reactions as replies; also without their moods, which a reply's replace.

    Args:
        reactions: Of a scene, or of the scenario.
        mark: How their ids begin, so that no two of a scene are the same.
    """
    found: list[Reply] = []
    for number, one in enumerate(reactions):
        effects, does = _led(one.effects), (CodeUse(one.on),)
        for name, ways in (("", effects), ("calm-", replace(effects, shifts=()))):
            named = f"{mark}{name}{number}"
            found.append(Reply(named, "", does, ways, when=one.when))
    return found


def _stirring(replies: Iterable[Reply], told: Tracked) -> Iterator[Reply]:
    return (reply for reply in replies if told.matters(reply.effects))


def _led(effects: Effects) -> Effects:
    return effects if effects.to else replace(effects, to=STAY)


def _weaker(
    replies: Iterable[Reply], scene: Scene, story: Scenario, told: Tracked
) -> tuple[Reply, ...]:
    return tuple([_reply(reply, scene.id, story, told) for reply in replies])


def _reply(reply: Reply, scene: str, story: Scenario, told: Tracked) -> Reply:
    if reply.when is None:
        return replace(reply, once=False) if reply.once else reply
    when = _weakened(reply.when, scene, story, told)
    return replace(reply, when=when, once=False)


def _weakened(
    condition: Condition, scene: str, story: Scenario, told: Tracked
) -> Condition:
    """Return a condition that holds wherever the given one does."""
    match condition:
        case All():
            return All(_parts(condition, scene, story, told))
        case AnyOf():
            return AnyOf(_parts(condition, scene, story, told))
        case _:
            return condition if _told(condition, scene, story, told) else True


def _parts(
    condition: All | AnyOf, scene: str, story: Scenario, told: Tracked
) -> tuple[Condition, ...]:
    return tuple(_weakened(part, scene, story, told) for part in condition.parts)


def _told(condition: Condition, scene: str, story: Scenario, told: Tracked) -> bool:
    return told.questions.issuperset(asked(condition, scene, story))
