"""The eight principles of "business above ego", named as the codebook does.

Their titles, weights and anchor sentences are the rubric's
(`scoring.rubric.Rubric`), which a company may make its own.
"""

from typing import Final

from scoring.terms import Term


class Principle(Term):
    """A principle by its id; P1 to P8, a closed set."""

    P1 = "P1"
    """Separate the person from the issue."""
    P2 = "P2"
    """Company benefit decides."""
    P3 = "P3"
    """Facts before opinions."""
    P4 = "P4"
    """One rulebook for all."""
    P5 = "P5"
    """Interests and fair terms."""
    P6 = "P6"
    """A stand without veto or threat."""
    P7 = "P7"
    """Meeting, decision, record."""
    P8 = "P8"
    """The client, law, ethics."""


LOWEST_LEVEL: Final = 0
HIGHEST_LEVEL: Final = 4
