"""How what is said bears on a talk, for colours, signs and words alike."""

from enum import StrEnum


class Tone(StrEnum):
    """How a behaviour code bears on the talk; never told by colour alone."""

    REASON = "reason"
    """It moves the talk on."""
    REQUEST = "request"
    """It presses for something; repeated without a reason, it circles."""
    HARM = "harm"
    """It costs points for some principle."""
    RED_FLAG = "red-flag"
    """It caps what the whole talk can score."""
    NEUTRAL = "neutral"
    """It does nothing."""
