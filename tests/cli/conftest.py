from pathlib import Path

import pytest

from simulator.packs import Library
from tests.cli.shell import Shell
from tests.reports.little import FOLDER


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data")


@pytest.fixture
def russian(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data", language="ru")


@pytest.fixture
def few_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no pack but the little one: to examine the shipped ones takes seconds."""
    monkeypatch.setattr("simulator.cli.opening.library", lambda _: Library((FOLDER,)))
