"""A small story in which every rule of the engine has its place."""

from functools import cache
from pathlib import Path
from typing import Final

from simulator.scenario.model import Scenario
from simulator.scenario.parsing import parse

STORY: Final = (Path(__file__).parents[1] / "data" / "warehouse.yaml").read_text(
    encoding="utf-8"
)

ENDLESS: Final = STORY.replace(
    STORY[STORY.index("patience:") : STORY.index("start:")], ""
)
"""The same story, in which nobody ever loses patience."""


@cache
def story(text: str = STORY) -> Scenario:
    """Parse a story that must be without findings."""
    parsed = parse(text.encode(), "story.yaml")
    assert parsed.scenario is not None, parsed.findings
    return parsed.scenario
