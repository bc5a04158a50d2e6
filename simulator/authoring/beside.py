"""What lies beside a scenario: its translations, its pack, the talk before it."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.authoring.parts import BEFORE, Parts
from simulator.authoring.reading import Source
from simulator.authoring.story import Beside, Head, Story
from simulator.scenario import peek
from simulator.scenario.model import Scenario


def shelf_of(sources: Sequence[Source], stories: Iterable[Story]) -> Beside:
    """Gather what all scenarios of a folder may want to know of each other.

    Args:
        sources: The files of the folder.
        stories: Its scenarios without mistakes.
    """
    continued = {
        one.scenario.id: one.scenario.continues.scenario
        for one in stories
        if one.scenario.continues is not None
    }
    packs = [one.pack for one in sources if one.pack is not None]
    languages = packs[0].languages if packs else ()
    return Beside(tuple(_heads(sources)), languages, continued)


def _heads(sources: Iterable[Source]) -> Iterator[Head]:
    for source in sources:
        if source.scenario is None:
            continue
        whole = source.scenario.scenario
        head = whole if whole is not None else peek(source.data)
        if head is not None:
            yield Head(source.file, head.id, head.language)


def before(
    story: Story, stories: Sequence[Story], shelf: Beside, parts: Parts
) -> tuple[Scenario | None, frozenset[str]]:
    """Find the talk that a scenario goes on from, beside it or in any pack.

    Returns:
        That scenario, if it is there without mistakes, and what is missing.
    """
    if story.scenario.continues is None:
        return None, frozenset()
    name = story.scenario.continues.scenario
    found = [one.scenario for one in stories if one.scenario.id == name]
    if found or any(head.id == name for head in shelf.heads):
        return next(iter(found), None), frozenset()
    before, there = parts.before(name, story.scenario.language)
    return before, frozenset() if there else frozenset({BEFORE})
