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
    # Replies too alike are looked for by `make check`, which takes a minute.
    selection = Selection(ignore=("SCN871",))
    assert not check([story], Library.shipped(), selection=selection).findings
