"""Records: to define one, to make one, to copy one with a change; beside a dataclass.

Both have six fields, four of them with a value to begin with, and are frozen.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from msgspec import Struct, structs

from bench.measure import Row, paired

_DEFINED: Final = 50
_MADE: Final = 20_000
_ROUNDS: Final = 9
_MICRO: Final = 1e6


def rows() -> Iterator[Row]:
    """Measure; see the module's sentence."""
    struct: Any = _struct()("scene", 3)
    data: Any = _dataclass()("scene", 3)
    several: list[tuple[str, int, Callable[[], object], Callable[[], object]]] = [
        ("to define a record", _DEFINED, _struct, _dataclass),
        ("to make one", _MADE, lambda: _new(struct), lambda: _new(data)),
        (
            "to copy one with a change",
            _MADE,
            lambda: structs.replace(struct, turns=4),
            lambda: replace(data, turns=4),
        ),
    ]
    for what, times, ours, theirs in several:
        pair = paired(_often(ours, times), _often(theirs, times), _ROUNDS)
        yield Row(
            what,
            f"{min(pair.ours) / times * _MICRO:.2f} µs",
            f"a dataclass: {min(pair.reference) / times * _MICRO:.2f} µs",
            pair.ratio,
            None,
        )


def _often(act: Callable[[], object], times: int) -> Callable[[], None]:
    def several() -> None:
        for _ in range(times):
            act()

    return several


def _new(one: Any) -> object:
    return type(one)("scene", 3, (), "", None, 0)


def _struct() -> type:
    class Made(Struct, frozen=True):
        scene: str
        turns: int
        known: tuple[str, ...] = ()
        mood: str = ""
        ending: str | None = None
        seed: int = 0

    return Made


def _dataclass() -> type:
    @dataclass(frozen=True, slots=True)
    class Made:
        scene: str
        turns: int
        known: tuple[str, ...] = ()
        mood: str = ""
        ending: str | None = None
        seed: int = 0

    return Made
