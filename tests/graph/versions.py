"""Versions of the warehouse story: what changed is named, and nothing else is."""

from simulator.scenario.model import Scenario
from tests.engine.stories import STORY, story

ENGLISH = STORY.replace("language: ru", "language: en").replace("Утро", "Morning")


def edited(*edits: tuple[str, str], text: str = STORY) -> Scenario:
    """Return the story with words replaced everywhere, each pair in turn."""
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return story(text)


RENAMED_SCENE = ("  wall:", "  fence:"), ("to: wall", "to: fence")
RENAMED_REPLY = (("id: give-in", "id: surrender"),)
RENAMED_FACT = (("groups: {", "lines: {"), ("[groups]", "[lines]"))
KNOWN_FACT = (("knows(groups)", "knows(lines)"),)
RENAMED_ENDING = (("  kept: {", "  lost: {"), ("to: kept", "to: lost"))
GIVE_IN = """\
      - id: give-in
        text: Ладно.
        does: [concede]
"""
MOVED_REPLY = (
    (GIVE_IN, ""),
    ("      - id: beg\n", f"{GIVE_IN}      - id: beg\n"),
)
