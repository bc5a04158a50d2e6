"""SCN818: the same thing twice in a list."""

from typing import Final

from simulator.authoring.story import Story
from simulator.messages import N_
from simulator.scenario.codes.rule import warning
from simulator.scenario.findings import Report
from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence

TWICE = warning(
    "SCN818",
    N_("`{value}` stands twice in `{key}`"),
    N_("Keep one of the two; perhaps another one was meant."),
)

LISTS: Final = frozenset(
    (
        *("tests", "does", "learn", "tell", "set", "floor", "after", "otherwise"),
        *("dates", "points", "options", "reasons", "objections", "terms", "returns"),
    )
)
"""Keys of lists in which each item counts once."""


def check(story: Story, report: Report) -> None:
    """Look through all lists of names in the file."""
    waiting: list[tuple[str, Node]] = [("", story.document)] if story.document else []
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [
                one for one in node.values.items() if not isinstance(one[1], Scalar)
            ]
        elif isinstance(node, Sequence):
            waiting += [
                ("", item) for item in node.items if not isinstance(item, Scalar)
            ]
            if key in LISTS:
                _check(key, node, report)


def _check(key: str, node: Sequence, report: Report) -> None:
    seen: set[str] = set()
    for item in node.items:
        if not isinstance(item, Scalar):
            continue
        if item.value in seen:
            report.add(TWICE, item, value=item.value, key=key)
        seen.add(item.value)
