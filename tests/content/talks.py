"""Shipped scenarios, played by hand and at random."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from random import Random  # noqa: TID251 - a test may draw; the seed is fixed

from scoring.rubric import rate
from simulator.engine import Choose, State, begin, offered, step
from simulator.packs import Library, Loaded
from simulator.scenario.model import Reply, Scene

LANGUAGES = ("ru", "en")


@cache
def loaded(language: str) -> Loaded:
    """Load client X."""
    return Library.shipped().load("client-x", language)


@dataclass(frozen=True, slots=True)
class Walk:
    """A talk in which somebody chose at random."""

    scenes: tuple[str, ...]
    replies: tuple[str, ...]
    """As `scene.reply`."""
    state: State


def walks(language: str, count: int, longest: int = 120) -> Iterator[Walk]:
    """Walk at random; the same walks each time."""
    chance = Random(20261123)
    for seed in range(count):
        state, _ = begin(loaded(language).scenario, seed)
        scenes, replies = [state.scene], []
        while state.ending is None and state.turn < longest:
            reply = chance.choice(offered(state))
            replies.append(f"{state.scene}.{reply.id}")
            state, _ = step(state, Choose(reply.id))
            scenes.append(state.scene)
        yield Walk(tuple(scenes), tuple(replies), state)


def worth(scene: Scene, reply: Reply) -> Fraction:
    """Return how well a reply serves what its scene tests: the mean level, 0..4."""
    ratings = rate(loaded("ru").rubric, reply.does, reply.levels)
    levels = {rating.principle: rating.level for rating in ratings}
    return Fraction(sum(levels.get(p, 1) for p in scene.tests), len(scene.tests))


def ranked(scene: Scene) -> tuple[list[Reply], list[Reply]]:
    """Part a scene's replies into the best and the others.

    Twins, of which only one is ever on offer, count once.
    """
    by_text = {reply.text: reply for reply in scene.replies}
    best = max(worth(scene, reply) for reply in by_text.values())
    tops = [reply for reply in by_text.values() if worth(scene, reply) == best]
    rest = [reply for reply in by_text.values() if worth(scene, reply) < best]
    return tops, rest
