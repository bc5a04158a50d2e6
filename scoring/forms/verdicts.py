"""What is said of one item of a form."""

from dataclasses import dataclass
from fractions import Fraction

from scoring.forms.model import Part
from scoring.terms import Term

RIGHT = Fraction(1)
HALF = Fraction(1, 2)
WRONG = Fraction(0)


class Why(Term):
    """The reason for a verdict; `simulator.reports` has the sentences."""

    RIGHT = "right"
    EMPTY = "empty"
    """Nothing was put there."""
    MISSING = "missing"
    """It belongs there and is not."""
    UNWANTED = "unwanted"
    """It is there and does not belong."""
    OTHER = "other"
    """Something else belongs there."""
    OUT_OF_ORDER = "out-of-order"
    LATE = "late"
    GUESSED = "guessed"
    """A level was given where nothing is known."""
    OVERLOOKED = "overlooked"
    """No data was said where something is known."""
    TOO_EXACT = "too-exact"
    """A narrower range than the facts allow."""
    TOO_WIDE = "too-wide"
    """A wider range than the facts leave open."""
    OFF = "off"
    """A level that the facts rule out."""
    FOLLOWS = "follows"
    """The status follows from the levels given, but these are not right."""
    NOT_ALLOWED = "not-allowed"
    """The rulebook does not allow this decision on what is known."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One item of a form, judged."""

    part: Part
    item: str
    """A criterion, a person, a point, a step …; empty where the part is one value."""
    share: Fraction
    """How right it is, 0..1."""
    why: Why
    given: object = None
    """What was put there, as it stood in the form."""
    wanted: tuple[str, ...] = ()
    """What would have been right: ids, levels or days, in a fixed order."""
    weight: Fraction = Fraction(1)
    """How much it counts within its part."""
