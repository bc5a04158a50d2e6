"""Where and why YAML gave up, and what to tell of it.

PyYAML's own words ("did not find expected key") help nobody who writes dialogue:
`traps` and `layout` find out what happened in the file.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import yaml
from msgspec import Struct

from simulator.scenario.builder import Builder
from simulator.scenario.codes import broken
from simulator.scenario.findings import Rule, Spot
from simulator.scenario.source import Source


class Trap(Struct, frozen=True):
    """What happened, where, and how to go on in spite of it."""

    rule: Rule
    at: Spot
    params: dict[str, object]
    mend: Callable[[], None] | None
    """Changes the source so that reading gets further; None when nothing would."""


class Break(Struct, frozen=True):
    """Where and why YAML gave up."""

    words: str
    """PyYAML's own context and problem."""
    at: Spot
    context: Spot
    """Where what could not be read had begun; `at` when that is unknown."""
    last: Any
    """The last event that was read."""
    flow: Spot | None
    """Where the bracket had opened that was closed last."""
    opened: Spot | None
    """Where the innermost bracket had opened that is not closed yet."""
    source: Source

    def character(self, at: Spot) -> str:
        """Return the character at a place; empty at the end of a line."""
        return self.source.line(at.line)[at.column - 1 : at.column]

    def trap(self, rule: Rule, at: Spot, **params: object) -> Trap:
        """Return a trap that blunting the character at its place gets out of."""
        return Trap(rule, at, params, partial(self.source.blunt, *at))


def what_broke(error: yaml.YAMLError, builder: Builder, source: Source) -> Break | None:
    """Gather where YAML gave up; None when it does not say."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    at = error.problem_mark or error.context_mark
    if at is None:
        return None
    context = error.context_mark or at
    return Break(
        f"{error.context or ''} {error.problem or ''}",
        source.within(at.line + 1, at.column + 1),
        source.within(context.line + 1, context.column + 1),
        builder.last,
        builder.flow_start,
        builder.open_bracket,
        source,
    )


def after_bracket(broke: Break) -> Trap | None:
    """Words that begin with a bracketed remark, or with an alias."""
    last = broke.last
    if last is None or last.end_mark.line + 1 != broke.at.line:
        return None
    if isinstance(last, yaml.AliasEvent):
        mark: Any = last.start_mark
        place = Spot(mark.line + 1, mark.column + 1)
        return broke.trap(broken.SPECIAL_START, place, character="*")
    closed = isinstance(last, yaml.SequenceEndEvent | yaml.MappingEndEvent)
    if not closed or last.start_mark.column == last.end_mark.column or not broke.flow:
        return None
    character = broke.character(broke.flow)
    return broke.trap(broken.SPECIAL_START, broke.flow, character=character)
