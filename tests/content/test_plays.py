"""What the play-throughs of shipped scenarios show."""

from pathlib import Path

import pytest

from simulator.authoring import play
from simulator.authoring.exploring import course
from simulator.packs import Library
from simulator.scenario.findings import Report
from simulator.scenario.plays import parse_playthroughs

BASE = Path(__file__).parents[2] / "scenarios" / "base"
LIBRARY = Library.shipped()


@pytest.mark.parametrize("name", [one.id for one in LIBRARY.scenarios("ru")])
def test_every_condition_comes_out_both_ways_in_some_play(name: str) -> None:
    loaded = LIBRARY.load(name, "ru")
    scenario = loaded.scenario
    file = BASE / f"{name}.playthroughs.yaml"
    plays = parse_playthroughs(file.read_bytes()).playthroughs
    assert plays is not None
    talks = [
        play(
            scenario,
            one.seed,
            one.answers,
            Report(""),
            rulebook=loaded.rulebook,
            carried=one.carried,
        ).talk
        for one in plays.plays
        if one.language is None
    ]
    shown = course(scenario, 0, talks).outcomes
    # What own words are reacted to is played with the reader of own words.
    lacking = [one.path for one, ways in shown.items() if len(ways) < 2]
    assert [path for path in lacking if "reactions" not in path] == []
