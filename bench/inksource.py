"""Write a scenario as ink source, for ink's compiler to compile.

Scenes and endings become knots, replies choices, meters, facts, flags and codes said
variables; words, variants, targets, conditions and changes are the same. What ink has
no word for, its compiler need not look at: reasons, other wordings, facts and their
figures, reactions, patience and forms. A condition that asks for such a thing asks for
a variable.
"""

import re
from collections.abc import Iterator
from typing import Final

from bench.ink import name
from simulator.scenario.conditions import (
    All,
    AnyOf,
    Ask,
    Compare,
    Condition,
    Not,
    Number,
    NumberName,
)
from simulator.scenario.model import Ending, Line, Reply, Scenario, Scene

_SPECIAL: Final = re.compile(r"[\\\[\]{}|#~<>/]")


def ink_source(scenario: Scenario) -> str:
    """Return the story as a writer of ink would have it."""
    knots = [_knot(scene) for scene in scenario.scenes.values()]
    knots += [_ending(ending) for ending in scenario.endings.values()]
    body = "".join(line for knot in knots for line in knot)
    values = {
        f"{person.id}.{meter}": value
        for person in scenario.cast.values()
        for meter, value in person.mood.items()
    }
    known = {_variable(one): value for one, value in values.items()}
    used = dict.fromkeys(re.findall(r"\bv_\w+", body), 0) | known
    declared = "".join(f"VAR {one} = {value}\n" for one, value in used.items())
    return f"{declared}-> {_label(scenario.start)}\n{body}"


def _knot(scene: Scene) -> Iterator[str]:
    yield f"=== {_label(scene.id)} ===\n"
    yield from map(_line, scene.say)
    for reply in scene.replies:
        yield from _choice(scene, reply)
    if not scene.replies:
        yield "-> END\n"


def _ending(ending: Ending) -> Iterator[str]:
    yield f"=== {_label(ending.id)} ===\n"
    yield from map(_line, ending.say)
    yield f"{_words(ending.text)}\n-> END\n"


def _choice(scene: Scene, reply: Reply) -> Iterator[str]:
    bullet = "*" if reply.once else "+"
    asked = "" if reply.when is None else f"{{{_condition(reply.when)}}} "
    yield f"{bullet} {asked}[{_words(reply.text)}]\n"
    for change in reply.effects.shifts:
        meter = _variable(f"{change.person}.{change.meter}")
        yield f"  ~ {meter} = MIN(10, MAX(0, {meter} + {change.by}))\n"
    known = [f"knows.{f}" for f in (*reply.effects.learn, *reply.effects.tell)]
    flags = [f"flag.{flag}" for flag in reply.effects.flags]
    said = [f"said.{use.code}" for use in reply.does]
    for one in (*known, *flags, *said):
        yield f"  ~ {_variable(one)} = 1\n"
    for line in reply.effects.say:
        yield f"  {_line(line)}"
    target = reply.effects.to
    goes = scene.id if target in (None, "stay") else str(target)
    yield f"  -> {_label(goes)}\n"


def _line(line: Line) -> str:
    words = "|".join(map(_words, line.texts))
    said = f"{line.who}: {f'{{&{words}}}' if len(line.texts) > 1 else words}"
    asked = None if line.when is None else _condition(line.when)
    return f"{said}\n" if asked is None else f"{{{asked}:{said}}}\n"


def _words(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def _label(identifier: str) -> str:
    return f"k_{name(identifier)}"


def _variable(about: str) -> str:
    return f"v_{name(about)}"


def _condition(condition: Condition) -> str:
    match condition:
        case bool():
            return str(condition).lower()
        case Compare(left, how, right):
            return f"({_number(left)} {how} {_number(right)})"
        case Ask(test, about):
            return _variable(f"{test}.{about}")
        case Not(inner):
            return f"not {_condition(inner)}"
        case All(parts):
            return f"({' && '.join(map(_condition, parts))})"
        case AnyOf(parts):
            return f"({' || '.join(map(_condition, parts))})"


def _number(number: Number | int) -> str:
    if isinstance(number, int):
        return str(number)
    meter = number.name is NumberName.METER
    return _variable(number.about if meter else f"{number.name}.{number.about}")
