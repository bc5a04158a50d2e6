"""How spoken lines are read: `- oleg: words`, `- {if: …, oleg: [words, words]}`."""

from collections.abc import Mapping as Lookup
from typing import Final

from simulator.scenario.checker import Checker, Reader
from simulator.scenario.codes import shape as codes
from simulator.scenario.conditionparser import ConditionParser
from simulator.scenario.conditions import Condition
from simulator.scenario.containers import watch_commas
from simulator.scenario.model import Line
from simulator.scenario.naming import Naming
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence
from simulator.scenario.references import speaker
from simulator.scenario.scalars import text
from simulator.scenario.shapes import If, Lines, Text

_IF: Final = "if"
_CONDITION: Final = If()
_SPOKEN: Final = Text(spoken=True)


def _lines(check: Checker, node: Node, shape: Lines, key: Scalar) -> tuple[Line, ...]:
    found = check.sequence(node, key)
    if found is None:
        return ()
    lines = [_line(check, item, key) for item in found.items]
    return tuple([line for line in lines if line is not None])


def _line(check: Checker, node: Node, key: Scalar) -> Line | None:
    if not isinstance(node, Mapping):
        example = next(iter(check.known.people), "oleg")
        check.report.add(codes.NO_SPEAKER, node, example=example)
        return None
    when: Condition | None = None
    if _IF in node.values:
        when = _condition(check, node.values[_IF], _CONDITION, node.keys[_IF])
    who = _who(check, node)
    if who is None:
        return None
    texts = _variants(check, node.values[who], node.keys[who])
    return Line(who, texts, when)


def _who(check: Checker, node: Mapping) -> str | None:
    """Return who says a line; None, with a finding, when that is not clear."""
    names = [name for name in node.values if name != _IF]
    if len(names) == 1:
        (name,) = names
        return name if speaker(check, name, node.keys[name]) else None
    if not names:
        example = next(iter(check.known.people), "oleg")
        check.report.add(codes.NO_SPEAKER, node, example=example)
    elif not _cut(check, node, names):
        check.report.add(codes.SEVERAL_SPEAKERS, node, known=", ".join(names))
    return None


def _cut(check: Checker, node: Mapping, names: list[str]) -> bool:
    """Report a comma in braces that has cut the words of a line in two."""
    for name in names[1:]:
        value = node.values[name]
        if node.flow and isinstance(value, Scalar) and not value.value:
            check.report.add(codes.SPLIT_BY_COMMA, node.keys[name], words=name)
            return True
    return False


def _variants(check: Checker, node: Node, key: Scalar) -> tuple[str, ...]:
    """Read one text, or a list of them."""
    if not isinstance(node, Sequence):
        return (text(check, node, _SPOKEN, key),)
    if not node.items:
        check.report.add(codes.TOO_FEW, node, key=key.value)
    if node.flow:
        watch_commas(check, node)
    return tuple([text(check, item, _SPOKEN, key) for item in node.items])


def _condition(check: Checker, node: Node, shape: If, key: Scalar) -> Condition | None:
    value = check.words(node, key)
    if not value or not isinstance(node, Scalar):
        return None
    if value in check.conditions:
        return check.conditions[value]
    naming = Naming(check, node)
    condition = ConditionParser(value, naming).parse()
    if condition is not None and naming.clean:
        check.conditions[value] = condition
    return condition


LINE_READERS: Final[Lookup[type, Reader]] = {Lines: _lines, If: _condition}
