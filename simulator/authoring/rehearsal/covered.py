"""What the talks of a rehearsal came to, and what they never did."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from msgspec import Struct

from scoring.rubric import Rubric, rate
from simulator.authoring.rehearsal.coverage import Seen, conditions
from simulator.authoring.rehearsal.plays import Told
from simulator.reach.trail import Move
from simulator.scenario.model import Scenario


class Covered(Struct, frozen=True):
    """What the talks came to, and what they never did; in the order of the file."""

    scenes: Mapping[str, int]
    """Scene → turns taken there."""
    replies: Mapping[str, int]
    """Reply, as `scene.reply` → how often it was given."""
    offered: frozenset[str]
    """Replies that were on offer at some time."""
    outcomes: Mapping[str, tuple[bool, bool]]
    """Condition, by the keys of the file → whether it ever held, ever failed."""
    rows: Mapping[str, bool]
    """Row of the rubric → whether it gave a level at some time."""
    endings: Mapping[str, int]
    """Ending → talks that came to it."""
    facts: Mapping[str, int]
    """Fact needed for the decision → talks that got it."""
    apart: tuple[tuple[str, str], ...]
    """Two such facts that were got, and never both in one talk."""


def covered(scenario: Scenario, rubric: Rubric, told: Told) -> Covered:
    """Return what the talks came to."""
    given = Counter[str]()
    turns = Counter[str]()
    for move, times in told.moves.items():
        turns[move.scene] += times
        given[_name(move)] += times
    seen: Seen = told.seen
    facts = _got(scenario, told)
    return Covered(
        scenes={scene: turns[scene] for scene in scenario.scenes},
        replies={
            name: given[name]
            for scene in scenario.scenes.values()
            for name in (f"{scene.id}.{reply.id}" for reply in scene.replies)
        },
        offered=seen.offered,
        outcomes={
            place: ((place, True) in seen.outcomes, (place, False) in seen.outcomes)
            for place in conditions(scenario)
        },
        rows=_rows(scenario, rubric, given),
        endings={ending: told.came[ending] for ending in scenario.endings},
        facts=facts,
        apart=tuple(
            two
            for two in combinations([fact for fact in facts if facts[fact]], 2)
            if not any(known.issuperset(two) for known in told.learned)
        ),
    )


def _got(scenario: Scenario, told: Told) -> dict[str, int]:
    """Return how many talks got each fact that the decision needs."""
    return {
        fact.id: sum(n for known, n in told.learned.items() if fact.id in known)
        for fact in scenario.client.facts.values()
        if fact.needed
    }


def _rows(
    scenario: Scenario, rubric: Rubric, given: Mapping[str, int]
) -> dict[str, bool]:
    """Return which rows of the rubric gave a level to a reply that was given."""
    deciding = {
        rating.row.id
        for scene in scenario.scenes.values()
        for reply in scene.replies
        if given.get(f"{scene.id}.{reply.id}")
        for rating in rate(rubric, reply.does, reply.levels)
        if rating.row is not None
    }
    return {row.id: row.id in deciding for row in rubric.rows}


def _name(move: Move) -> str:
    return f"{move.scene}.{move.reply}"
