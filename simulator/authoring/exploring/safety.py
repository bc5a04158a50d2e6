"""Scenarios that show at a glance that no talk gets stuck in them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from simulator.engine.situation import COMPARE
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Not,
    Number,
    NumberName,
)
from simulator.scenario.model import STAY, Form, Reply, Scenario, Scene

_FEWER: Final = 0
_MORE: Final = 1
"""A count that grows and grows stands to any number, sooner or later, as these do."""


def is_safe(story: Scenario) -> bool:
    """Tell whether unconditional replies and forms lead from everywhere to an ending.

    Then nobody can get stuck, whatever was said before, and the states need not be
    gone through for that. The contrary proves nothing.

    Where a form leads only at its first visits does not count: each time uses up a
    visit, so that it is over after so many, wherever the talk went in between.
    """
    asking: dict[str, list[str]] = defaultdict(list)
    needed: dict[str, int] = {}
    for scene in story.scenes.values():
        targets = _targets(scene)
        needed[scene.id] = len(targets) if scene.form else 1
        for target in targets:
            asking[target].append(scene.id)
    safe, waiting = set(story.endings), list(story.endings)
    while waiting:
        for scene_id in asking[waiting.pop()]:
            needed[scene_id] -= 1
            if needed[scene_id] <= 0 and scene_id not in safe:
                safe.add(scene_id)
                waiting.append(scene_id)
    return safe.issuperset(story.scenes)


def _targets(scene: Scene) -> set[str]:
    """Return where a scene surely leads: by any of these replies, or by a form."""
    if scene.form is not None:
        return set(_after_many(scene.form, scene.id))
    return {r.effects.to for r in scene.replies if r.effects.to and _always(r)} - {STAY}


def _always(reply: Reply) -> bool:
    return reply.when is None and not reply.once


def _after_many(form: Form, scene: str) -> Iterator[str]:
    """Yield where a form may lead at any visit but some first ones.

    To stay counts at any: it is no visit, so that nothing is used up by it.
    """
    before: set[Condition] = set()
    for move in form.then:
        to = move.effects.to or STAY
        when = True if move.when is None else _lasting(move.when, scene)
        if to == STAY or not (when is False or when in before or True in before):
            yield to
        before.add(when)


def _lasting(condition: Condition, scene: str) -> Condition:
    """Return what is left of a condition once a scene was visited often enough."""
    match condition:
        case Compare(Number() as number, how, int()) if _counts(number, scene):
            return COMPARE[how](_MORE, _FEWER)
        case Compare(int(), how, Number() as number) if _counts(number, scene):
            return COMPARE[how](_FEWER, _MORE)
        case Not(inner):
            left = _lasting(inner, scene)
            return not left if isinstance(left, bool) else Not(left)
        case All(parts):
            return _joined(All, [_lasting(part, scene) for part in parts], True)
        case AnyOf(parts):
            return _joined(AnyOf, [_lasting(part, scene) for part in parts], False)
        case _:
            return condition


def _joined(of: type[All | AnyOf], parts: list[Condition], neutral: bool) -> Condition:
    """Join what is left of the parts; `neutral` is what makes no difference."""
    if any(part is (not neutral) for part in parts):
        return not neutral
    left = [part for part in parts if part is not neutral]
    return of(tuple(left)) if len(left) > 1 else (left[0] if left else neutral)


def _counts(number: Number, scene: str) -> bool:
    """Tell whether a number counts the visits of a scene."""
    return number.name is NumberName.VISITS and number.about in ("", scene)
