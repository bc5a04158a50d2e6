"""Which id of an old version is which id of a new one.

What has the same id is the same. Of what is left on both sides, two are the same
part under another id when at least half of all that is said of them is alike.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, TypeVar

from msgspec import Struct

from simulator.graph import aspects
from simulator.graph.alike import Aspects
from simulator.scenario.model import ClientFact, Ending, Reply, Scenario, Scene

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
Sayings = frozenset[tuple[str, str]]
"""All that is said of a part, as (aspect, value)."""

ALIKE: Final = Fraction(1, 2)
_TELLING: Final = frozenset(
    {"id", "reply", "reply text", "text", "like", "line", "title", "name", "say"}
)
"""Aspects one of which must agree: hardly anything else is told of one part only."""

_FEW: Final = 20
"""What is said of more parts than this tells none of them from the others."""


class Names(Struct, frozen=True):
    """Old id → new id, for what has another id in the new version."""

    scenes: Mapping[str, str] = {}
    endings: Mapping[str, str] = {}
    facts: Mapping[str, str] = {}
    replies: Mapping[tuple[str, str], tuple[str, str]] = {}
    """(old scene, old id) → (new scene, new id), where the id is another, or the
    scene is one that the old scene has not become."""

    def scene(self, old: str) -> str:
        """Return what a scene or an ending is called now."""
        return self.scenes.get(old, self.endings.get(old, old))

    def reply(self, scene: str, old: str) -> tuple[str, str]:
        """Return in which scene a reply stands now, and under which id."""
        return self.replies.get((scene, old), (self.scene(scene), old))

    def backwards(self) -> "Names":
        """Return new id → old id."""
        return Names(
            {now: was for was, now in self.scenes.items()},
            {now: was for was, now in self.endings.items()},
            {now: was for was, now in self.facts.items()},
            {now: was for was, now in self.replies.items()},
        )


def names(old: Scenario, new: Scenario) -> Names:
    """Find out what is called otherwise in a new version.

    Between two languages words say nothing of what is alike.
    """
    told = _Told(words=old.language == new.language)
    scenes = _pairs(*_left(old.scenes, new.scenes, told.scene))
    endings = _pairs(*_left(old.endings, new.endings, told.ending))
    facts = _pairs(*_left(old.client.facts, new.client.facts, told.fact))
    return Names(scenes, endings, facts, _replies(old, new, scenes, told))


class _Told(Struct, frozen=True):
    """Gathers all that is said of a part, with its words or without."""

    words: bool

    def scene(self, scene: Scene) -> Sayings:
        """Gather what is said of a scene, its replies included."""
        ids = {("reply", reply.id) for reply in scene.replies}
        words = {("reply text", reply.text) for reply in scene.replies if self.words}
        return self._said(aspects.of_scene(scene)) | ids | words

    def ending(self, ending: Ending) -> Sayings:
        """Gather what is said of an ending."""
        return self._said(aspects.of_ending(ending))

    def fact(self, fact: ClientFact) -> Sayings:
        """Gather what is said of a fact."""
        return self._said(aspects.of_fact(fact))

    def reply(self, reply: Reply) -> Sayings:
        """Gather what is said of a reply."""
        return self._said(aspects.of_reply(reply)) | {("id", reply.id)}

    def _said(self, of: Aspects) -> Sayings:
        return frozenset(
            (name, one.value)
            for name, one in of.items()
            if one.value and (self.words or not one.words)
        )


def _left(
    old: Mapping[str, T], new: Mapping[str, T], told: Callable[[T], Sayings]
) -> tuple[dict[str, Sayings], dict[str, Sayings]]:
    """Return what is said of those parts whose id the other version does not have."""
    return (
        {name: told(one) for name, one in old.items() if name not in new},
        {name: told(one) for name, one in new.items() if name not in old},
    )


def _replies(
    old: Scenario, new: Scenario, scenes: Mapping[str, str], told: _Told
) -> dict[tuple[str, str], tuple[str, str]]:
    """Match replies within their scene first, then those that left it."""
    backwards = {now: was for was, now in scenes.items()}
    gone = _others(old, new, scenes, told)
    come = _others(new, old, backwards, told)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for scene, left in gone.items():
        at = scenes.get(scene, scene)
        here = come.get(at, {})
        for was, now in _pairs(left, here, telling=False).items():
            found[scene, was] = at, now
            del left[was], here[now]
    return found | _pairs(_by_both(gone), _by_both(come))


def _others(
    one: Scenario, other: Scenario, called: Mapping[str, str], told: _Told
) -> dict[str, dict[str, Sayings]]:
    """Return the replies that the same scene of the other version does not have.

    Args:
        one: The version whose replies they are: scene → reply → what is said of it.
        other: The other version.
        called: What scenes are called there, where they are called otherwise.
        told: Gathers what is said.
    """
    found: dict[str, dict[str, Sayings]] = {}
    for scene in one.scenes.values():
        there = other.scenes.get(called.get(scene.id, scene.id))
        kept = {reply.id for reply in there.replies} if there else set[str]()
        found[scene.id] = {
            r.id: told.reply(r) for r in scene.replies if r.id not in kept
        }
    return found


def _by_both(
    replies: Mapping[str, Mapping[str, Sayings]],
) -> dict[tuple[str, str], Sayings]:
    return {
        (scene, name): said
        for scene, left in replies.items()
        for name, said in left.items()
    }


def _pairs(
    old: Mapping[K, Sayings], new: Mapping[K, Sayings], *, telling: bool = True
) -> dict[K, K]:
    """Pair what is alike, the most alike first; each belongs to one pair at most.

    Args:
        old: What the new version does not have by its id.
        new: What the old version does not have by its id.
        telling: Whether a telling aspect must agree.
    """
    alike = sorted(_alike(old, new, telling), key=lambda found: found[0], reverse=True)
    paired: dict[K, K] = {}
    taken: set[K] = set()
    for _, was, now in alike:
        if was not in paired and now not in taken:
            paired[was] = now
            taken.add(now)
    return paired


def _alike(
    old: Mapping[K, Sayings], new: Mapping[K, Sayings], telling: bool
) -> Iterator[tuple[Fraction, K, K]]:
    by_saying: dict[tuple[str, str], list[K]] = defaultdict(list)
    for name, said in new.items():
        for one in _indexed(said, telling):
            by_saying[one].append(name)
    for was, said in old.items():
        found = [by_saying.get(one, ()) for one in _indexed(said, telling)]
        candidates = dict.fromkeys(
            name
            for names in found
            if len(names) <= _FEW or not telling
            for name in names
        )
        for name in candidates:
            share = Fraction(len(said & new[name]), len(said | new[name]))
            if share >= ALIKE:
                yield share, was, name


def _indexed(said: Sayings, telling: bool) -> Iterable[tuple[str, str]]:
    return (one for one in sorted(said) if not telling or one[0] in _TELLING)
