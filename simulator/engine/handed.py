"""What a talk remembers of a form, for its conditions."""

from msgspec import Struct


class Handed(Struct, frozen=True):
    """A form that was handed in."""

    right: int
    """0..100."""
    option: str
    """What it decides; empty for a form that decides nothing."""
    items: frozenset[str] = frozenset()
    """The ids of all that stands on it."""
