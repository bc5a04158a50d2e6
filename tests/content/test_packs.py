"""Every shipped pack is what its author promises."""

from pathlib import Path

import pytest

from simulator.authoring import Selection, check
from simulator.packs import Library, shipped_folder

PACKS = sorted(path.parent for path in shipped_folder().glob("*/pack.yaml"))
STORIES = sorted(
    path
    for pack in PACKS
    for path in pack.glob("*.yaml")
    if path.name != "pack.yaml" and not path.name.endswith(".playthroughs.yaml")
)


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_a_shipped_pack_is_without_findings(pack: Path) -> None:
    checked = check([pack], Library.shipped(), plays=False, spoken=False)
    assert not checked.findings


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_the_plays_of_a_shipped_scenario_hold(story: Path) -> None:
    assert not check([story], Library.shipped(), spoken=False).findings


def test_the_plays_in_own_words_hold() -> None:
    # `make check` plays those of all scenarios, and looks for replies too alike: with
    # the reader that takes more than a minute.
    story = next(path for path in STORIES if path.name == "afraid-to-move-him.yaml")
    selection = Selection(ignore=("SCN871",))
    assert not check([story], Library.shipped(), selection=selection).findings
