"""What a machine notes of the classes that it has opened, and finds again."""

import json
from pathlib import Path

import pytest

from simulator.cli.classes.told import NoNoteError, desk_of, door_of

URL = "http://10.0.0.5:8765"
DESK = f"{URL}/t/r2"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with the notes of two classes, and two that nobody can read."""
    (tmp_path / "classes").mkdir()
    for room, code in (("r1", "k7m2x9qd"), ("r2", "pa26yv2j")):
        note = {"url": URL, "room": room, "code": code, "token": f"of {room}"}
        (tmp_path / "classes" / f"{room}.json").write_text(json.dumps(note), "utf-8")
    for name, text in (("r3", "[1]"), ("r4", '{"url": "http')):
        (tmp_path / "classes" / f"{name}.json").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("code", "token", "found"),
    [
        pytest.param("", "", (DESK, "of r2"), id="the-latest"),
        pytest.param("K7M2-X9QD", "", (f"{URL}/t/r1", "of r1"), id="by-its-code"),
        pytest.param(f"{DESK}/", "", (DESK, "of r2"), id="by-its-address"),
        pytest.param(DESK, "mine", (DESK, "mine"), id="a-token-that-is-given-wins"),
        pytest.param(
            "https://h/t/r9", "mine", ("https://h/t/r9", "mine"), id="of-elsewhere"
        ),
    ],
)
def test_a_class_is_found_by_its_code_or_its_address(
    data: Path, code: str, token: str, found: tuple[str, str]
) -> None:
    assert desk_of(data, code, token) == found


def test_a_class_that_nobody_noted_is_told(data: Path) -> None:
    with pytest.raises(NoNoteError):
        desk_of(data, "nosuchcode", "")


def test_the_way_in_follows_from_the_trainers_address() -> None:
    assert door_of(DESK, "k7m2x9qd") == f"{URL}/j/k7m2x9qd"
