"""Fragments of what is known of a client: values, levels, ranges."""

from collections.abc import Mapping
from typing import Final

from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL
from simulator.scenario.factvalues import NO_DATA
from simulator.scenario.givenfacts import LONG
from simulator.scenario.jsonschema import patterns
from simulator.scenario.jsonschema.builder import Builder, Fragment, Maker
from simulator.scenario.jsonschema.values import number
from simulator.scenario.shapes import (
    Amount,
    AmountRange,
    Cell,
    FactValue,
    GivenFact,
    LevelRange,
    Whole,
)

_LEVEL: Final = Whole(LOWEST_LEVEL, HIGHEST_LEVEL)
_NOTHING: Final[Fragment] = {"type": "string", "enum": [NO_DATA]}


def _pair(item: Fragment) -> Fragment:
    """Return `[low, high]`; which is the higher, only `check` can tell."""
    return {"type": "array", "items": item, "minItems": 2, "maxItems": 2}


def _fact_value(build: Builder, shape: FactValue) -> Fragment:
    words = build.string(patterns.NOT_BLANK, build.fault("empty"))
    bare = {"type": ["number", "boolean"]}
    return {"anyOf": [words, bare, _pair(build.of(Amount()))]}


def _level_range(build: Builder, shape: LevelRange) -> Fragment:
    level = build.of(_LEVEL)
    return {"anyOf": [*level["anyOf"], _pair(level)]}


def _cell(build: Builder, shape: Cell) -> Fragment:
    return {"anyOf": [*build.of(LevelRange())["anyOf"], _NOTHING]}


def _given(build: Builder, shape: GivenFact) -> Fragment:
    return build.define("given", lambda: _given_fact(build))


def _given_fact(build: Builder) -> Fragment:
    amount = build.of(Amount())
    several = {"type": "array", "items": amount}
    return {"anyOf": [*amount["anyOf"], _NOTHING, several, build.of(LONG)]}


def _amount_range(build: Builder, shape: AmountRange) -> Fragment:
    """Return two numbers within bounds, of which the lower is 0 wherever we have one.

    Raises:
        ValueError: It is not 0, and there is no pattern for that.
    """
    if shape.low:
        raise ValueError(shape.low)
    pattern = patterns.amount(shape.high)
    return _pair(number(build, pattern, minimum=shape.low, maximum=shape.high))


FACT_MAKERS: Final[Mapping[type, Maker]] = {
    FactValue: _fact_value,
    LevelRange: _level_range,
    Cell: _cell,
    GivenFact: _given,
    AmountRange: _amount_range,
}
