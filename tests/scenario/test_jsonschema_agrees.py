"""What the parser accepts the schema accepts, and the other way round.

Valid files are broken in a few places: keys dropped, added, renamed and copied, values
of another type or out of range put in. A file that has no error passes the schema; one
with an error that is not about names, orders and sums (`UNSEEN`) does not.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.scenario.findings import Report
from simulator.scenario.kinds import Kind, kind_of
from simulator.scenario.nodes import PLAIN, Mapping, Node, Scalar
from simulator.scenario.reader import read
from tests.scenario import (
    test_drills,
    test_forms,
    test_keys,
    test_names,
    test_quantities,
    test_siblings,
    test_traps,
)
from tests.scenario.editors import complaints, errors
from tests.scenario.samples import DATA, WHOLE
from tests.scenario.test_forms import MEETING

UNSEEN: Final = re.compile(
    "SCN(0..|116|133|2..|3..|401|402|455|456|458|459|460|461|462"
    "|501|503|506|507|509|51[2-9]|52[0-5]|53.|703)"
)
"""What a JSON Schema cannot tell; docs/schema.md says why."""
CUT_CODE: Final = re.compile(r"\([^)\n]*,")
"""A code with topics that YAML has cut at its comma."""
ROOT: Final = Path(__file__).parents[2]
FILES: Final = [
    DATA / "whole.yaml",
    DATA / "meeting" / "small-meeting.yaml",
    DATA / "meeting" / "small-meeting.playthroughs.yaml",
    DATA / "little" / "rubrics" / "little.yaml",
    DATA / "little" / "rulebooks" / "little.yaml",
    DATA / "little" / "pack.yaml",
    DATA / "drills" / "drills.yaml",
    DATA / "company" / "client.yaml",
    DATA / "company" / "answers.yaml",
    ROOT / "scenarios" / "base" / "client-x-meeting.yaml",
]


@dataclass(frozen=True)
class Bare:
    """A scalar without quotes."""

    words: str


Tree = Any
"""Dictionaries, lists, words in quotes, and `Bare`."""

_SAFE: Final = re.compile(r"[\w%+.-][\w%+./-]*( [\w%+./-]+)*")


def tree(node: Node | None) -> Tree:
    if isinstance(node, Mapping):
        return {name: tree(child) for name, child in node.values.items()}
    if isinstance(node, Scalar):
        bare = node.style == PLAIN and _SAFE.fullmatch(node.value)
        return Bare(node.value) if bare else node.value
    return [tree(item) for item in node.items] if node is not None else Bare("null")


def written(value: Tree) -> str:
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)}: {written(own)}" for key, own in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return value.words if isinstance(value, Bare) else json.dumps(value)


BARE: Final = (
    *("0", "1", "2", "4", "5", "-1", "+3", "11", "101", "999", "0.5", "-2.5", "007"),
    *("true", "false", "none", "stay", "you", "note", "no-data", "visits", "if"),
    *("yes", "P1", "P9", "ru", "threaten", "ask_fact", "concede", "meeting", "key"),
    *("decision", "freeze", "transfer", "oleg", "opening", "Two words", "day-30"),
)
QUOTED: Final = (
    *("5", "-1", "11", "true", "", " ", "Слова, и ещё слова.", "ask_fact(share)"),
    *("ask_fact(share, history)", "apply_rule(wallet)", "concede(share)", "1.5"),
    *("ask_fact(weather)", "../up.yaml", "a/b.yaml", "C:/b.yaml", "oleg.trust"),
)
SCALARS: Final = st.sampled_from([*map(Bare, BARE), *QUOTED])
KEYS: Final = st.sampled_from(
    [
        *("weather", "say", "to", "if", "form", "id", "Bad Key", "stay", "you", "note"),
        *("then", "offers", "level", "fill", "formula", "options", "P1", "ru"),
        *("visits", "expect", "replies", "reversed", "anchors", "checks"),
    ]
)
VALUES: Final = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=2)
    ),
    max_leaves=4,
)


def boxes(value: Tree) -> list[Tree]:
    """Return every list and mapping of a tree that is not empty."""
    inner = list(value.values()) if isinstance(value, dict) else value
    if not isinstance(inner, list) or not inner:
        return []
    return [value, *(box for child in inner for box in boxes(child))]


@st.composite
def broken(draw: st.DrawFn, path: Path) -> str:
    """Break a valid file in one to three places."""
    found = tree(read(path.read_bytes(), Report("f")).root)
    for _ in range(draw(st.integers(1, 3))):
        every = boxes(found)
        if every:
            _break(draw, draw(st.sampled_from(every)), every)
    return written(found)


def _break(draw: st.DrawFn, box: Tree, every: list[Tree]) -> None:
    places = list(box) if isinstance(box, dict) else list(range(len(box)))
    place = draw(st.sampled_from(places))
    match draw(st.sampled_from(["drop", "put", "add", "rename", "copy", "empty"])):
        case "drop":
            del box[place]
        case "put":
            box[place] = draw(VALUES)
        case "empty":
            box[place] = draw(st.sampled_from([[], {}, ""]))
        case "add" if isinstance(box, dict):
            box[draw(KEYS)] = draw(VALUES)
        case "rename" if isinstance(box, dict):
            box[draw(KEYS)] = box.pop(place)
        case "copy":
            other = draw(st.sampled_from(every))
            _copy(draw, box, place, other)
        case _:
            box.append(draw(VALUES)) if isinstance(box, list) else None


def _copy(draw: st.DrawFn, box: Tree, place: Any, other: Tree) -> None:
    """Put a value where another stands, or a key where others stand."""
    if isinstance(box, dict) and isinstance(other, dict):
        key = draw(st.sampled_from(list(other)))
        box[key] = _twin(other[key])
    else:
        box[place] = _twin(other)


def _twin(value: Tree) -> Tree:
    if isinstance(value, dict):
        return {key: _twin(own) for key, own in value.items()}
    return [_twin(own) for own in value] if isinstance(value, list) else value


def kind_at(path: Path) -> Kind:
    return kind_of(path.read_bytes())


def unseen(code: str, text: str) -> bool:
    """Tell whether a JSON Schema cannot see what the parser refuses."""
    cut = CUT_CODE.search(text) is not None and code in {"SCN121", "SCN122", "SCN123"}
    return cut or UNSEEN.fullmatch(code) is not None


def assert_agreed(kind: Kind, text: str) -> None:
    data = text.encode()
    refused = {one.code for one in errors(kind, data)}
    said = next(complaints(kind, data), None)
    if not refused:
        assert said is None, text
    elif not all(unseen(code, text) for code in refused):
        assert said is not None, (refused, text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_written_anew_is_what_it_was(path: Path) -> None:
    text = written(tree(read(path.read_bytes(), Report("f")).root))
    assert errors(kind_at(path), text.encode()) == []
    assert_agreed(kind_at(path), text)


Tables = tuple[Kind, str, Callable[..., None]]
TABLES: Final[tuple[Tables, ...]] = (
    (Kind.SCENARIO, WHOLE, test_keys.test_a_wrong_key_or_value_is_told_at_its_place),
    (Kind.SCENARIO, WHOLE, test_names.test_a_name_for_nothing_is_told_with_the_nearest),
    (Kind.SCENARIO, WHOLE, test_names.test_what_makes_no_sense_is_told),
    (Kind.SCENARIO, WHOLE, test_traps.test_a_trap_is_told_at_its_place),
    (Kind.SCENARIO, MEETING, test_forms.test_a_mistake_is_told_with_what_was_meant),
    (
        Kind.PLAYTHROUGHS,
        test_siblings.PLAYS,
        test_siblings.test_mistakes_in_play_throughs_are_told,
    ),
    (
        Kind.DRILLS,
        test_drills.DRILLS,
        test_drills.test_mistakes_in_drills_are_told,
    ),
    (
        Kind.RULEBOOK,
        test_siblings.RULEBOOK,
        test_siblings.test_mistakes_in_a_rulebook_are_told,
    ),
    (
        Kind.RULEBOOK,
        test_siblings.RULEBOOK,
        test_quantities.test_a_mistake_is_told_with_what_was_meant,
    ),
    (
        Kind.RUBRIC,
        test_siblings.RUBRIC,
        test_siblings.test_mistakes_in_a_rubric_are_told,
    ),
)
"""Kind, valid text, the test whose table breaks it: what stands there, what instead."""


HIDDEN: Final = {"spaces-in-a-number"}
"""What YAML hides from a schema; see `test_jsonschema`."""


def samples() -> Iterator[tuple[Kind, str, str]]:
    """Yield every bad example of the parser's own tests."""
    for kind, text, test in TABLES:
        (table,) = test.pytestmark  # type: ignore[attr-defined]
        for row in table.args[1]:
            if row.id in HIDDEN:
                continue
            old, new = row.values[:2]
            yield kind, text.replace(old, new, 1), f"{test.__name__}-{row.id}"
    for path in sorted((DATA / "bad").glob("*.yaml")):
        yield Kind.SCENARIO, path.read_text("utf-8", "replace"), path.stem


@pytest.mark.parametrize(
    ("kind", "text"),
    [pytest.param(kind, text, id=name) for kind, text, name in samples()],
)
def test_every_bad_example_of_the_parser_is_refused_by_the_schema(
    kind: Kind, text: str
) -> None:
    assert_agreed(kind, text)


@pytest.mark.parametrize("path", FILES[:-1], ids=lambda path: path.stem)
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_broken_file_is_refused_by_both_or_by_neither(
    path: Path, data: st.DataObject
) -> None:
    assert_agreed(kind_at(path), data.draw(broken(path)))
