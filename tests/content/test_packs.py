"""Every shipped pack is what its author promises."""

from pathlib import Path

import pytest

from simulator.authoring import Selection, check
from simulator.packs import Library, shipped_folder

PACKS = sorted(path.parent for path in shipped_folder().glob("*/pack.yaml"))


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_a_shipped_pack_is_without_findings_and_its_plays_hold(pack: Path) -> None:
    assert not check([pack], Library.shipped(), spoken=False).findings


def test_the_plays_in_own_words_hold() -> None:
    # `python -m tools.library --measure` plays those of all: that takes minutes.
    story = shipped_folder() / "base" / "afraid-to-move-him.yaml"
    selection = Selection(ignore=("SCN871",))
    assert not check([story], Library.shipped(), selection=selection).findings
