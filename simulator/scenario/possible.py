"""Which conditions can hold, alone or together, as far as it shows in their words.

A no is certain: what they ask of one question contradicts itself, or asks a number for
what it never is. A yes only means that nothing of the kind shows.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Comparison,
    Condition,
    Not,
    Number,
    NumberName,
    TestName,
)
from simulator.scenario.contraries import TURNED, contrary, settled
from simulator.scenario.model import HIGHEST_METER

FAR: Final = 1_000_000_000
"""More than any count comes to."""
STEPS: Final = 2_000
"""So many parts of conditions are looked at; a longer one may hold, for all we know."""
_HIGHEST: Final[Mapping[NumberName, int]] = {
    NumberName.METER: HIGHEST_METER,
    NumberName.RIGHT: 100,
}

Known = Mapping[Ask, bool]
Most = Mapping[NumberName, int]


class Range(Struct, frozen=True):
    """What a number may still be."""

    least: int
    most: int
    not_: frozenset[int] = frozenset()
    """What it is not, within."""

    def cut(self, how: Comparison, limit: int) -> "Range":
        """Return what is left where a comparison holds."""
        match how:
            case Comparison.LESS | Comparison.AT_MOST:
                top = limit - (how is Comparison.LESS)
                return Range(self.least, min(self.most, top), self.not_)
            case Comparison.MORE | Comparison.AT_LEAST:
                bottom = limit + (how is Comparison.MORE)
                return Range(max(self.least, bottom), self.most, self.not_)
            case Comparison.EQUAL:
                return self.cut(Comparison.AT_MOST, limit).cut(
                    Comparison.AT_LEAST, limit
                )
            case Comparison.UNEQUAL:
                return Range(self.least, self.most, self.not_ | {limit})

    @property
    def empty(self) -> bool:
        """Tell whether nothing is left."""
        size = self.most - self.least + 1
        inside = sum(self.least <= one <= self.most for one in self.not_)
        return size <= inside


Held = Number | tuple[Number, ...]
"""A number; or two of which the difference is held against one; or none: nought."""
Ranges = Mapping[Held, Range]


def possible(condition: Condition, most: Most | None = None) -> bool:
    """Tell whether a condition can hold.

    Args:
        condition: Any.
        most: The highest that numbers of a kind come to, where a scenario says so.
    """
    return _Search(most or {}).fits([settled(condition)], _Settled({}, {}))


def certain(condition: Condition, most: Most | None = None) -> bool:
    """Tell whether a condition always holds, whatever happens in a talk."""
    return not possible(contrary(condition), most)


def never_together(one: Condition | None, other: Condition | None) -> bool:
    """Tell whether two conditions plainly exclude each other; None always holds."""
    if one is None or other is None:
        return False
    return not possible(All((one, other)))


def implies(one: Condition | None, other: Condition | None) -> bool:
    """Tell whether the other condition plainly holds wherever one does."""
    if other is None:
        return True
    return one is not None and not possible(All((one, contrary(other))))


def always_one_of(conditions: Sequence[Condition | None]) -> bool:
    """Tell whether there is plainly always one of the conditions that holds."""
    asked = [one for one in conditions if one is not None]
    if len(asked) < len(conditions):
        return True
    return not possible(All(tuple(contrary(one) for one in asked)))


class _Settled(Struct, frozen=True):
    """What must be so for the parts that were looked at."""

    known: Known
    ranges: Ranges

    def also(self, part: Condition, most: Most) -> "_Settled | None":
        """Return what must be so where one part more holds; None where it cannot."""
        match part:
            case bool():
                return self if part else None
            case Ask():
                return self._answered(part, True)
            case Not(Ask() as ask):
                return self._answered(ask, False)
            case Compare():
                return self._compared(part, most)
            case _:
                return self

    def _answered(self, ask: Ask, answer: bool) -> "_Settled | None":
        now = dict(_following(ask, answer))
        if any(self.known.get(one, how) is not how for one, how in now.items()):
            return None
        if answer and ask.name is TestName.DECIDED and self._decides_otherwise(ask):
            return None
        return _Settled({**self.known, **now}, self.ranges)

    def _compared(self, compare: Compare, most: Most) -> "_Settled | None":
        held, how, limit = _put_right(compare)
        left = self.ranges.get(held, _whole(held, most)).cut(how, limit)
        if left.empty:
            return None
        return _Settled(self.known, {**self.ranges, held: left})

    def _decides_otherwise(self, ask: Ask) -> bool:
        """Tell whether another option is decided on: of several the last one stands."""
        return any(
            one.name is TestName.DECIDED and holds and one.about != ask.about
            for one, holds in self.known.items()
        )


class _Search:
    """Looks for a way in which all parts can hold."""

    def __init__(self, most: Most) -> None:
        self._most = {**_HIGHEST, **most}
        self._left = STEPS

    def fits(self, parts: Sequence[Condition], so_far: _Settled) -> bool:
        """Tell whether parts can hold together where so much is settled."""
        self._left -= 1
        if not parts or self._left < 0:
            return True
        first, rest = parts[0], parts[1:]
        match first:
            case All(inner):
                # What leaves a choice comes last: then there is less to choose from.
                return self.fits(sorted((*inner, *rest), key=_leaves_a_choice), so_far)
            case AnyOf(inner):
                return any(self.fits((one, *rest), so_far) for one in inner)
            case _:
                after = so_far.also(first, self._most)
                return after is not None and self.fits(rest, after)


def _leaves_a_choice(condition: Condition) -> bool:
    return isinstance(condition, AnyOf)


def _following(ask: Ask, answer: bool) -> Iterator[tuple[Ask, bool]]:
    """Yield what an answer settles: on a form stands nothing before it is filled in."""
    yield ask, answer
    if answer and ask.name is TestName.PUT:
        yield Ask(TestName.FILLED, ask.about.partition(".")[0]), True


def _whole(held: Held, most: Most) -> Range:
    """Return all that a number, or a difference, can be."""
    if isinstance(held, Number):
        return Range(0, most.get(held.name, FAR))
    return Range(-FAR, FAR) if held else Range(0, 0)


def _put_right(compare: Compare) -> tuple[Held, Comparison, int]:
    """Return what is held against a number, how, and against which."""
    match compare.left, compare.right:
        case Number() as number, int(limit):
            return number, compare.how, limit
        case int(limit), Number() as number:
            return number, TURNED[compare.how], limit
        case Number() as left, Number() as right if left != right:
            if repr(left) < repr(right):
                return (left, right), compare.how, 0
            return (right, left), TURNED[compare.how], 0
        case int(left), int(right):
            return (), compare.how, right - left
        case _:
            return (), compare.how, 0
