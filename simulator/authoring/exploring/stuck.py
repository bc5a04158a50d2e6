"""States of a talk from which it cannot come to an end."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from simulator.authoring.exploring.answers import name_of
from simulator.authoring.exploring.walk import END, Walk
from simulator.engine import Answer, EngineError, State, begin, offered, step
from simulator.scenario.model import Scenario

_TRIES: Final = 8
"""So many states of a scene are tried for one that its patience allows."""


class Stuck(Struct, frozen=True):
    """A state that a talk comes to and does not leave as it should."""

    scene: str
    answers: tuple[Answer, ...]
    """A shortest way there."""
    names: tuple[str, ...]
    """The same in words: ids of replies, `fill(scene)`, `say(code)`; first what a talk
    before this one brought, `carried(facts)`."""
    carried: tuple[str, ...] | None = None
    """The facts brought; None where there was no talk before."""

    @property
    def way(self) -> str:
        """Write the way on one line, for a message; `-` at the beginning."""
        return ", ".join(self.names) or "-"


def dead_ends(walk: Walk, story: Scenario) -> tuple[Stuck, ...]:
    """Return a state of each scene in which nothing is on offer, and no ending.

    Args:
        walk: Through the bare scenario.
        story: The scenario itself, in which every way is tried: its patience may
            end a talk before it comes there.
    """
    numbers = [number for number in sorted(walk.expanded) if not walk.chosen[number]]
    return tuple(_by_scene(numbers, walk, story, _is_dead))


def endless(walk: Walk, story: Scenario) -> tuple[Stuck, ...]:
    """Return a state of each scene from which no ending can be reached any more.

    Of the states in such a circle those are told through which it is entered. A
    state that leads to a dead end is left out, since that is told already.

    Args:
        walk: Through the bare scenario.
        story: The scenario itself; where its patience ends a circle, it ends.
    """
    lost = _lost(walk)
    if story.patience is not None:
        lost -= _tiring(walk, lost)
    before = _backwards(walk, spoken=True)
    entered = [
        n
        for n in sorted(lost)
        if n in walk.starts or any(p not in lost for p in before[n])
    ]
    return tuple(_by_scene(entered, walk, story, lambda state: state.ending is None))


def _lost(walk: Walk) -> set[int]:
    """Return the states that only lead round and round.

    Somebody who chooses cannot leave a circle by own words; only a state that own
    words lead to is left by them.
    """
    by_choice = _back_from_ends(walk, spoken=False)
    by_words = _back_from_ends(walk, spoken=True)
    numbers = range(len(walk.states))
    return {
        number
        for number in numbers
        if number not in (by_choice if number < walk.by_choice else by_words)
    }


def _back_from_ends(walk: Walk, spoken: bool) -> set[int]:
    """Return the states that can end, may end for all we know, or are dead."""
    known = {n for n in walk.expanded if walk.chosen[n]}
    if spoken:
        known -= walk.unheard()
    open_ends = set(range(len(walk.states))) - known
    ways = _ways(walk, spoken)
    ends = {n for n, leads in enumerate(ways) if END in leads}
    return _closure(open_ends | ends, _backwards(walk, spoken))


def _tiring(walk: Walk, lost: set[int]) -> set[int]:
    """Return the lost states from which one can circle until patience ends it.

    That is every circle but one through a form, which is always something new.
    """
    talking = {n for n in lost if walk.story.scenes[walk.states[n].scene].form is None}
    ways = _ways(walk, spoken=False)
    left = {n: sum(to in talking for to in ways[n]) for n in talking}
    before = _backwards(walk, spoken=False)
    ready = [n for n, count in left.items() if not count]
    while ready:
        done = ready.pop()
        del left[done]
        for number in before[done]:
            if number in left:
                left[number] -= 1
                if not left[number]:
                    ready.append(number)
    return _closure(set(left), before)


def _ways(walk: Walk, spoken: bool) -> list[set[int]]:
    """Return where each state leads."""
    return [
        {to for _, to in chosen} | ({to for _, to in said} if spoken else set())
        for chosen, said in zip(walk.chosen, walk.spoken, strict=True)
    ]


def _backwards(walk: Walk, spoken: bool) -> dict[int, set[int]]:
    """Return from where each state is reached."""
    before: dict[int, set[int]] = defaultdict(set)
    for number, leads in enumerate(_ways(walk, spoken)):
        for to in leads:
            before[to].add(number)
    return before


def _closure(start: set[int], edges: dict[int, set[int]]) -> set[int]:
    found, waiting = set(start), list(start)
    while waiting:
        for number in edges.get(waiting.pop(), ()):
            if number not in found:
                found.add(number)
                waiting.append(number)
    return found


def _is_dead(state: State) -> bool:
    scene = state.story.scenes[state.scene]
    return state.ending is None and scene.form is None and not offered(state)


def _by_scene(
    numbers: Iterable[int], walk: Walk, story: Scenario, fits: Callable[[State], bool]
) -> Iterator[Stuck]:
    """Yield for each scene a state that the scenario itself comes to, soonest."""
    found: dict[str, list[_Way]] = defaultdict(list)
    ways = _Ways(walk)
    for number in numbers:
        way = ways.to(number)
        if way is not None:
            found[walk.states[number].scene].append(way)
    for scene, several in found.items():
        for way in islice(sorted(several, key=_length), _TRIES):
            played = _played(story, way)
            if played is not None and played[-1].scene == scene and fits(played[-1]):
                carried, answers = way
                yield Stuck(scene, answers, tuple(_named(way, played)), carried)
                break


_Way = tuple[tuple[str, ...] | None, tuple[Answer, ...]]
"""What a talk before brought, and what is answered."""


def _length(way: _Way) -> tuple[int, int]:
    """Put short ways first, and of these those that need no talk before."""
    carried, answers = way
    return len(answers), -1 if carried is None else len(carried)


def _named(way: _Way, played: Sequence[State]) -> Iterator[str]:
    carried, answers = way
    if carried is not None:
        yield f"carried({', '.join(carried)})"
    for answer, state in zip(answers, played[:-1], strict=True):
        yield name_of(answer, state.scene)


def _played(story: Scenario, way: _Way) -> list[State] | None:
    """Play answers in the scenario itself; None when it ends before."""
    carried, answers = way
    states = [begin(story, 1, carried=carried)[0]]
    try:
        for answer in answers:
            states.append(step(states[-1], answer)[0])
    except EngineError:
        return None
    return states


class _Ways:
    """The shortest ways to all states from where a talk may begin."""

    def __init__(self, walk: Walk) -> None:
        self._starts = walk.starts
        self._from: dict[int, tuple[int, Answer] | None] = dict.fromkeys(walk.starts)
        waiting = deque(self._from)
        while waiting:
            number = waiting.popleft()
            for answer, to in (*walk.chosen[number], *walk.spoken[number]):
                if to != END and to not in self._from:
                    self._from[to] = (number, answer)
                    waiting.append(to)

    def to(self, number: int) -> _Way | None:
        """Return how a state is come to; None where nothing leads to it."""
        if number not in self._from:
            return None
        answers: list[Answer] = []
        last = self._from[number]
        while last is not None:
            number, answer = last
            answers.append(answer)
            last = self._from[number]
        return self._starts[number], tuple(reversed(answers))
