"""Write a scenario as a compiled ink story, for the ink runtimes to play.

Scenes become knots, replies sticky choices, meters, facts and flags variables;
targets, conditions on replies and changes are the same. Conditions on lines,
variants, circles and events have no counterpart: the ink runtimes have less to do.
"""

import json
from typing import Final

from scoring.codes import Code
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Condition,
    Not,
    Number,
    TestName,
)
from simulator.scenario.model import Reply, Scenario, Scene

Ink = list[object]
_STICKY: Final = 4
_CONDITIONAL: Final = 1
_ONCE: Final = 16


def ink_json(scenario: Scenario) -> str:
    """Return the story in ink's compiled form, version 21."""
    knots: dict[str, object] = {
        name(scene.id): _knot(scene) for scene in scenario.scenes.values()
    }
    knots |= {name(ending): ["end", None] for ending in scenario.endings}
    knots["global decl"] = _globals(scenario)
    start: Ink = [{"->": name(scenario.start)}, ["done", {"#n": "g-0"}], None]
    root: Ink = [start, "done", knots]
    return json.dumps({"inkVersion": 21, "root": root, "listDefs": {}})


def name(identifier: str) -> str:
    """Return an id as ink may spell it."""
    return identifier.replace("-", "_").replace(".", "__")


def _globals(scenario: Scenario) -> Ink:
    values = {
        f"{person.id}.{meter}": value
        for person in scenario.cast.values()
        for meter, value in person.mood.items()
    }
    values |= {f"knows.{fact}": 0 for fact in scenario.client.facts}
    flags = {
        flag
        for scene in scenario.scenes.values()
        for reply in scene.replies
        for flag in reply.effects.flags
    }
    values |= {f"flag.{flag}": 0 for flag in sorted(flags)}
    values |= {f"said.{code}": 0 for code in Code}
    declared: Ink = ["ev"]
    for variable, value in values.items():
        declared += [value, {"VAR=": name(variable)}]
    return [*declared, "/ev", "end", None]


def _knot(scene: Scene) -> Ink:
    body: Ink = []
    for line in scene.say:
        body += [f"^{line.who}: {line.texts[0]}", "\n"]
    branches: dict[str, object] = {}
    for number, reply in enumerate(scene.replies):
        condition = [] if reply.when is None else _condition(reply.when)
        flags = _STICKY + _CONDITIONAL * bool(condition) + _ONCE * reply.once
        body += ["ev", "str", f"^{reply.text}", "/str", *condition, "/ev"]
        body.append({"*": f".^.c-{number}", "flg": flags})
        branches[f"c-{number}"] = _branch(scene, reply)
    return [[*body, branches], None]


def _branch(scene: Scene, reply: Reply) -> Ink:
    done: Ink = ["\n"]
    for change in reply.effects.shifts:
        variable = name(f"{change.person}.{change.meter}")
        done += ["ev", {"VAR?": variable}, change.by, "+", 0, "MAX", 10, "MIN", "/ev"]
        done.append({"VAR=": variable, "re": True})
    known = [f"knows.{f}" for f in (*reply.effects.learn, *reply.effects.tell)]
    flags = [f"flag.{flag}" for flag in reply.effects.flags]
    said = [f"said.{use.code}" for use in reply.does]
    for variable in (*known, *flags, *said):
        done += ["ev", 1, "/ev", {"VAR=": name(variable), "re": True}]
    target = reply.effects.to
    goes = scene.id if target in (None, "stay") else str(target)
    counted = {"#f": 5} if reply.once else None
    return [*done, {"->": name(goes)}, counted]


def _condition(condition: Condition) -> Ink:
    match condition:
        case bool():
            return [int(condition)]
        case Compare(left, how, right):
            return [*_number(left), *_number(right), str(how)]
        case Ask(TestName.KNOWS | TestName.FLAG | TestName.SAID as test, about):
            return [{"VAR?": name(f"{test}.{about}")}]
        case Not(inner):
            return [*_condition(inner), "!"]
        case All(parts):
            return _joined(parts, "&&")
        case AnyOf(parts):
            return _joined(parts, "||")
        case _:
            raise ValueError(f"no counterpart in ink: {condition}")


def _joined(parts: tuple[Condition, ...], operator: str) -> Ink:
    first, *rest = parts
    joined = _condition(first)
    for part in rest:
        joined += [*_condition(part), operator]
    return joined


def _number(number: Number | int) -> Ink:
    if isinstance(number, int):
        return [number]
    if not number.about:
        raise ValueError(f"no counterpart in ink: {number}")
    return [{"VAR?": name(number.about)}]
