"""The rules of `check`: one rule, one file; each a function of a story."""

from typing import Final

from simulator.authoring.rules import (
    alike,
    deadends,
    endless,
    giveaways,
    likes,
    neverreached,
    offered,
    opposites,
    outcomes,
    reachable,
    rulebook,
    serving,
    siblings,
    status,
    telltale,
    unlearnable,
    unrated,
    unused,
)
from simulator.authoring.story import Check

RULES: Final[tuple[Check, ...]] = (
    reachable.check,
    offered.check,
    deadends.check,
    endless.check,
    outcomes.check,
    neverreached.check,
    rulebook.check,
    unlearnable.check,
    unused.check,
    serving.check,
    status.check,
    unrated.check,
    siblings.check,
    giveaways.check,
    telltale.check,
    likes.check,
    opposites.check,
)
"""Those that need nothing but the files. `plays` is asked for by itself."""
HEARD: Final[tuple[Check, ...]] = (alike.check,)
"""Those that ask the reader of own words."""
