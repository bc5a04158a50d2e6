"""How often talks pass a scene, in five steps that a picture can show."""

from enum import IntEnum
from fractions import Fraction
from typing import Final


class Band(IntEnum):
    """How often a scene is passed, so that thickness and colour can tell it."""

    NEVER = 0
    RARELY = 1
    """In less than one talk of ten."""
    SOMETIMES = 2
    """In less than one of three."""
    OFTEN = 3
    """In less than two of three."""
    MOSTLY = 4


_LEAST: Final = (
    (Fraction(2, 3), Band.MOSTLY),
    (Fraction(1, 3), Band.OFTEN),
    (Fraction(1, 10), Band.SOMETIMES),
)


def band_of(share: Fraction) -> Band:
    """Return the band of a share of talks, 0..1."""
    for least, band in _LEAST:
        if share >= least:
            return band
    return Band.RARELY if share else Band.NEVER
