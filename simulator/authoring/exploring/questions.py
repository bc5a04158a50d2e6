"""What conditions ask about a talk, and which talks they cannot tell apart."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from simulator.engine import State
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Condition,
    Not,
    Number,
    NumberName,
    TestName,
)
from simulator.scenario.guards import Guard
from simulator.scenario.model import HIGHEST_METER, STAY, Effects, Scenario

Question = Number | Ask
UNBOUNDED: Final = 1_000_000_000
"""Up to where counts are told apart that are held against each other."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """What is told apart from one state to the next."""

    questions: frozenset[Question] = frozenset()
    """With `visits` of "this scene" written out."""
    limits: Mapping[Question, frozenset[int]] = field(
        default_factory=dict[Question, frozenset[int]]
    )
    """Number → what it is held against; nothing beyond the highest matters."""
    _changing: frozenset[str] = field(init=False, repr=False, compare=False)
    """Meters, facts and flags that are asked about."""

    def __post_init__(self) -> None:
        """Gather once what is asked for every move."""
        kinds = (NumberName.METER, TestName.KNOWS, TestName.FLAG)
        told = frozenset(q.about for q in self.questions if q.name in kinds)
        object.__setattr__(self, "_changing", told)

    def knows_all(self, guard: Guard, story: Scenario) -> bool:
        """Tell whether all that a condition asks about is told apart."""
        return self.questions.issuperset(asked(guard.condition, guard.scene, story))

    def counts_turns(self) -> bool:
        """Tell whether every turn makes a difference."""
        names = {one.name for one in self.questions}
        return bool(names & {NumberName.TURNS, NumberName.FRUITLESS})

    def matters(self, effects: Effects) -> bool:
        """Tell whether a move changes anything that is told apart."""
        if effects.to not in (None, STAY):
            return True
        told = self._changing
        changed = (*effects.learn, *effects.tell, *effects.flags)
        if not told.isdisjoint(changed):
            return True
        return any(f"{one.person}.{one.meter}" in told for one in effects.shifts)

    def key(self) -> Hashable:
        """Return what is equal where the same is told apart."""
        return self.questions, frozenset(self.limits.items())

    def cap(self, question: Question) -> int:
        """Return the first number from which on no condition tells a difference."""
        return max(self.limits.get(question, frozenset()), default=0) + 1


def tracked(watched: Iterable[Guard], story: Scenario) -> Tracked:
    """Return what some conditions ask about."""
    questions: set[Question] = set()
    limits: dict[Question, frozenset[int]] = {}
    for guard in watched:
        questions.update(asked(guard.condition, guard.scene, story))
        for question, limit in _limits(guard.condition):
            for one in _written_out(question, guard.scene, story):
                limits[one] = limits.get(one, frozenset()) | {limit}
    return Tracked(frozenset(questions), limits)


def asked(condition: Condition, scene: str, story: Scenario) -> Iterator[Question]:
    """Yield what a condition asks about.

    Args:
        condition: Any.
        scene: Where it is asked; empty: in every scene.
        story: Names the scenes.
    """
    match condition:
        case Compare():
            for side in (condition.left, condition.right):
                if isinstance(side, Number):
                    yield from _written_out(side, scene, story)
        case Ask():
            yield condition
        case Not():
            yield from asked(condition.inner, scene, story)
        case All() | AnyOf():
            for part in condition.parts:
                yield from asked(part, scene, story)
        case _:
            return


def facts_asked(
    told: Tracked, watched: Iterable[Guard], story: Scenario
) -> frozenset[str]:
    """Return the facts of which it is asked whether they are known."""
    questions = set(told.questions)
    for guard in watched:
        questions.update(asked(guard.condition, guard.scene, story))
    return frozenset(q.about for q in questions if q.name is TestName.KNOWS)


def forms_asked(told: Tracked, story: Scenario) -> set[str]:
    """Return the scenes with forms of which something must be told apart."""
    found: set[str] = set()
    for question in told.questions:
        if question.name is TestName.DECIDED:
            found.update(one.id for one in story.scenes.values() if one.form)
        elif question.name is TestName.PUT:
            found.add(question.about.partition(".")[0])
        elif question.name in (NumberName.RIGHT, TestName.FILLED):
            found.add(question.about)
    return found


def _written_out(number: Number, scene: str, story: Scenario) -> Iterator[Number]:
    if number.name is not NumberName.VISITS or number.about:
        yield number
        return
    for one in (scene,) if scene else story.scenes:
        yield Number(number.name, one)


def _limits(condition: Condition) -> Iterator[tuple[Number, int]]:
    match condition:
        case Compare(left, _, right):
            for side, other in ((left, right), (right, left)):
                if isinstance(side, Number):
                    yield side, _limit(other)
        case Not():
            yield from _limits(condition.inner)
        case All() | AnyOf():
            for part in condition.parts:
                yield from _limits(part)
        case _:
            return


def _limit(other: Number | int) -> int:
    if isinstance(other, int):
        return other
    return HIGHEST_METER if other.name is NumberName.METER else UNBOUNDED


def merger(told: Tracked, once: Iterable[str]) -> Callable[[State], Hashable]:
    """Return the function that gives equal values for states with one future.

    Args:
        told: What must be told apart.
        once: Replies, as `scene.reply`, of which it matters whether they were said.
    """
    meters = _about(told, NumberName.METER)
    visits = [
        (q.about, told.cap(q))
        for q in sorted(told.questions, key=repr)
        if q.name is NumberName.VISITS
    ]
    facts = frozenset(_about(told, TestName.KNOWS))
    flags = frozenset(_about(told, TestName.FLAG))
    codes = frozenset(_about(told, TestName.SAID))
    used = frozenset((*_about(told, TestName.CHOSE), *once))
    rest = [part for name, part in _PARTS.items() if _about(told, name)]
    caps = {
        name: told.cap(Number(name, ""))
        for name in (NumberName.TURNS, NumberName.FRUITLESS)
        if Number(name, "") in told.questions
    }
    counted = bool(visits or rest or caps)

    def key(state: State) -> Hashable:
        temper = state.meters
        here = (
            state.scene,
            *[temper[name] for name in meters],
            facts.intersection(state.known) if facts else None,
            flags & state.flags if flags else None,
            codes & state.codes if codes else None,
            used.intersection(state.used) if used else None,
        )
        if not counted:
            return here
        return (
            *here,
            *[min(state.visits.of(name), cap) for name, cap in visits],
            *[part(state) for part in rest],
            *[_COUNTED[name](state, cap) for name, cap in caps.items()],
        )

    return key


def _about(told: Tracked, name: NumberName | TestName) -> list[str]:
    return sorted(one.about for one in told.questions if one.name is name)


def _since_when_fruitless(state: State, cap: int) -> Hashable:
    """Return what decides whether turns are fruitless: all that was heard before."""
    heard = (state.flags, state.codes, frozenset(state.used))
    return min(state.fruitless, cap), frozenset(state.known), *heard


_COUNTED: Final[Mapping[NumberName, Callable[[State, int], Hashable]]] = {
    NumberName.TURNS: lambda state, cap: min(state.turn, cap),
    NumberName.FRUITLESS: _since_when_fruitless,
}
_PARTS: Final[Mapping[NumberName | TestName, Callable[[State], Hashable]]] = {
    NumberName.RIGHT: lambda s: frozenset((n, f.right) for n, f in s.forms.items()),
    TestName.FILLED: lambda s: frozenset(s.forms),
    TestName.PUT: lambda s: frozenset((n, f.items) for n, f in s.forms.items()),
    TestName.DECIDED: lambda s: tuple(f.option for f in s.forms.values() if f.option),
}
"""What is told apart of the forms handed in."""
