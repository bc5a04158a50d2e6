from collections.abc import Iterator

import pytest

from simulator.packs import Library
from tests.lrs.fake import Fake, running
from tests.reports.little import FOLDER


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def fake() -> Iterator[Fake]:
    with running() as one:
        yield one


@pytest.fixture
def few_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no pack but the little one: to examine the shipped ones takes seconds."""
    monkeypatch.setattr("simulator.cli.opening.library", lambda _: Library((FOLDER,)))
