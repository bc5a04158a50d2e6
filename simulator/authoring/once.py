"""What is made when it is first asked for, and kept."""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

Made = TypeVar("Made")


class Once(Struct, Generic[Made]):
    """A place for one such thing, which values that cannot change may share."""

    made: Made | None = None
    """None until it is made."""

    def of(self, make: Callable[[], Made]) -> Made:
        """Return it, made now if nobody has asked before."""
        if self.made is None:
            self.made = make()
        return self.made
