"""A file that is parsed again after a change comes to what it is by itself."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.nodes import Mapping, Node, Scalar, Sequence
from simulator.scenario.parsing import Parsed, parse
from simulator.scenario.reparsing import Reparser

TEXT = (Path(__file__).parents[1] / "data" / "whole.yaml").read_text("utf-8")
LINES = TEXT.splitlines()
PIECES = (":", "\n", "  ", " #", "- ", '"', "[", "}", ": ", "|", ">", "\n\n", "слово")
NAME = "talk.yaml"


def flat(node: Node | None) -> object:
    """Return all that a node is, with every place."""
    match node:
        case Scalar():
            return (node.value, node.line, node.column, node.style)
        case Sequence():
            return (node.line, node.column, node.flow, [flat(n) for n in node.items])
        case Mapping():
            keys = [(name, flat(key)) for name, key in node.keys.items()]
            values = [(name, flat(value)) for name, value in node.values.items()]
            return (node.line, node.column, node.flow, keys, values)
        case _:
            return None


def both(text: str, *before: str) -> tuple[Parsed, Parsed]:
    """Parse a text after others, and by itself."""
    parser = Reparser()
    for one in (TEXT, *before):
        parser.parse(one.encode(), NAME)
    return parser.parse(text.encode(), NAME), parse(text.encode(), NAME)


def assert_same(text: str, *before: str) -> None:
    again, alone = both(text, *before)
    assert again.findings == alone.findings
    assert again.scenario == alone.scenario
    assert flat(again.document) == flat(alone.document)


def changed(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_edit_comes_to_what_the_file_is_by_itself(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(LINES) - 1))
    line = LINES[number]
    place = data.draw(st.integers(0, len(line)))
    piece = data.draw(st.sampled_from(PIECES))
    drop = data.draw(st.integers(0, 2))
    edited = line[:place] + piece + line[place + drop :]
    once = "\n".join([*LINES[:number], edited, *LINES[number + 1 :], ""])
    assert_same(once)
    assert_same(TEXT, once)


@pytest.mark.parametrize("number", range(0, len(LINES), 7))
def test_a_line_more_moves_all_that_stands_below(number: int) -> None:
    assert_same("\n".join([*LINES[:number], "# a remark", *LINES[number:], ""]))
    assert_same("\n".join([*LINES[:number], *LINES[number + 1 :], ""]))


def test_only_the_part_that_changed_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = Reparser()
    parser.parse(TEXT.encode(), NAME)
    title = next(line for line in LINES if line.startswith("title:"))
    monkeypatch.setattr("simulator.scenario.reparsing.stages", None)
    parsed = parser.parse(changed(title, "title: Another").encode(), NAME)
    assert parsed.scenario is not None
    assert parsed.scenario.title == "Another"
