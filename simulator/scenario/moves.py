"""How the parts of a move are read: codes, moods, levels."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from typing import Final

from scoring.codes import TAKES_CRITERIA, TAKES_TOPICS, Code, CodeUse, Topic
from scoring.principles import HIGHEST_LEVEL, LOWEST_LEVEL, Principle
from simulator.scenario.checker import Checker, Reader
from simulator.scenario.codes import names, sense
from simulator.scenario.codes import shape as codes
from simulator.scenario.findings import Place
from simulator.scenario.model import HIGHEST_METER, Shift
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence
from simulator.scenario.references import Written, meter, no_meter, refer
from simulator.scenario.scalars import ID, whole
from simulator.scenario.shapes import (
    CodeUses,
    Levels,
    Moods,
    OneCode,
    Whole,
)

_CODES: Final = {str(code): code for code in Code}
_TOPICS: Final = tuple(str(topic) for topic in Topic)
_PRINCIPLES: Final = {str(principle): principle for principle in Principle}
_USE: Final = re.compile(r"([^\s(),]+)\s*(?:\(([^()]*)\))?")
_SHIFT: Final = Whole(-HIGHEST_METER, HIGHEST_METER)
_LEVEL: Final = Whole(LOWEST_LEVEL, HIGHEST_LEVEL)


def _code_uses(
    check: Checker, node: Node, shape: CodeUses, key: Scalar
) -> tuple[CodeUse, ...]:
    """Read a list of codes with topics."""
    found = check.sequence(node, key)
    if found is None:
        return ()
    if not found.items:
        check.report.add(codes.TOO_FEW, node, key=key.value)
    uses: list[CodeUse] = []
    for at, words in _joined(check, found, key):
        use = check.uses.get(words) or _code_use(check, words, at)
        if use is not None:
            uses.append(use)
    if len(uses) > 1 and any(use.code is Code.NONE for use in uses):
        check.report.add(sense.NONE_AMONG_OTHERS, node)
    return tuple(uses)


def _joined(
    check: Checker, found: Sequence, key: Scalar
) -> Iterator[tuple[Scalar, str]]:
    """Yield the items, those put together again that a comma had cut in brackets.

    In YAML `[ask_fact(share, history)]` is a list of two; here it is one code.
    """
    begun: tuple[Scalar, str] | None = None
    for item in found.items:
        words = check.words(item, key)
        if not isinstance(item, Scalar) or not words:
            continue
        at, joined = (begun[0], f"{begun[1]}, {words}") if begun else (item, words)
        begun = None
        if "(" in joined and ")" not in joined:
            begun = at, joined
        else:
            yield at, joined
    if begun:
        yield begun


def _code_use(check: Checker, words: str, at: Scalar) -> CodeUse | None:
    found = _USE.fullmatch(words)
    if found is None:
        check.report.add(codes.BAD_CODE_USE, at, value=words)
        return None
    code = code_named(check, found[1], at)
    if code is None:
        return None
    topics = [topic.strip() for topic in (found[2] or "").split(",")]
    about = tuple(topic for topic in topics if topic)
    if _topics_fit(check, code, about, found[2] is not None, at):
        use = check.uses[words] = CodeUse(code, about)
        return use
    return None


def code_named(check: Checker, name: str, at: Place) -> Code | None:
    """Return the code of a name; None, with a finding, when there is none."""
    code = _CODES.get(name)
    if code is None:
        refer(check, name, _CODES, codes.UNKNOWN_CODE, at)
    return code


def _topics_fit(
    check: Checker, code: Code, about: tuple[str, ...], given: bool, at: Scalar
) -> bool:
    """Check what stands in parentheses after a code."""
    if code in TAKES_TOPICS:
        wrong = [topic for topic in about if topic not in _TOPICS]
        known = _TOPICS
    elif code in TAKES_CRITERIA:
        wrong = [topic for topic in about if ID.fullmatch(topic) is None]
        known = ()
    else:
        if given:
            check.report.add(codes.NO_TOPICS, at, code=str(code))
        return not given
    for topic in wrong:
        check.report.add(
            codes.UNKNOWN_TOPIC if known else codes.BAD_CODE_USE,
            at,
            code=str(code),
            value=topic,
            nearest=check.near(topic, known),
            known=", ".join(known),
        )
    return not wrong


def _one_code(check: Checker, node: Node, shape: OneCode, key: Scalar) -> Code | None:
    value = check.words(node, key)
    if not value or not isinstance(node, Scalar):
        return None
    name, bracket, _ = value.partition("(")
    if bracket:
        check.report.add(codes.NO_TOPICS, node, code=name)
        return None
    return code_named(check, value, node)


def _moods(check: Checker, node: Node, shape: Moods, key: Scalar) -> tuple[Shift, ...]:
    found = check.mapping(node, key)
    shifts: list[Shift] = []
    for name, child in found.values.items() if found else ():
        own = found.keys[name] if found else key
        if isinstance(child, Mapping):
            shifts += _moods_of(check, name, child, own)
            continue
        person = meter(check, name, own, _written(child))
        by = whole(check, child, _SHIFT, own)
        if person is not None and by is not None:
            shifts.append(Shift(person, name, by))
    return tuple(shifts)


def _written(child: Node) -> Written:
    """Return how a mood is written with the person whose it is."""
    by = child.value if isinstance(child, Scalar) and child.value else "-1"
    return lambda person, name: f"{person}: {{{name}: {by}}}"


def _moods_of(
    check: Checker, person: str, node: Mapping, own: Scalar
) -> Iterator[Shift]:
    """Read the long form: a person's meters."""
    meters = check.known.people.get(person)
    if meters is None:
        refer(check, person, check.known.people, names.UNKNOWN_PERSON, own)
        return
    for name, child in check.spaced(node).values.items():
        key = node.keys[name]
        by = whole(check, child, _SHIFT, key)
        if name not in meters:
            no_meter(check, person, name, key, _written(child))
        elif by is not None:
            yield Shift(person, name, by)


def _levels(
    check: Checker, node: Node, shape: Levels, key: Scalar
) -> dict[Principle, int]:
    found = check.mapping(node, key)
    levels: dict[Principle, int] = {}
    for name, child in found.values.items() if found else ():
        own = found.keys[name] if found else key
        level = whole(check, child, _LEVEL, own)
        principle = _PRINCIPLES.get(name)
        if principle is None:
            near, known = check.near(name, _PRINCIPLES), ", ".join(_PRINCIPLES)
            params = {"value": name, "nearest": near, "known": known}
            check.report.add(codes.UNKNOWN_PRINCIPLE, own, **params)
        elif level is not None:
            levels[principle] = level
    return levels


MOVE_READERS: Final[Lookup[type, Reader]] = {
    CodeUses: _code_uses,
    OneCode: _one_code,
    Moods: _moods,
    Levels: _levels,
}
