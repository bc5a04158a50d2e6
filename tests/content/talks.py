"""Shipped scenarios, played by hand and at random."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import count
from random import Random  # noqa: TID251 - a test may draw; the seed is fixed

from scoring.rubric import rate
from simulator.engine import Answer, Choose, State, begin, offered, step
from simulator.forms import (
    Way,
    as_expected,
    dated,
    empty,
    handed_in,
    missing,
    sheet,
    toggled,
)
from simulator.packs import Library, Loaded
from simulator.scenario.model import Reply, Scene

LANGUAGES = ("ru", "en")
SCENARIOS = ("client-x", "client-x-meeting", "afraid-to-move-him")
CARELESS = 0.5
"""How often somebody who walks at random fills a form in without a thought."""


@cache
def loaded(language: str, scenario: str = "client-x") -> Loaded:
    """Load a shipped scenario."""
    return Library.shipped().load(scenario, language)


@dataclass(frozen=True, slots=True)
class Walk:
    """A talk in which somebody chose at random."""

    scenes: tuple[str, ...]
    replies: tuple[str, ...]
    """As `scene.reply`."""
    offers: tuple[int, ...]
    """How many replies were on offer each time."""
    state: State


def walks(language: str, most: int, scenario: str = "client-x") -> Iterator[Walk]:
    """Walk at random; the same walks each time, and none walked twice."""
    known, further = _walking(language, scenario)
    for number in range(most):
        if number == len(known):
            known.append(next(further))
        yield known[number]


@cache
def _walking(language: str, scenario: str) -> tuple[list[Walk], Iterator[Walk]]:
    """Return the walks walked so far, and what walks further."""
    return [], _walks(loaded(language, scenario))


def _walks(kit: Loaded, longest: int = 120) -> Iterator[Walk]:
    chance = Random(20261123)
    for seed in count():
        state, _ = begin(kit.scenario, seed)
        scenes, replies, offers = [state.scene], [], []
        while state.ending is None and state.turn < longest:
            answer = _at_random(state, kit, chance)
            if isinstance(answer, Choose):
                offers.append(len(offered(state)))
                replies.append(f"{state.scene}.{answer.reply}")
            state, _ = step(state, answer)
            scenes.append(state.scene)
        yield Walk(tuple(scenes), tuple(replies), tuple(offers), state)


def _at_random(state: State, kit: Loaded, chance: Random) -> Answer:
    """Choose a reply, or fill a form in: now rightly, now without a thought."""
    form = kit.scenario.scenes[state.scene].form
    if form is None:
        return Choose(chance.choice(offered(state)).id)
    options = sorted(form.offers.get("options", {})) or [""]
    values = as_expected(state, kit.rulebook, chance.choice(options) or None)
    if chance.random() < CARELESS:
        values = scribbled(state, kit, chance)
    return handed_in(state, kit.rulebook, values)


def scribbled(state: State, kit: Loaded, chance: Random) -> dict[str, object]:
    """Put anything into the form of a scene, enough to hand it in."""
    page = sheet(state, kit.rulebook, kit.scenario.language)
    assert page is not None
    rows = [row for row in page.rows() if row.way is not Way.WORDS]
    values = empty()
    while missing(page, values):
        for row in chance.sample(rows, len(rows) // 2):
            change = (
                dated if row.way is Way.STEPS and chance.random() < 0.5 else toggled
            )
            values = change(values, row)
    return values


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


def talking(kit: Loaded) -> list[Scene]:
    """Return the scenes in which something is answered."""
    return [scene for scene in kit.scenario.scenes.values() if scene.replies]
