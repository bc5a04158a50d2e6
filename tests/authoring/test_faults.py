"""Planted mistakes are found, and honest scenarios are left in peace.

The corpus lies in tests/data/faults; its README says how a case is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest
import yaml

from simulator.authoring import check
from simulator.authoring.codes import ALL
from simulator.authoring.rehearsal import Task, findings, rehearse
from simulator.authoring.selection import suppressions
from simulator.packs import Library
from simulator.scenario.kinds import parse_any
from simulator.scenario.parsing import Parsed
from simulator.scenario.plays import ParsedPlaythroughs

FAULTS: Final = Path(__file__).parent.parent / "data" / "faults"
HEARD: Final = "SCN871"
"""Found with the reader of own words, which is slow: it is asked only where planted."""


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of the corpus, and what is to be found there."""

    folder: Path
    expect: frozenset[str]
    also: frozenset[str]
    by: str

    @property
    def twin(self) -> bool:
        """True when nothing is to be found."""
        return not self.expect

    @property
    def talk(self) -> bool:
        """True where there is a scenario; drills are not played as a whole."""
        return not (self.folder / "drills.yaml").exists()


def _cases() -> list[Case]:
    text = (FAULTS / "manifest.yaml").read_text("utf-8")
    manifest = yaml.safe_load(text)  # noqa: TID251 - the tests' own file, no scenario
    return [
        Case(
            FAULTS / one["folder"],
            frozenset(one["expect"]),
            frozenset(one.get("also", ())),
            one["by"],
        )
        for one in manifest["cases"]
    ]


CASES: Final = _cases()
TWINS: Final = [one for one in CASES if one.twin]
TALKS: Final = [one for one in CASES if one.talk]


def _parametrised(cases: list[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "case", [pytest.param(one, id=one.folder.name) for one in cases]
    )


@cache
def _library() -> Library:
    """Look into the shipped packs once."""
    return Library.shipped()


@cache
def _checked(*, spoken: bool) -> Mapping[Path, Mapping[str, str]]:
    """Check all cases at once, or those that ask the reader of own words.

    Returns:
        Folder → code → where it was found first, as `file:line`.
    """
    folders = [one.folder for one in CASES if not spoken or HEARD in one.expect]
    checked = check(folders, _library(), spoken=spoken)
    assert not checked.unreadable
    found: dict[Path, dict[str, str]] = {folder: {} for folder in folders}
    for one in checked.findings:
        path = Path(one.file).relative_to(FAULTS)
        at = f"{path}:{one.line}"
        found[FAULTS / path.parts[0]].setdefault(one.code, at)
    return found


@_parametrised(CASES)
def test_check_finds_what_was_planted_and_nothing_else(case: Case) -> None:
    found = _checked(spoken=HEARD in case.expect)[case.folder]
    expected = case.expect if case.by == "check" else frozenset[str]()
    assert expected <= found.keys()
    allowed = expected | case.also
    assert {code: at for code, at in found.items() if code not in allowed} == {}


@_parametrised([one for one in TALKS if one.twin])
def test_a_twin_is_played_to_a_good_and_to_a_bad_ending(case: Case) -> None:
    good = {
        name: ending.good
        for path in sorted(case.folder.glob("*.yaml"))
        if isinstance(parsed := parse_any(path.read_bytes(), path.name), Parsed)
        and parsed.scenario is not None
        for name, ending in parsed.scenario.endings.items()
    }
    (plays,) = case.folder.glob("*.playthroughs.yaml")
    parsed_plays = parse_any(plays.read_bytes(), plays.name)
    assert isinstance(parsed_plays, ParsedPlaythroughs)
    assert parsed_plays.playthroughs is not None
    ends = {good[play.ends] for play in parsed_plays.playthroughs.plays if play.ends}
    assert ends == {True, False}


def test_the_corpus_is_large_enough_and_wholly_listed() -> None:
    listed = [one.folder.name for one in CASES]
    assert sorted(listed) == sorted(p.name for p in FAULTS.iterdir() if p.is_dir())
    assert len(set(listed)) == len(listed)
    assert len(TWINS) >= 40
    assert len(CASES) - len(TWINS) >= 60


def test_every_code_that_is_expected_exists() -> None:
    expected = frozenset[str]().union(*(one.expect | one.also for one in CASES))
    assert not expected - ALL.keys()


@_parametrised([one for one in TALKS if one.twin or one.by == "rehearse"])
def test_rehearsing_finds_what_was_planted_and_accuses_no_twin(case: Case) -> None:
    path = next(
        path
        for path in sorted(case.folder.glob("*.yaml"))
        if isinstance(parse_any(path.read_bytes(), path.name), Parsed)
    )
    loaded = _library().load(str(path), "en")
    parts = loaded.scenario, loaded.rubric, loaded.rulebook
    task = Task(*parts, plays=60, seed=1, limit=200)
    found = {one.code for one in findings(rehearse(task), str(path), None)}
    text = path.read_text("utf-8")
    left = found - {one.code for one in suppressions(text)}
    assert case.expect <= left
    assert bool(left) != case.twin
