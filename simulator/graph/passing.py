"""How often talks come to each scene, for a picture to show."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct


class Passing(Struct, frozen=True):
    """How often talks come by."""

    plays: int
    """How many talks were played."""
    share: Mapping[str, Fraction]
    """Scene or ending → the share of talks that came to it, 0..1."""

    def of(self, node: str) -> Fraction:
        """Return the share of talks that come to a scene or an ending."""
        return self.share.get(node, Fraction())
