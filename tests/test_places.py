"""Where things are kept, and that looking makes nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from simulator import places


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own, and no data folder by name."""
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv(places.VARIABLE, raising=False)
    return tmp_path


def test_the_option_wins_over_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.VARIABLE, "of-the-variable")
    assert places.data_dir(Path("of-the-option")) == Path("of-the-option")
    assert places.data_dir() == Path("of-the-variable")


def test_an_empty_variable_names_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = places.data_dir()
    monkeypatch.setenv(places.VARIABLE, "")
    assert places.data_dir() == usual


def test_otherwise_it_is_the_systems_own_place(home: Path) -> None:
    folder = places.data_dir()
    assert folder.is_relative_to(home)
    assert folder.name == "whose-client"
    assert list(home.iterdir()) == [], "looking makes nothing"


def test_the_wave_is_the_home_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places.VARIABLE, "~/talks")
    assert places.data_dir() == home / "talks"
    assert places.data_dir(Path("~/others")) == home / "others"


def test_a_home_that_nobody_has_is_a_name_like_others() -> None:
    odd = Path("~no-such-person-here/talks")
    assert places.data_dir(odd) == odd


def test_a_folder_that_is_named_needs_no_library() -> None:
    code = (
        "import sys; from pathlib import Path; from simulator import places;"
        "places.data_dir(Path('here')); print('platformdirs' in sys.modules)"
    )
    done = subprocess.run(
        (sys.executable, "-c", code), check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"
