"""Where the keys of a scenario are at home: the margin, a scene, a list item."""

from typing import Final

from simulator.scenario.formschema import CHECKS, STEP, THEN
from simulator.scenario.schema import REACTION, RECORDS, REPLY, SCENARIO, SCENE

NAMED_BY_AUTHORS: Final = frozenset(
    {"cast", "facts", "scenes", "endings", "criteria", "stops", "quantities"}
)
"""What stands under these keys has ids that its author made up."""
_ITEMS: Final = frozenset[str]().union(
    *(one.keys for one in (REPLY, REACTION, THEN, STEP, CHECKS))
)
_KEYS: Final = frozenset[str]().union(*(one.keys for one in RECORDS))


_REQUIRED: Final = frozenset(
    key
    for key in _KEYS
    if all(key in one.required for one in RECORDS if key in one.keys)
)


def is_required(name: str) -> bool:
    """Tell whether a key is required wherever a scenario may have it."""
    return name in _REQUIRED


def is_key(name: str) -> bool:
    """Tell whether a scenario has a key of that name anywhere."""
    return name in _KEYS


def in_items(name: str) -> bool:
    """Tell whether replies, reactions or other items of a scenario have such a key."""
    return name in _ITEMS


def homes(name: str, item: int | None, outer: int | None) -> set[int]:
    """Return the columns in which a key may stand; empty where it has no home.

    What an item may have belongs to the one above, though a scene may have it, too.

    Args:
        name: The key.
        item: Where the keys of the list item above start; None where there is none.
        outer: Where the keys of the scene start that the list is in.
    """
    if item is not None and name in _ITEMS:
        return {item}
    found: set[int | None] = set()
    if name in SCENE.keys:
        found.add(outer)
    if name in SCENARIO.keys:
        found.add(0)
    return {one for one in found if one is not None}
