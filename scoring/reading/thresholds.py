"""From how likely to whether: the settings that were fitted beside the weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final, cast

from scoring.reading.impression import CODES, OUTPUTS
from scoring.reading.sense import Sense

_CODES = len(CODES)
_SMALLEST = 1e-6
NEAREST: Final = 1.5
"""Log-odds below its threshold at which the likeliest act is still heard when no
other is: most words that are said do something."""
GAP: Final = 2.0
"""An act that is so much less likely than another one, in log-odds, is not heard,"""
FIRM: Final = 0.5
"""unless it passes its own threshold by this much."""

TOPIC: Final = 0.2
"""A topic is not named below this chance,"""
TOPIC_GAP: Final = 3.0
"""nor beside one that is so much likelier, in log-odds."""


def held(chances: Sequence[float], least: Sequence[float]) -> list[int]:
    """Return the places of the codes that hold, in their order.

    Args:
        chances: By code; topics may follow and are not looked at.
        least: The chance from which each code holds.
    """
    margins = _margins(chances, least)
    best = max(margins)
    if best < 0:
        return [margins.index(best)] if best >= -NEAREST else []
    return [
        place
        for place, margin in enumerate(margins)
        if margin >= 0 and (margin >= best - GAP or margin >= FIRM)
    ]


def named(chances: Sequence[float], least: Sequence[float]) -> list[int]:
    """Return the places of the topics that are named, in their order; at least one.

    Args:
        chances: By topic, in the words that ask or tell.
        least: The chance from which each topic holds.
    """
    best = max(_odds(chance) for chance in chances)
    return [
        place
        for place, (chance, bar) in enumerate(zip(chances, least, strict=True))
        if _odds(chance) == best
        or (chance >= max(bar, TOPIC) and _odds(chance) >= best - TOPIC_GAP)
    ]


def margin(chances: Sequence[float], least: Sequence[float]) -> float:
    """Return by how many log-odds the likeliest code passes its threshold."""
    return max(_margins(chances, least))


def _margins(chances: Sequence[float], least: Sequence[float]) -> list[float]:
    return [
        _odds(chance) - _odds(bar)
        for chance, bar in zip(chances[:_CODES], least[:_CODES], strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Settings:
    """Fitted once, on replies that the weights had not seen."""

    bank: str
    """SHA-256 of the bank that the weights were trained on, in hex."""
    least: tuple[float, ...]
    """For each output, the chance from which it holds."""
    slope: float
    """What the raw log-odds are multiplied by, so that chances are honest."""
    sense: Sense
    """When words do anything at all."""

    @classmethod
    def of(cls, body: Mapping[str, object]) -> "Settings":
        """Take them from the stored object.

        Raises:
            KeyError, TypeError, ValueError: It is not one.
        """
        least = tuple(float(one) for one in cast(Sequence[float], body["least"]))
        if len(least) != OUTPUTS:
            raise ValueError(f"not {OUTPUTS} thresholds")
        return cls(
            bank=str(body["bank"]),
            least=least,
            slope=float(str(body["slope"])),
            sense=Sense.of(cast(Mapping[str, object], body["sense"])),
        )

    def honest(self, chance: float) -> float:
        """Return the chance as it proved to be on unseen replies."""
        return 1 / (1 + exp(-self.slope * _odds(chance)))


def _odds(chance: float) -> float:
    inside = min(max(chance, _SMALLEST), 1 - _SMALLEST)
    return log(inside / (1 - inside))
