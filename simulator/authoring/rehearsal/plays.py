"""Play the talks of all heads, on one core or on many, with the same result.

Talks are played in chunks of a fixed size, and what the chunks tell is put together
in their order: so it does not matter how many processes play them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from typing import Final, NamedTuple

from msgspec import Struct, field

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from scoring.terms import Term
from simulator.authoring.rehearsal.coverage import Coverage, Seen
from simulator.garbage import uncollected
from simulator.reach.heads import UNWAVERING, Head
from simulator.reach.scorer import Item
from simulator.reach.trail import Move
from simulator.reach.walk import Position, Walked, Walker
from simulator.scenario.model import Scenario

CHUNK: Final = 250
"""Talks that a process plays before it tells of them."""
MANY: Final = 1_000
"""From so many talks on other processes are worth their start."""
BEST_SHARE: Final = 20
"""The best head plays one talk in so many: its talks differ little."""


class Stop(Term):
    """Why a talk came to no ending."""

    ENDLESS = "endless"
    """The limit of turns was reached, and there was still something to answer."""
    DEAD_END = "dead-end"
    """Nothing was on offer."""


class Task(Struct, frozen=True):
    """What is rehearsed."""

    scenario: Scenario
    rubric: Rubric
    rulebook: Rulebook
    plays: int
    """Talks in all, at least; see `shares`."""
    seed: int = 1
    limit: int = 200
    """The most turns of a talk."""


class Chunk(NamedTuple):
    """Talks of one head, numbered in a row."""

    head: Head
    first: int
    talks: int


class Play(Struct, frozen=True):
    """What one talk came to."""

    head: Head
    seed: int
    """Fixes what the head left to chance."""
    ending: str | None
    stop: Stop | None
    """Why there is no ending; None when there is one."""
    turns: int
    business: Fraction | None
    key_client: Fraction | None
    items: tuple[tuple[Item, int], ...]


class Best(Struct):
    """The best that came of talks in which a reply was given."""

    business: float = -1.0
    """0..100; -1 where no principle was reached in any."""
    key_client: float = -1.0

    def take(self, business: float, key_client: float) -> None:
        """Keep the better of each."""
        if business > self.business:
            self.business = business
        if key_client > self.key_client:
            self.key_client = key_client


class Told(Struct):
    """What talks told, in the order in which they were played."""

    plays: list[Play] = []
    moves: Counter[Move] = field(default_factory=Counter[Move])
    best: dict[tuple[str, str], Best] = {}
    came: Counter[str] = field(default_factory=Counter[str])
    """Scene or ending → how many talks came to it."""
    learned: Counter[frozenset[str]] = field(default_factory=Counter[frozenset[str]])
    """Facts needed for the decision that one talk got together → how many talks."""
    seen: Seen = field(default_factory=Seen)

    def take(self, other: "Told") -> None:
        """Add what later talks told."""
        self.plays += other.plays
        self.moves.update(other.moves)
        self.came.update(other.came)
        self.learned.update(other.learned)
        self.seen = self.seen.with_more(other.seen)
        for name, best in other.best.items():
            mine = self.best.setdefault(name, Best())
            mine.take(best.business, best.key_client)


def shares(plays: int) -> dict[Head, int]:
    """Share talks out among the heads.

    The two that leave nothing to chance play once, the best one a twentieth; of the
    rest the random head plays half, for it comes everywhere, and the other five the
    other half. Every head plays at least once.
    """
    found = dict.fromkeys(Head, 1)
    wavering = [h for h in Head if h not in UNWAVERING | {Head.BEST, Head.RANDOM}]
    found[Head.BEST] = max(1, plays // BEST_SHARE)
    left = plays - found[Head.BEST] - len(UNWAVERING)
    for head in wavering:
        found[head] = max(1, left // 2 // len(wavering))
    found[Head.RANDOM] = max(1, left - sum(found[head] for head in wavering))
    return found


def play_all(
    task: Task, jobs: int, played: Callable[[int], object] = lambda _: None
) -> Told:
    """Play the talks of all heads.

    Args:
        task: What is played, and how often.
        jobs: Processes at most; the result is the same for any number.
        played: Told how many more talks were played, for a progress bar.
    """
    told = Told()
    with uncollected():
        for part in _parts(task, list(chunks(task)), jobs):
            told.take(part)
            played(len(part.plays))
    return told


def chunks(task: Task) -> Iterator[Chunk]:
    """Yield the chunks in which the talks are played, in their order."""
    for head, count in shares(task.plays).items():
        for first in range(0, count, CHUNK):
            yield Chunk(head, first, min(CHUNK, count - first))


def _parts(task: Task, wanted: Sequence[Chunk], jobs: int) -> Iterable[Told]:
    if jobs == 1 or task.plays < MANY:
        player = Player(task)
        return (player.chunk(chunk) for chunk in wanted)
    return _in_processes(task, wanted, min(jobs, len(wanted)))


def _in_processes(task: Task, wanted: Sequence[Chunk], jobs: int) -> Iterator[Told]:
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(task,)) as pool:
        yield from pool.map(_work, wanted)


_player: list["Player"] = []
"""The one player of a process."""


def _begin(task: Task) -> None:
    _player[:] = [Player(task)]


def _work(chunk: Chunk) -> Told:
    return _player[0].chunk(chunk)


class Player:
    """Plays talks and notes what they tell."""

    def __init__(self, task: Task) -> None:
        """Begin; nothing is played yet."""
        self.task = task
        self.coverage = Coverage(task.scenario)
        facts = task.scenario.client.facts.values()
        self.needed = frozenset(fact.id for fact in facts if fact.needed)
        rules = (task.rubric, task.rulebook)
        self.walker = Walker(task.scenario, *rules, witness=self.coverage)

    def chunk(self, chunk: Chunk) -> Told:
        """Play the talks of one chunk."""
        told = Told()
        with uncollected():
            for number in range(chunk.first, chunk.first + chunk.talks):
                seed = self.task.seed + number
                walked = self.walker.play(chunk.head, seed, self.task.limit)
                self._note(told, chunk.head, seed, walked)
        told.seen = self.coverage.seen()
        return told

    def _note(self, told: Told, head: Head, seed: int, walked: Walked) -> None:
        play = self.play(head, seed, walked)
        told.plays.append(play)
        moves = [one.move for one in walked.positions[1:]]
        told.moves.update(moves)
        told.came.update({self.task.scenario.start, *[one.target for one in moves]})
        told.learned[self.needed.intersection(walked.last.state.known)] += 1
        business, key_client = _float(play.business), _float(play.key_client)
        for name in {move[:2] for move in moves}:
            best = told.best.get(name)
            if best is None:
                best = told.best[name] = Best()
            best.take(business, key_client)

    def play(self, head: Head, seed: int, walked: Walked) -> Play:
        """Return what a talk came to."""
        state = walked.last.state
        outcome = self.walker.outcome(state)
        scored = self.walker.scorer.score(walked.trail(), state, outcome)
        return Play(
            head=head,
            seed=seed,
            ending=state.ending,
            stop=_stop(walked.last),
            turns=state.turn,
            business=scored.business,
            key_client=scored.key_client,
            items=scored.items,
        )


def _stop(last: Position) -> Stop | None:
    if last.state.ending is not None:
        return None
    return Stop.DEAD_END if last.over else Stop.ENDLESS


def _float(points: Fraction | None) -> float:
    return -1.0 if points is None else float(points)
