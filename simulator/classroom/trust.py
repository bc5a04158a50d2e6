"""How far the scores of a class may be trusted, as far as that was measured.

The figures are those of docs/agreement.md; a test holds them against it.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the reader of own words agrees with the rater of the replies."""

    replies: int
    """How many were rated, in situations that the reader had not seen."""
    codes: float
    """Cohen's κ, the mean over the behaviour codes."""
    levels: float
    """Quadratic weighted κ of the overall level."""


MEASURED: Final = Agreement(replies=4944, codes=0.69, levels=0.81)
