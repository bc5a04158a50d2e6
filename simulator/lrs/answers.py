"""What a record store says to what it was sent."""

from enum import Enum, auto

from msgspec import Struct


class Verdict(Enum):
    """What it makes of a batch."""

    TAKEN = auto()
    """It has them all, some perhaps for long."""
    CONFLICT = auto()
    """It has one of them already in other words; it took none."""
    TOO_LARGE = auto()
    """It takes no so large batch."""
    REFUSED = auto()
    """It finds something wrong; it took none."""
    LATER = auto()
    """It took nothing, or nobody knows; worth trying again."""
    HUNG_UP = auto()
    """It hung up; the same, and perhaps the batch was too large for it."""


class Answer(Struct, frozen=True):
    """An answer to one batch."""

    verdict: Verdict
    why: str = ""
    """Its own words, on one line."""
    after: float | None = None
    """Seconds that it asks to wait; None where it does not say."""
