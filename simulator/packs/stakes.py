"""What is at stake in the shipped scenarios, without making sense of their files.

To read them all takes a second, so what they test is written down when the library is
made (`python -m tools.library`, which `make check` holds to the files), each by the
digest of its file: one that has changed since is not found, and is read as any other.
"""

import json
from contextlib import suppress
from typing import Final

from simulator.packs.errors import PackError
from simulator.packs.files import read_file
from simulator.packs.library import shipped_folder
from simulator.scenario.model import Scenario
from simulator.scenario.survey import survey

STAKES: Final = "stakes.json"
"""Where it lies, beside the shipped packs."""

Stake = dict[str, object]
"""`principles`: the names of those that a scenario tests; `rubric`: its rubric."""


def stake_of(scenario: Scenario) -> Stake:
    """Return what is at stake in a scenario."""
    principles = [str(one) for one in survey(scenario).principles]
    return {"principles": principles, "rubric": scenario.rubric}


def shipped_stakes() -> dict[str, Stake]:
    """Return what is at stake in shipped files, by the SHA-256 of each, in hex.

    Empty where it cannot be read.
    """
    with suppress(PackError, ValueError):
        found = json.loads(read_file(shipped_folder() / STAKES))
        if isinstance(found, dict):
            return {name: one for name, one in found.items() if isinstance(one, dict)}
    return {}
