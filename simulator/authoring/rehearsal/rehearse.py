"""Let simulated heads of sales play a scenario, and tell what its scores are worth.

    found = rehearse(task, jobs=2)

The same task gives the same result, whatever the number of processes.
(docs/rehearsing.md)
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from simulator.authoring.rehearsal.circles import Circle, circles
from simulator.authoring.rehearsal.covered import Covered, covered
from simulator.authoring.rehearsal.dominated import Dominated, dominated
from simulator.authoring.rehearsal.examples import Example, example
from simulator.authoring.rehearsal.exits import leads_out
from simulator.authoring.rehearsal.findings import PASS
from simulator.authoring.rehearsal.items import ItemFigures, item_analysis
from simulator.authoring.rehearsal.measures import (
    Distribution,
    distribution,
    superiority,
)
from simulator.authoring.rehearsal.plays import Play, Stop, Task, play_all
from simulator.garbage import uncollected
from simulator.reach.extremes import Extremes, extremes
from simulator.reach.heads import STUPID, Head
from simulator.reach.walk import Walker
from simulator.scenario.model import Scenario


class HeadResult(Struct, frozen=True):
    """How the talks of one head went."""

    head: Head
    talks: int
    endings: Mapping[str, int]
    """Ending → talks, in the order of the file; those never come to are left out."""
    stops: Mapping[Stop, int]
    """Why talks came to no ending → how many."""
    turns: float
    """On average."""
    business: Distribution | None
    key_client: Distribution | None


class Separation(Struct, frozen=True):
    """How far the score keeps the best head and another apart."""

    head: Head
    points: float
    """The best head's mean on business above ego, less this one's."""
    superiority: float
    """The chance that a talk of the best head scores above one of this head."""


class Endless(Struct, frozen=True):
    """A head that went on and on."""

    head: Head
    scene: str
    """Where such a talk stood at the limit: one without a way out, or the first."""
    talks: int
    seeds: tuple[int, ...]
    """Of the first of them."""
    stuck: int | None = None
    """The seed of a talk that could not be brought to an ending any more; None where
    one could still be chosen each time, and this head never did."""


class Rehearsal(Struct, frozen=True):
    """What a scenario came to."""

    task: Task
    heads: tuple[HeadResult, ...]
    separation: tuple[Separation, ...]
    covered: Covered
    circles: tuple[Circle, ...]
    endless: tuple[Endless, ...]
    dominated: tuple[Dominated, ...]
    extremes: Extremes
    items: tuple[ItemFigures, ...]
    examples: tuple[Example, ...]
    """Talks that show what is wrong."""


_SEEDS_TOLD = 100
_TRIED = 8
"""Endless talks of a head that are looked at for one that nobody could end."""
_ITEM_LEAST = 30
"""Simulated talks are cheap: fewer than this say nothing of an item."""


@uncollected()
def rehearse(
    task: Task, jobs: int = 1, played: Callable[[int], object] = lambda _: None
) -> Rehearsal:
    """Play a scenario and work out all figures.

    Args:
        task: What is played, how often, from which seed.
        jobs: Processes at most.
        played: Told how many more talks were played.
    """
    told = play_all(task, jobs, played)
    walker = Walker(task.scenario, task.rubric, task.rulebook)
    ended = [one for one in told.plays if one.ending is not None]
    reach = extremes(walker, [(one.business, one.key_client) for one in ended])
    heads = {head: [p for p in told.plays if p.head is head] for head in Head}
    results = tuple(_result(task.scenario, h, plays) for h, plays in heads.items())
    endless = tuple(_endless(task, walker, plays) for plays in heads.values())
    went_on = tuple(one for one in endless if one is not None)
    return Rehearsal(
        task=task,
        heads=results,
        separation=_separation(heads),
        covered=covered(task.scenario, task.rubric, told),
        circles=circles(task.scenario, told.moves),
        endless=went_on,
        dominated=dominated(task.scenario, task.rubric, told.best),
        extremes=reach,
        items=item_analysis(
            task.scenario, [one.items for one in told.plays], _ITEM_LEAST
        ),
        examples=tuple(_examples(task, walker, heads, went_on, reach)),
    )


def _result(scenario: Scenario, head: Head, plays: Sequence[Play]) -> HeadResult:
    ends = Counter(one.ending for one in plays)
    stops = Counter(one.stop for one in plays if one.stop is not None)
    return HeadResult(
        head=head,
        talks=len(plays),
        endings={name: ends[name] for name in scenario.endings if ends[name]},
        stops={stop: stops[stop] for stop in Stop if stops[stop]},
        turns=sum(one.turns for one in plays) / len(plays),
        business=distribution(_floats(one.business for one in plays)),
        key_client=distribution(_floats(one.key_client for one in plays)),
    )


def _separation(heads: Mapping[Head, Sequence[Play]]) -> tuple[Separation, ...]:
    scores = {h: _floats(p.business for p in plays) for h, plays in heads.items()}
    good = scores[Head.BEST]
    others = [h for h in Head if h is not Head.BEST and scores[h]] if good else []
    return tuple(
        Separation(head, _mean(good) - _mean(bad), superiority(good, bad))
        for head in others
        if (bad := scores[head])
    )


def _mean(values: Sequence[float]) -> float:
    found = distribution(values)
    return found.mean if found else 0.0


def _floats(points: Iterable[Fraction | None]) -> list[float]:
    return [float(one) for one in points if one is not None]


def _endless(task: Task, walker: Walker, plays: Sequence[Play]) -> Endless | None:
    found = [one for one in plays if one.stop is Stop.ENDLESS]
    if not found:
        return None
    lasts = [
        (one.seed, walker.play(one.head, one.seed, task.limit).last.state)
        for one in found[:_TRIED]
    ]
    stuck = next(((n, one) for n, one in lasts if not leads_out(one)), None)
    return Endless(
        found[0].head,
        (stuck or lasts[0])[1].scene,
        len(found),
        tuple(one.seed for one in found[:_SEEDS_TOLD]),
        stuck[0] if stuck else None,
    )


def _examples(
    task: Task,
    walker: Walker,
    heads: Mapping[Head, Sequence[Play]],
    endless: Sequence[Endless],
    reach: Extremes,
) -> Iterator[Example]:
    """Yield a talk for each finding that a talk can show."""
    for head in STUPID:
        if _mean(_floats(one.business for one in heads[head])) >= PASS:
            passed = max(heads[head], key=lambda one: (one.business or 0, -one.seed))
            yield _played("SCN881", head, passed.seed, task, walker)
    for one in endless:
        if one.stuck is not None:
            yield _played("SCN882", one.head, one.stuck, task, walker)
    best = reach.business.best
    if best is not None and best < PASS and reach.best_trail:
        yield example("SCN885", None, task.seed, reach.best_trail, walker)


def _played(code: str, head: Head, seed: int, task: Task, walker: Walker) -> Example:
    walked = walker.play(head, seed, task.limit)
    return example(code, head, seed, walked.trail(), walker)
