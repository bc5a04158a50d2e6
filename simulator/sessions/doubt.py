"""In doubt for the accused: what a talk does not hold against a trainee.

`whose-client read` tells everything that is likely enough to be worth telling. In a
talk a harmful act costs points, and a red flag caps the whole score; so these count
only where it is more likely than not that the words do it.
"""

from dataclasses import replace
from typing import Final

from scoring.codes import RED_FLAGS, Code, CodeUse
from scoring.reading.reading import Heard, Reading

EVEN: Final = 0.5
"""From this chance on an act is likelier than not."""


def in_doubt(reading: Reading) -> Reading:
    """Return a reading without the accusations that more likely are none.

    Left out are red flags below even odds, and an attack in words that are likelier
    a recognition: "without you we should have lost them" names the same person and
    the same loss as a reproach does.
    """
    kept = tuple(one for one in reading.heard if not _spared(one, reading))
    if len(kept) == len(reading.heard):
        return reading
    likeliest = max(one.chance for one in reading.heard)
    return replace(reading, heard=kept or (Heard(CodeUse(Code.NONE), 1 - likeliest),))


def _spared(one: Heard, reading: Reading) -> bool:
    if one.use.code in RED_FLAGS:
        return one.chance < EVEN
    return one.use.code is Code.ATTACK and any(
        other.use.code is Code.ACKNOWLEDGE
        and other.chance > one.chance
        and _meet(one, other)
        for other in reading.heard
    )


def _meet(one: Heard, other: Heard) -> bool:
    first, second = one.use.span, other.use.span
    return bool(first and second and first[0] < second[1] and second[0] < first[1])
