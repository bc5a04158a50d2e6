"""What lies beside a scenario: its translations, its pack, the talk before it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from simulator.authoring.parts import BEFORE, Parts
from simulator.authoring.reading import Source
from simulator.authoring.story import Beside, Head, Story
from simulator.scenario.model import Scenario
from simulator.scenario.peek import peek

Opened = Callable[[str], Scenario | None]
"""File → the scenario in it; None if it has mistakes."""


def shelf_of(sources: Sequence[Source], stories: Iterable[Story]) -> Beside:
    """Gather what all scenarios of a folder may want to know of each other.

    Args:
        sources: Files of the folder.
        stories: The scenarios among them without mistakes.
    """
    continued = {
        one.scenario.id: one.scenario.continues.scenario
        for one in stories
        if one.scenario.continues is not None
    }
    packs = [(one.file, one.pack.languages) for one in sources if one.pack is not None]
    return Beside(tuple(_heads(sources)), tuple(packs), continued)


def joined(shelves: Iterable[Beside]) -> Beside:
    """Return what is known of a folder, of which each knows a part."""
    heads: list[Head] = []
    packs: list[tuple[str, tuple[str, ...]]] = []
    continued: dict[str, str | None] = {}
    for shelf in shelves:
        heads += shelf.heads
        packs += shelf.packs
        continued |= shelf.continued
    in_order = sorted(heads, key=lambda head: Path(head.file))
    return Beside(tuple(in_order), tuple(sorted(packs)), continued)


def _heads(sources: Iterable[Source]) -> Iterator[Head]:
    for source in sources:
        if source.scenario is None:
            continue
        whole = source.scenario.scenario
        head = whole if whole is not None else peek(source.data)
        if head is not None:
            yield Head(source.file, head.id, head.language)


def before(
    story: Story, shelf: Beside, parts: Parts, opened: Opened
) -> tuple[Scenario | None, frozenset[str]]:
    """Find the talk that a scenario goes on from, beside it or in any pack.

    Args:
        story: Any.
        shelf: What is known of its folder.
        parts: Looks in packs.
        opened: Reads a file of the folder.

    Returns:
        That scenario, if it is there without mistakes, and what is missing.
    """
    if story.scenario.continues is None:
        return None, frozenset()
    name = story.scenario.continues.scenario
    files = [head.file for head in shelf.heads if head.id == name]
    if files:
        found = (opened(file) for file in files)
        return next((one for one in found if one is not None), None), frozenset()
    before, there = parts.before(name, story.scenario.language)
    return before, frozenset() if there else frozenset({BEFORE})
