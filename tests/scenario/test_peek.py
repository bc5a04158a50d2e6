"""The head of a scenario is read without the rest, and never raises."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.model import Difficulty
from simulator.scenario.parsing import parse
from simulator.scenario.peek import Header, peek
from tests.scenario.samples import WHOLE

ROOT = Path(__file__).parents[2]
STORIES = [
    *sorted((ROOT / "scenarios" / "base").glob("client-x*.yaml")),
    ROOT / "tests" / "data" / "warehouse.yaml",
    ROOT / "tests" / "data" / "whole.yaml",
]
HEAD = "id: a-talk\ntitle: Разговор\nlanguage: ru\ndifficulty: easy\nminutes: 3\n"
TALK = Header("a-talk", "Разговор", "ru", Difficulty.EASY, 3)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_the_head_says_what_the_whole_scenario_says(path: Path) -> None:
    data = path.read_bytes()
    whole, head = parse(data).scenario, peek(data)
    if whole is None:
        assert path.name.endswith(".playthroughs.yaml")
        assert head is None
        return
    assert head == Header(
        whole.id, whole.title, whole.language, whole.difficulty, whole.minutes
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEAD, id="in-order"),
        pytest.param("\n".join(reversed(HEAD.splitlines())), id="in-any-order"),
        pytest.param("cast: {id: x, a: [1, {title: b}]}\n" + HEAD, id="after-others"),
        pytest.param("\ufeff" + HEAD.replace("\n", "\r\n"), id="windows"),
        pytest.param("{" + HEAD.replace("\n", ", ") + "}", id="in-braces"),
        pytest.param(HEAD + "scenes: [}", id="whatever-follows"),
        pytest.param(HEAD + "id: second\n", id="a-key-twice"),
    ],
)
def test_a_head_is_found(text: str) -> None:
    assert peek(text.encode()) == TALK


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"[]", id="a-list"),
        pytest.param(b"\xff\xfe", id="not-utf-8"),
        pytest.param(HEAD.replace("id: a-talk", "id: A Talk").encode(), id="bad-id"),
        pytest.param(HEAD.replace("ru", "de").encode(), id="another-language"),
        pytest.param(HEAD.replace("easy", "odd").encode(), id="no-such-difficulty"),
        pytest.param(HEAD.replace("3", "many").encode(), id="no-number"),
        pytest.param(HEAD.replace("3", "0").encode(), id="no-minutes"),
        pytest.param(HEAD.replace("Разговор", '""').encode(), id="no-title"),
        pytest.param(HEAD.replace("Разговор", r'"\e[2J"').encode(), id="escape"),
        pytest.param(HEAD.replace("Разговор", "{a: b}").encode(), id="no-words"),
        pytest.param(HEAD.encode() + b"#" * 2**21, id="too-large"),
    ],
)
def test_what_has_no_sound_head_has_none(data: bytes) -> None:
    assert peek(data) is None


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    peek(data)
    peek(WHOLE.encode()[: len(data)] + data)
