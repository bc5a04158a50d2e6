"""Every shipped pack is what its author promises."""

from pathlib import Path

import pytest

from simulator.authoring import check
from simulator.packs import Library, shipped_folder

PACKS = sorted(path.parent for path in shipped_folder().glob("*/pack.yaml"))


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_a_shipped_pack_is_without_findings(pack: Path) -> None:
    assert not check([pack], Library.shipped()).findings
