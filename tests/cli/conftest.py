from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data")


@pytest.fixture
def russian(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data", language="ru")
