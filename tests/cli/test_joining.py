"""Which class is meant, and which seat in it this machine has."""

from pathlib import Path

import pytest

from simulator.cli.classes.comingin import BadAddressError, address_of
from simulator.cli.classes.seats import Noted, latest, note, noted
from tests.cli.shell import Shell

URL = "http://10.0.0.5:8765"


@pytest.mark.parametrize(
    ("told", "code", "url"),
    [
        pytest.param(f"{URL}/j/k7m2x9qd", "", URL, id="as-shown"),
        pytest.param("HTTP://10.0.0.5:8765/J/K7M2X9QD", "", URL, id="as-in-the-qr"),
        pytest.param(f"{URL}/j/k7m2-x9qd/", "", URL, id="dashed"),
        pytest.param("10.0.0.5:8765", "K7M2-X9QD", URL, id="code-apart"),
        pytest.param("10.0.0.5:8765/j/k7m2x9qd", "", URL, id="no-scheme"),
        pytest.param(f"{URL}/", "k7m2 x9qd", URL, id="slash-and-code"),
        pytest.param(
            "https://class.example/j/k7m2x9qd", "", "https://class.example", id="tls"
        ),
        pytest.param("http://[::1]:80/j/k7m2x9qd", "", "http://[::1]:80", id="ipv6"),
    ],
)
def test_an_address_is_understood_however_it_is_typed(
    told: str, code: str, url: str
) -> None:
    assert address_of(told, code) == (url, "k7m2x9qd")


@pytest.mark.parametrize(
    "told",
    ["", "a b", URL, f"{URL}/t/room", "file:///etc/passwd", "ftp://a/j/b", "x@y"],
)
def test_what_is_no_address_is_told(told: str) -> None:
    with pytest.raises(BadAddressError):
        address_of(told, "")


def test_tls_is_meant_where_a_certificate_is_named() -> None:
    assert address_of("h:1", "c", secure=True)[0] == "https://h:1"


def seat(code: str = "c", url: str = URL, **other: str) -> Noted:
    """Return a seat."""
    return Noted(url, code, f"room-{code}", "ticket", "Анна", **other)


def test_a_seat_is_found_by_its_code_and_its_machine(tmp_path: Path) -> None:
    note(tmp_path, seat(words="Скажи"))
    found = noted(tmp_path, "c", "http://10.0.0.5:9")
    assert found is not None
    assert found.words == "Скажи"
    assert noted(tmp_path, "c", "http://evil.example") is None
    assert noted(tmp_path, "c", "https://10.0.0.5:8765") is None
    assert noted(tmp_path, "d", URL) is None


def test_a_note_that_is_damaged_is_passed_over(tmp_path: Path) -> None:
    assert latest(tmp_path) is None
    note(tmp_path, seat())
    (tmp_path / "joined" / "zzz.json").write_text("{")
    found = latest(tmp_path)
    assert found is not None
    assert found.code == "c"


def test_a_note_is_for_its_owner_alone(tmp_path: Path) -> None:
    note(tmp_path, seat())
    note(tmp_path, seat(words="more"))
    (file,) = (tmp_path / "joined").iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_without_an_address_and_a_note_nothing_is_joined(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    told = shell.type("class", "join")
    assert told.exit_code == 2
    assert "in no class yet" in told.output
    told = shell.type("class", "join", "not an address")
    assert told.exit_code == 2
    assert "is no address of a class" in told.output
