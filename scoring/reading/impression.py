"""What an encoder makes of a reply, before anything is decided from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from scoring.codes import Code, Topic

CODES: Final = tuple(code for code in Code if code is not Code.NONE)
"""The codes in the order of every table of probabilities."""
TOPICS: Final = tuple(Topic)
"""The topics; their probabilities follow those of the codes."""
OUTPUTS: Final = len(CODES) + len(TOPICS)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the cleaned reply, and how likely each act is in it."""

    start: int
    end: int
    chances: Sequence[float]
    """`OUTPUTS` probabilities, codes first, then topics."""


@dataclass(frozen=True, slots=True)
class Impression:
    """What an encoder makes of one reply."""

    chances: Sequence[float]
    """`OUTPUTS` probabilities for the reply as a whole."""
    parts: Sequence[Part]
    """In the order of the text, covering its words; empty for an empty reply."""
    overall: float
    """How well the reply serves, 0.0..4.0."""
    vector: Sequence[float]
    """The reply as a direction of length 1; likeness is the scalar product.
    Empty when the encoder has none."""
    matter: float = 9.0
    """The log-odds, by the letters, that the words do anything at all."""
    order: float = 1.0
    """How well the words follow one another: `scoring.reading.order.Order`."""


class Encoder(Protocol):
    """Turns words into an impression. The same words give the same impression."""

    def encode(self, manager_says: str, reply: str) -> Impression:
        """Read a reply.

        Args:
            manager_says: The line that it answers, cleaned; may be empty.
            reply: The reply, cleaned; any length.
        """
        ...
