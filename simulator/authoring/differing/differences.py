"""Hold two versions of a scenario against each other, part by part."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from scoring.rubric import Rubric, rate
from simulator.authoring.differing.model import Detail, Difference, How, Part
from simulator.graph import Names, aspects, in_new_names
from simulator.graph.alike import Aspect, Aspects, differing
from simulator.graph.aspects import LISTED
from simulator.packs import Loaded
from simulator.scenario.model import Reaction, Reply, Scenario, Scene

Parts = Mapping[str, Aspects]
"""Id → what is said of the part, in the author's order."""


class Version(Struct, frozen=True):
    """One version, in the ids of the new one."""

    scenario: Scenario
    rubric: Rubric
    rulebook: str
    """The rulebook with its version."""
    shared: Callable[[str], bool]
    """Whether a reply, as `scene.reply`, stands there in both versions."""


def differences(old: Loaded, new: Loaded, names: Names) -> Iterator[Difference]:
    """Yield what differs between two versions, in the order of the file.

    Args:
        old: The version before.
        new: The version after.
        names: What is called otherwise in the new one.
    """
    renamed = in_new_names(old.scenario, names)
    both = _reply_names(renamed) & _reply_names(new.scenario)
    shared = (both - _strangers(names)).__contains__
    before = _version(old, renamed, shared)
    after = _version(new, new.scenario, shared)
    was = _Was(names)
    for part, gather in _GATHER.items():
        yield from _compared(part, gather(before), gather(after), was)


def without_words(found: Iterable[Difference]) -> tuple[tuple[Difference, ...], int]:
    """Leave out what is only words, as between two languages.

    Returns:
        The other differences, and of how many parts only the words differ.
    """
    kept: list[Difference] = []
    only_words = 0
    for one in found:
        details = tuple(detail for detail in one.details if not detail.words)
        if details or one.how is not How.CHANGED:
            kept.append(replace(one, details=details))
        else:
            only_words += 1
    return tuple(kept), only_words


class _Was:
    """Tells what a part of the new version was called in the old one."""

    def __init__(self, names: Names) -> None:
        scenes = {**names.scenes, **names.endings}
        self._scenes = {now: was for was, now in scenes.items()}
        self._facts = {now: was for was, now in names.facts.items()}
        self._replies = {now: was for was, now in names.replies.items()}

    def called(self, part: Part, name: str) -> str:
        """Return the id that a part had; empty where it was the same."""
        match part:
            case Part.SCENE | Part.ENDING:
                return self._scenes.get(name, "")
            case Part.FACT:
                return self._facts.get(name, "")
            case Part.REPLY:
                scene, _, reply = name.partition(".")
                return ".".join(self._replies.get((scene, reply), ()))
            case _:
                return ""

    def how(self, part: Part, name: str, was: str) -> How:
        """Return what became of a part that is called otherwise."""
        if part is not Part.REPLY:
            return How.RENAMED
        home = was.partition(".")[0]
        scene = name.partition(".")[0]
        return How.RENAMED if self._scenes.get(scene, scene) == home else How.MOVED


def _version(
    loaded: Loaded, scenario: Scenario, shared: Callable[[str], bool]
) -> Version:
    rules = loaded.rulebook
    return Version(scenario, loaded.rubric, f"{rules.id} {rules.version}", shared)


def _reply_names(scenario: Scenario) -> set[str]:
    scenes = scenario.scenes.values()
    return {f"{scene.id}.{reply.id}" for scene in scenes for reply in scene.replies}


def _strangers(names: Names) -> set[str]:
    """Return the replies that stood in another scene."""
    return {
        ".".join(now)
        for was, now in names.replies.items()
        if names.scene(was[0]) != now[0]
    }


def _compared(part: Part, old: Parts, new: Parts, was: _Was) -> Iterator[Difference]:
    """Yield what differs among parts of one kind."""
    for name, now in new.items():
        if name not in old:
            yield Difference(part, name, How.ADDED)
            continue
        details = tuple(
            Detail(aspect, one.value, other.value, one.words)
            for aspect, one, other in differing(old[name], now)
        )
        called = was.called(part, name)
        if called:
            yield Difference(part, name, was.how(part, name, called), called, details)
        elif details:
            yield Difference(part, name, How.CHANGED, details=details)
    for name in old:
        if name not in new:
            yield Difference(part, name, How.REMOVED)


def _whole(version: Version) -> Parts:
    rubric = version.rubric
    told = {
        **aspects.of_scenario(version.scenario),
        "rubric": Aspect(f"{rubric.id} {rubric.version}"),
        "rulebook": Aspect(version.rulebook),
    }
    return {"": told}


def _people(version: Version) -> Parts:
    return {n: aspects.of_person(p) for n, p in version.scenario.cast.items()}


def _facts(version: Version) -> Parts:
    facts = version.scenario.client.facts
    return {name: aspects.of_fact(fact) for name, fact in facts.items()}


def _scenes(version: Version) -> Parts:
    return {
        name: {**aspects.of_scene(scene), "replies.order": _order(scene, version)}
        for name, scene in version.scenario.scenes.items()
    }


def _order(scene: Scene, version: Version) -> Aspect:
    """Return in which order those replies stand that are in both versions."""
    ids = (reply.id for reply in scene.replies)
    return Aspect(LISTED.join(i for i in ids if version.shared(f"{scene.id}.{i}")))


def _replies(version: Version) -> Parts:
    return {
        f"{scene.id}.{reply.id}": _reply(reply, version.rubric)
        for scene in version.scenario.scenes.values()
        for reply in scene.replies
    }


def _reply(reply: Reply, rubric: Rubric) -> Aspects:
    """Take a reply apart, with the levels that the rubric gives it."""
    levels = {
        f"level.{one.principle}": Aspect(str(one.level))
        for one in rate(rubric, reply.does, reply.levels)
    }
    return {**aspects.of_reply(reply), **levels}


def _reactions(version: Version) -> Parts:
    scenario = version.scenario
    found = dict(_of_reactions(scenario.reactions, "*"))
    for scene in scenario.scenes.values():
        found.update(_of_reactions(scene.reactions, scene.id))
    return found


def _of_reactions(
    reactions: Iterable[Reaction], home: str
) -> Iterator[tuple[str, Aspects]]:
    """Yield reactions as `scene.threaten`, a second to the same code as `… 2`."""
    seen: dict[str, count[int]] = {}
    for reaction in reactions:
        number = next(seen.setdefault(reaction.on, count(1)))
        name = f"{home}.{reaction.on}" + (f" {number}" if number > 1 else "")
        yield name, aspects.of_reaction(reaction)


def _moves(version: Version) -> Parts:
    return {
        f"{scene.id}.{number}": aspects.of_move(move)
        for scene in version.scenario.scenes.values()
        for number, move in enumerate(scene.form.then if scene.form else (), start=1)
    }


def _patience(version: Version) -> Parts:
    found = aspects.of_patience(version.scenario.patience)
    return {"": found} if found else {}


def _endings(version: Version) -> Parts:
    return {n: aspects.of_ending(e) for n, e in version.scenario.endings.items()}


_GATHER = {
    Part.SCENARIO: _whole,
    Part.PERSON: _people,
    Part.FACT: _facts,
    Part.SCENE: _scenes,
    Part.REPLY: _replies,
    Part.REACTION: _reactions,
    Part.MOVE: _moves,
    Part.PATIENCE: _patience,
    Part.ENDING: _endings,
}
