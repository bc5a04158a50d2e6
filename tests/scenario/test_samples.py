"""Whole bad files beside the exact words that are said of them."""

import gettext
from pathlib import Path

import pytest

from simulator.scenario.parsing import parse
from tests.scenario.samples import DATA

SAMPLES = sorted((DATA / "bad").glob("*.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_said_of_a_bad_file(path: Path) -> None:
    findings = parse(path.read_bytes(), path.name).findings
    told = [finding.text(gettext.NullTranslations()) for finding in findings]
    assert told == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 10
