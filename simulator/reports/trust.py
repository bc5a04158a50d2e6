"""How far scores of own words may be trusted, as far as that was measured.

The figures are those of docs/agreement.md; a test holds them against it.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from simulator.reports.numbers import decimal_sign


class Agreement(Struct, frozen=True):
    """How far the reader of own words agrees with the rater of the replies."""

    replies: int
    """How many were rated, in situations that the reader had not seen."""
    codes: float
    """Cohen's κ, the mean over the behaviour codes."""
    levels: float
    """Quadratic weighted κ of the overall level."""


MEASURED: Final = Agreement(replies=4944, codes=0.69, levels=0.80)


def kappas(language: str) -> Mapping[str, str]:
    """Return the figures of agreement as they are written in a language."""
    sign = decimal_sign(language)
    return {
        "codes": f"{MEASURED.codes:.2f}".replace(".", sign),
        "levels": f"{MEASURED.levels:.2f}".replace(".", sign),
    }
