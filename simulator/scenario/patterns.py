"""How the conditions of a rubric's row are read: `[acknowledge, {ask_fact: 2}]`."""

from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from typing import Final

from scoring.codes import TAKES_CRITERIA, TAKES_TOPICS, Topic
from scoring.rubric import CodePattern
from simulator.scenario.checker import Checker, Reader
from simulator.scenario.codes import shape as codes
from simulator.scenario.codes import siblings
from simulator.scenario.moves import code_named
from simulator.scenario.nodes import Mapping, Node, Scalar
from simulator.scenario.scalars import whole
from simulator.scenario.shapes import CodePatterns, Whole

_COUNT: Final = Whole(1, len(Topic))


def _patterns(
    check: Checker, node: Node, shape: CodePatterns, key: Scalar
) -> tuple[CodePattern, ...]:
    found = check.sequence(node, key)
    if found is None:
        return ()
    if not found.items:
        check.report.add(codes.TOO_FEW, node, key=key.value)
    patterns = [one for item in found.items for one in _item(check, item, key)]
    return tuple(patterns)


def _item(check: Checker, node: Node, key: Scalar) -> Iterator[CodePattern]:
    if not isinstance(node, Mapping):
        words = check.words(node, key)
        code = code_named(check, words, node) if words else None
        if code is not None:
            yield CodePattern(code)
        return
    if not node.values:
        check.report.add(codes.TOO_FEW, node, key=key.value)
    for name, value in node.values.items():
        own = node.keys[name]
        code = code_named(check, name, own)
        count = whole(check, value, _COUNT, own)
        if code is None or count is None:
            continue
        if code not in TAKES_TOPICS | TAKES_CRITERIA:
            check.report.add(siblings.COUNTS_NOTHING, own, code=str(code))
        yield CodePattern(code, count)


PATTERN_READERS: Final[Lookup[type, Reader]] = {CodePatterns: _patterns}
