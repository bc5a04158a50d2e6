"""What of a talk so far can still matter: for what may follow, and for the scores.

Two talks of one essence have the same future and the same final scores, whatever
is answered from there on. It may tell apart what does not matter, never the reverse.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from scoring.codes import REQUESTS
from scoring.gather import CapReason, PrincipleResult
from scoring.principles import HIGHEST_LEVEL
from simulator.engine import State
from simulator.reach.scorer import Scorer
from simulator.reach.trail import Step
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
from simulator.scenario.guards import guards
from simulator.scenario.model import Scenario

_OF_FORMS: Final = frozenset({TestName.FILLED, TestName.PUT, TestName.DECIDED})
_BIGGEST: Final = 10**9


class Essence(Struct, frozen=True):
    """Tells talks of one scenario apart by what can still matter."""

    meters: tuple[str, ...]
    turns: int
    """Turns are told apart up to this number."""
    visits: int
    """Visits are told apart up to this number."""
    fruitless: int
    """Fruitless turns are told apart up to this number."""
    news: bool
    """True when it matters whether a turn brings something new."""
    codes: bool
    replies: frozenset[str]
    """Those of which it matters whether they were said, as `scene.reply`, even where
    news does not matter."""
    forms: bool

    def of(self, state: State, trail: Sequence[Step], scorer: Scorer) -> Hashable:
        """Return the essence of a talk so far."""
        return self._future(state), _scores(trail, scorer)

    def _future(self, state: State) -> Hashable:
        return (
            state.scene,
            state.ending,
            frozenset(state.known),
            state.flags,
            frozenset(state.used if self.news else self.replies & state.used.keys()),
            state.codes if self.codes or self.news else None,
            tuple([state.meters[name] for name in self.meters]),
            min(state.turn, self.turns),
            self._visits(state),
            min(state.fruitless, self.fruitless),
            tuple(state.forms.items()) if self.forms else None,
        )

    def _visits(self, state: State) -> Hashable:
        if not self.visits:
            return None
        return frozenset([(n, min(c, self.visits)) for n, c in state.visits.items()])


def essence(scenario: Scenario) -> Essence:
    """Return what can matter in a scenario: what its conditions ask, and patience."""
    steering = [one.condition for one in guards(scenario) if one.steers]
    asked = [part for condition in steering for part in _parts(condition)]
    numbers = [n for one in asked if isinstance(one, Compare) for n in _numbers(one)]
    tests = {one.name for one in asked if isinstance(one, Ask)}
    names = {number.name for number, _ in numbers}
    patience = scenario.patience.turns if scenario.patience else 0
    fruitless = max(_most(numbers, NumberName.FRUITLESS), patience)
    return Essence(
        meters=tuple(
            sorted({n.about for n, _ in numbers if n.name is NumberName.METER})
        ),
        turns=_most(numbers, NumberName.TURNS),
        visits=_most(numbers, NumberName.VISITS),
        fruitless=fruitless,
        news=bool(fruitless) or _requests(scenario),
        codes=TestName.SAID in tests,
        replies=frozenset(_remembered(scenario, asked)),
        forms=NumberName.RIGHT in names or not _OF_FORMS.isdisjoint(tests),
    )


def _scores(trail: Sequence[Step], scorer: Scorer) -> Hashable:
    """Return what the final scores take from the turns so far, besides the facts."""
    rules = dict.fromkeys(one.number for one in reversed(trail) if one.on_rules)
    return (
        tuple([_standing(one) for one in scorer.results(trail)]),
        tuple(rules),
        any(one.red_flag for one in trail),
    )


def _standing(result: PrincipleResult) -> Hashable:
    """Return what stands on a principle: opportunities, violations, circles.

    The level of an opportunity is its best try; whether that try was a violation, or
    the chance was missed, settles what a later try may change.
    """
    circles = [cap for cap in result.caps if cap.reason is CapReason.CIRCLING]
    caps = [cap for cap in result.caps if cap.reason is not CapReason.CIRCLING]
    return (
        frozenset(
            [
                (one.scene, one.level, one.rating and one.rating.violation, one.form)
                for one in result.opportunities
            ]
        ),
        frozenset([(cap.reason, cap.code) for cap in caps]),
        min(len(circles), HIGHEST_LEVEL),
    )


def _most(numbers: Sequence[tuple[Number, int | None]], name: NumberName) -> int:
    """Return up to where a number is told apart: beyond, no condition can tell."""
    held = [bound for number, bound in numbers if number.name is name]
    return max((_BIGGEST if b is None else b + 1 for b in held), default=0)


def _numbers(one: Compare) -> Iterator[tuple[Number, int | None]]:
    """Yield the numbers compared, each with the constant it is held against."""
    for mine, other in ((one.left, one.right), (one.right, one.left)):
        if isinstance(mine, Number):
            yield mine, other if isinstance(other, int) else None


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    match condition:
        case Not(inner):
            yield from _parts(inner)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _parts(part)
        case _:
            pass


def _remembered(scenario: Scenario, asked: Sequence[Condition]) -> Iterator[str]:
    """Yield the replies that are offered once only, or that a condition asks about."""
    for scene in scenario.scenes.values():
        yield from (f"{scene.id}.{one.id}" for one in scene.replies if one.once)
    for one in asked:
        if isinstance(one, Ask) and one.name is TestName.CHOSE:
            yield one.about


def _requests(scenario: Scenario) -> bool:
    """Tell whether anything said can circle: repeated requests cost a level."""
    return any(
        use.code in REQUESTS
        for scene in scenario.scenes.values()
        for reply in scene.replies
        for use in reply.does
    )
