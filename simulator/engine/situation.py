"""Does a condition hold, as the talk stands?"""

from collections.abc import Callable, Mapping, Set
from operator import eq, ge, gt, le, lt, ne
from typing import Any, Final, Protocol

from scoring.codes import Code
from simulator.engine.counts import Counts
from simulator.engine.handed import Handed
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


class Situation(Protocol):
    """What conditions may ask about."""

    @property
    def turn(self) -> int:
        """Answers given so far."""
        ...

    @property
    def scene(self) -> str:
        """The scene the talk is in."""
        ...

    @property
    def meters(self) -> Mapping[str, int]:
        """`person.meter` → 0..10."""
        ...

    @property
    def known(self) -> Mapping[str, str]:
        """Facts known."""
        ...

    @property
    def flags(self) -> Set[str]:
        """Flags set."""
        ...

    @property
    def visits(self) -> Counts:
        """How often each scene was entered."""
        ...

    @property
    def used(self) -> Counts:
        """How often each reply was said, as `scene.reply`."""
        ...

    @property
    def codes(self) -> Set[Code]:
        """Codes said."""
        ...

    @property
    def fruitless(self) -> int:
        """Turns in a row that brought nothing new."""
        ...

    @property
    def forms(self) -> Mapping[str, Handed]:
        """Forms handed in, by scene; the latest stands last."""
        ...


COMPARE: Final[Mapping[Comparison, Callable[[int, int], bool]]] = {
    Comparison.LESS: lt,
    Comparison.AT_MOST: le,
    Comparison.EQUAL: eq,
    Comparison.UNEQUAL: ne,
    Comparison.AT_LEAST: ge,
    Comparison.MORE: gt,
}
"""How two numbers are held against each other."""


def holds(condition: Condition | None, now: Situation) -> bool:
    """Tell whether a condition holds; no condition always does."""
    return _HOLDS[type(condition)](condition, now)


def number(value: Number | int, now: Situation) -> int:
    """Return what a number in a condition comes to."""
    return value if isinstance(value, int) else _NUMBER[value.name](value.about, now)


def _always(_condition: None, _now: Situation) -> bool:
    return True


def _settled(condition: bool, _now: Situation) -> bool:
    return condition


def _compares(condition: Compare, now: Situation) -> bool:
    left, right = condition.left, condition.right
    return COMPARE[condition.how](
        left if isinstance(left, int) else _NUMBER[left.name](left.about, now),
        right if isinstance(right, int) else _NUMBER[right.name](right.about, now),
    )


def _asks(condition: Ask, now: Situation) -> bool:
    return _ASKED[condition.name](condition.about, now)


def _not(condition: Not, now: Situation) -> bool:
    return not holds(condition.inner, now)


def _all(condition: All, now: Situation) -> bool:
    for part in condition.parts:  # noqa: SIM110 - a generator costs twice as much
        if not _HOLDS[type(part)](part, now):
            return False
    return True


def _any(condition: AnyOf, now: Situation) -> bool:
    for part in condition.parts:  # noqa: SIM110 - as above
        if _HOLDS[type(part)](part, now):
            return True
    return False


def _decided(now: Situation) -> str:
    """Return the option of the decision handed in last."""
    options = [form.option for form in now.forms.values() if form.option]
    return options[-1] if options else ""


def _stands(about: str, now: Situation) -> bool:
    """Tell whether something stands on the form of a scene, as `scene.item`."""
    scene, _, item = about.partition(".")
    return scene in now.forms and item in now.forms[scene].items


_HOLDS: Final[Mapping[type, Callable[[Any, Situation], bool]]] = {
    type(None): _always,
    bool: _settled,
    Compare: _compares,
    Ask: _asks,
    Not: _not,
    All: _all,
    AnyOf: _any,
}
"""By type, not by `match`: conditions are asked several times a turn."""
_NUMBER: Final[Mapping[NumberName, Callable[[str, Situation], int]]] = {
    NumberName.METER: lambda about, now: now.meters[about],
    NumberName.VISITS: lambda about, now: now.visits.of(about or now.scene),
    NumberName.TURNS: lambda _, now: now.turn,
    NumberName.FRUITLESS: lambda _, now: now.fruitless,
    NumberName.RIGHT: lambda about, now: (
        now.forms[about].right if about in now.forms else 0
    ),
}
_ASKED: Final[Mapping[TestName, Callable[[str, Situation], bool]]] = {
    TestName.KNOWS: lambda about, now: about in now.known,
    TestName.FLAG: lambda about, now: about in now.flags,
    TestName.SAID: lambda about, now: about in now.codes,
    TestName.CHOSE: lambda about, now: about in now.used,
    TestName.FILLED: lambda about, now: about in now.forms,
    TestName.PUT: lambda about, now: _stands(about, now),
    TestName.DECIDED: lambda about, now: about == _decided(now),
}
