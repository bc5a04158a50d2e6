"""Item analysis: what each opportunity, a scene × a principle, says of a person.

The same for simulated talks and for those of people (`whose-client items`).
"""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import Final

from msgspec import Struct

from scoring.principles import HIGHEST_LEVEL, Principle
from simulator.authoring.rehearsal.measures import correlation
from simulator.scenario.model import Scenario

Item = tuple[str, Principle]
"""A scene and a principle that it tests."""
Levels = Sequence[tuple[Item, int]]
"""The opportunities of one talk, each with the level shown there, 0..4."""
LEAST: Final = 10
"""Fewer talks than this say nothing of an item."""


class ItemFigures(Struct, frozen=True):
    """What is known of one item."""

    scene: str
    principle: Principle
    talks: int
    """Talks that came to it."""
    frequency: float | None
    """Their share in all talks; None without enough data."""
    difficulty: float | None
    """Mean level / 4: 1 where everybody gets all, 0 where nobody gets anything; None
    without enough data."""
    discrimination: float | None
    """How the level here goes with the mean level of the other items of the same
    talk: Pearson's r; None without enough data, or where nothing varies."""
    enough: bool
    """True when at least so many talks came to it as are asked for."""


def item_analysis(
    scenario: Scenario, talks: Sequence[Levels], least: int = LEAST
) -> tuple[ItemFigures, ...]:
    """Work out the figures of every item, in the order of the file.

    Args:
        scenario: Its scenes and what they test are the items.
        talks: The opportunities of each talk; others than the scenario's are left
            out.
        least: So many talks must have come to an item, else its figures are hidden.
    """
    pairs: dict[Item, list[tuple[float, float]]] = {}
    levels: dict[Item, list[int]] = {
        (scene.id, principle): []
        for scene in scenario.scenes.values()
        for principle in scene.tests
    }
    for talk in talks:
        known = [(item, level) for item, level in talk if item in levels]
        total = sum(level for _, level in known)
        for item, level in known:
            levels[item].append(level)
            if len(known) > 1:
                rest = (total - level) / (len(known) - 1)
                pairs.setdefault(item, []).append((level, rest))
    return tuple(
        _figures(item, shown, pairs.get(item, ()), len(talks), least)
        for item, shown in levels.items()
    )


def hidden(found: Iterable[ItemFigures]) -> int:
    """Return how many items had too few talks."""
    return sum(not one.enough for one in found)


def _figures(
    item: Item,
    shown: Sequence[int],
    pairs: Sequence[tuple[float, float]],
    talks: int,
    least: int,
) -> ItemFigures:
    enough = len(shown) >= max(least, 1)
    return ItemFigures(
        scene=item[0],
        principle=item[1],
        talks=len(shown),
        frequency=len(shown) / talks if enough else None,
        difficulty=fsum(shown) / len(shown) / HIGHEST_LEVEL if enough else None,
        discrimination=correlation(pairs) if enough and len(pairs) >= least else None,
        enough=enough,
    )
