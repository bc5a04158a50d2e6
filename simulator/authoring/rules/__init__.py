"""The rules of `check`: one rule, one file; each a function of a story."""

from typing import Final

from simulator.authoring.rules import (
    alike,
    giveaways,
    likes,
    opposites,
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
